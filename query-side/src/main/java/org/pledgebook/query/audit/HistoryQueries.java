package org.pledgebook.query.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.query.Happened;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Page;
import org.pledgebook.query.Past;
import org.pledgebook.query.Queries;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.shared.StreamId;

/**
 * Tells a pledge's story up to a moment: its versions, reports, corrections, questions and support, and the assessment of
 * its cycle that it rests on, step by step. It is always told from the events.
 */
public class HistoryQueries {

    private static final Pattern CURSOR = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final long BEFORE_ALL = -1;

    private final Past past;
    private final Supplier<Moment> upTo;

    /** @param upTo where the story ends; asked once for each answer */
    public HistoryQueries(Past past, Supplier<Moment> upTo) {
        this.past = past;
        this.upTo = upTo;
    }

    /**
     * A pledge's story, oldest first; empty where there is no such pledge.
     *
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Optional<Page<HistoryEntry>> pledge(
            String partner, String cycle, int number, @Nullable String cursor, int limit) {
        if (cursor != null && !CURSOR.matcher(cursor).matches()) {
            throw new IllegalArgumentException("The cursor is not one of ours.");
        }
        var end = upTo.get();
        return past.at(end)
                .pledges()
                .find(partner, cycle, number)
                .map(pledge -> story(pledge, cursor == null ? BEFORE_ALL : Long.parseLong(cursor), end, limit));
    }

    private Page<HistoryEntry> story(PledgeView pledge, long after, Moment end, int limit) {
        var story = new Story(pledge, past.at(new Moment(after, end.instant())));
        past.walk(StreamId.partner(pledge.partner()), after, end, happened -> {
            story.look(happened);
            return story.steps.size() <= limit;
        });
        return Page.of(story.steps, limit, step -> Long.toString(step.position()), step -> step);
    }

    private static final class Story {

        private final PledgeView pledge;
        private final Queries before;
        private final Map<Key, Map<String, Object>> fields = new HashMap<>();
        private final List<HistoryEntry> steps = new ArrayList<>();

        Story(PledgeView pledge, Queries before) {
            this.pledge = pledge;
            this.before = before;
        }

        void look(Happened happened) {
            var told = happened.told();
            if (told.pledges().contains(pledge.id())) {
                var own = differences(happened, ThingKind.PLEDGE, pledge.id());
                add(told, own == null ? "support" : "pledge", own == null ? null : version(happened), own);
            } else {
                var rests = differences(happened, ThingKind.ASSESSMENT, pledge.partner() + "/" + pledge.cycle());
                if (rests != null) {
                    add(told, "assessment", null, rests);
                }
            }
        }

        private void add(
                AuditEntry told, String about, @Nullable Long version, @Nullable List<Difference> differences) {
            steps.add(new HistoryEntry(
                    told.position(),
                    told.event(),
                    told.type(),
                    about,
                    told.recordedAt(),
                    told.saidOn(),
                    told.actor(),
                    told.words(),
                    told.reason(),
                    version,
                    differences == null ? List.of() : differences));
        }

        private @Nullable Long version(Happened happened) {
            return happened.at()
                    .pledges()
                    .find(pledge.partner(), pledge.cycle(), pledge.number())
                    .map(PledgeView::version)
                    .orElse(null);
        }

        /** What the event changed of a thing; null where it did not touch it. */
        private @Nullable List<Difference> differences(Happened happened, ThingKind kind, String id) {
            for (var document : happened.changed()) {
                if (ThingKind.of(document) == kind && document.id().equals(id)) {
                    var thing = kind.key(id);
                    var then = fields.computeIfAbsent(thing, key -> fieldsOf(kind, before, id));
                    var now = fieldsOf(kind, happened.at(), id);
                    fields.put(thing, now);
                    return Fields.between(then, now);
                }
            }
            return null;
        }

        private static Map<String, Object> fieldsOf(ThingKind kind, Queries at, String id) {
            return kind.find(at, id).map(Fields::of).orElse(Map.of());
        }
    }
}
