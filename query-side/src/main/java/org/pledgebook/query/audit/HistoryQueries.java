package org.pledgebook.query.audit;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
     * A pledge's story, oldest first, from where the first pledge that it carries on began; empty where there is no such
     * pledge.
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
        var story = new Story(line(pledge, past.at(end)), past.at(new Moment(after, end.instant())));
        past.walk(StreamId.partner(pledge.partner()), after, end, happened -> {
            story.look(happened);
            return story.steps.size() <= limit;
        });
        return Page.of(story.steps, limit, step -> Long.toString(step.position()), step -> step);
    }

    /** The pledge, and before it all that it carries on, by id. */
    private static Map<String, PledgeView> line(PledgeView pledge, Queries at) {
        var known = at.pledges().lines(List.of(pledge)).stream().collect(toMap(PledgeView::id, identity()));
        var line = new LinkedHashMap<String, PledgeView>();
        for (var one = pledge; one != null; one = one.continues() == null ? null : known.get(one.continues())) {
            line.put(one.id(), one);
        }
        return line;
    }

    private static final class Story {

        private final Map<String, PledgeView> line;
        private final Queries before;
        private final Map<Key, Map<String, Object>> fields = new HashMap<>();
        private final List<HistoryEntry> steps = new ArrayList<>();

        Story(Map<String, PledgeView> line, Queries before) {
            this.line = line;
            this.before = before;
        }

        void look(Happened happened) {
            var told = happened.told();
            var about = told.pledges().stream().filter(line::containsKey).toList();
            // Each is looked at: what one event did to two of them is not what the next one did.
            var changed = new LinkedHashMap<String, List<Difference>>();
            for (var id : about) {
                var own = differences(happened, ThingKind.PLEDGE, id);
                if (own != null) {
                    changed.put(id, own);
                }
            }
            if (!changed.isEmpty()) {
                var own = changed.entrySet().iterator().next();
                add(told, "pledge", own.getKey(), version(happened, own.getKey()), own.getValue());
            } else if (!about.isEmpty()) {
                add(told, "support", about.get(0), null, List.of());
            } else {
                assessments(happened);
            }
        }

        private void assessments(Happened happened) {
            for (var pledge : line.values()) {
                var rests = differences(happened, ThingKind.ASSESSMENT, pledge.partner() + "/" + pledge.cycle());
                if (rests != null) {
                    add(happened.told(), "assessment", null, null, rests);
                }
            }
        }

        private void add(
                AuditEntry told,
                String about,
                @Nullable String pledge,
                @Nullable Long version,
                List<Difference> differences) {
            steps.add(new HistoryEntry(
                    told.position(),
                    told.event(),
                    told.type(),
                    about,
                    pledge,
                    told.recordedAt(),
                    told.saidOn(),
                    told.actor(),
                    told.words(),
                    told.reason(),
                    version,
                    differences));
        }

        private @Nullable Long version(Happened happened, String id) {
            var pledge = Objects.requireNonNull(line.get(id));
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
