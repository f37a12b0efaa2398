package org.pledgebook.query.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.query.Happened;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Page;
import org.pledgebook.query.Past;
import org.pledgebook.query.Queries;
import org.pledgebook.query.audit.Compared.Change;
import org.pledgebook.query.audit.Compared.FieldChange;
import org.pledgebook.shared.StreamId;
import org.springframework.stereotype.Component;

/** Answers what is other at one moment than it was at an earlier one. */
@Component
public class CompareQueries {

    private static final Pattern CURSOR = Pattern.compile("(-1|0|[1-9][0-9]{0,17})\\.([a-z0-9/-]{1,190})");
    private static final int NUMBER_DIGITS = 9;

    private final Past past;

    /** Asks {@code past}. */
    public CompareQueries(Past past) {
        this.past = past;
    }

    /**
     * What is compared: a board with all its partners, a partner with all it says, or a pledge. Two are null.
     *
     * @param pledge a pledge's public id
     */
    public record Scope(
            @Nullable String board,
            @Nullable String partner,
            @Nullable String pledge) {}

    /**
     * What differs: of a board itself, then partner by partner, each with its assessments and pledges.
     *
     * @param to not before {@code from}
     * @param cursor from the page before, which also says where that stood, so that all pages speak of one moment; null
     *     for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<Compared> compare(Scope scope, Moment from, Moment to, @Nullable String cursor, int limit) {
        var end = to;
        var after = "";
        if (cursor != null) {
            var parts = CURSOR.matcher(cursor);
            if (!parts.matches()) {
                throw new IllegalArgumentException("The cursor is not one of ours.");
            }
            end = new Moment(Math.min(to.position(), Long.parseLong(parts.group(1))), to.instant());
            after = parts.group(2);
        }
        var found = new TreeMap<String, Compared>();
        for (var owner : owners(scope, end)) {
            if (found.size() > limit) {
                break;
            }
            if (place(owner).compareTo(after) >= 0 || after.startsWith(place(owner))) {
                found.putAll(new Walk(scope, from, end, owner).changes());
                found.headMap(after, true).clear();
            }
        }
        var position = end.position();
        return Page.of(
                List.copyOf(found.entrySet()), limit, entry -> position + "." + entry.getKey(), Map.Entry::getValue);
    }

    private List<String> owners(Scope scope, Moment end) {
        if (scope.board() != null) {
            return past.owners(scope.board(), end).stream()
                    .sorted(Comparator.comparing(CompareQueries::place))
                    .toList();
        }
        var partner = scope.partner() == null ? partnerOf(scope.pledge()) : scope.partner();
        return List.of(StreamId.partner(partner));
    }

    private static String partnerOf(@Nullable String pledge) {
        if (pledge == null) {
            throw new IllegalArgumentException("Name a board, a partner or a pledge.");
        }
        return pledge.substring(0, pledge.indexOf('/'));
    }

    /** Where the things of an owner stand in the order: the board's first. */
    private static String place(String owner) {
        var id = owner.substring(owner.indexOf(':') + 1);
        return (owner.startsWith(StreamId.board("")) ? "0/" : "1/") + id + "/";
    }

    /** Where a thing stands among its owner's. */
    private static String place(String owner, ThingKind kind, String id) {
        var parts = id.split("/", -1);
        var place = new StringBuilder(place(owner)).append(kind.ordinal());
        for (var i = 1; i < parts.length; i++) {
            place.append('/');
            var last = kind == ThingKind.PLEDGE && i == parts.length - 1;
            place.append(last ? "0".repeat(Math.max(0, NUMBER_DIGITS - parts[i].length())) : "")
                    .append(parts[i]);
        }
        return place.toString();
    }

    /** Goes through one owner's events between the two moments, and keeps what each did to which field. */
    private final class Walk {

        private final Scope scope;
        private final Moment from;
        private final Moment to;
        private final String owner;
        private final Queries before;
        private final Map<Key, Thing> things = new LinkedHashMap<>();

        Walk(Scope scope, Moment from, Moment to, String owner) {
            this.scope = scope;
            this.from = from;
            this.to = to;
            this.owner = owner;
            this.before = past.at(from);
        }

        /** What differs, by place. */
        Map<String, Compared> changes() {
            past.walk(owner, from.position(), to, this::look);
            var changes = new HashMap<String, Compared>();
            things.forEach((document, thing) -> {
                var change = thing.compared();
                if (change != null) {
                    changes.put(place(owner, change.kind(), change.id()), change);
                }
            });
            return changes;
        }

        private boolean look(Happened happened) {
            for (var document : happened.changed()) {
                var kind = ThingKind.of(document);
                if (kind != null && (scope.pledge() == null || isThePledge(kind, document))) {
                    things.computeIfAbsent(kind.key(document.id()), key -> new Thing(kind, key.id(), before))
                            .look(happened);
                }
            }
            return true;
        }

        private boolean isThePledge(ThingKind kind, Key document) {
            return kind == ThingKind.PLEDGE && document.id().equals(scope.pledge());
        }
    }

    /** One thing on its way from the one moment to the other. */
    private static final class Thing {

        private final ThingKind kind;
        private final String id;
        private final @Nullable Record first;
        private final Map<String, Object> then;
        private final Map<String, Doing> doings = new HashMap<>();
        private @Nullable Record last;
        private Map<String, Object> now;

        Thing(ThingKind kind, String id, Queries before) {
            this.kind = kind;
            this.id = id;
            this.first = kind.find(before, id).orElse(null);
            this.last = first;
            this.then = first == null ? Map.of() : Fields.of(first);
            this.now = then;
        }

        void look(Happened happened) {
            last = kind.find(happened.at(), id).orElse(null);
            var after = last == null ? Map.<String, Object>of() : Fields.of(last);
            var by = Doing.of(happened.told());
            Fields.between(now, after).forEach(difference -> doings.put(difference.field(), by));
            now = after;
        }

        @Nullable Compared compared() {
            var fields = new ArrayList<FieldChange>();
            Trend trend = null;
            for (var difference : Fields.between(then, now)) {
                if (difference.field().equals("/status")) {
                    trend = difference.trend();
                }
                fields.add(new FieldChange(
                        difference.field(),
                        difference.then(),
                        difference.now(),
                        difference.trend(),
                        doings.get(difference.field())));
            }
            return fields.isEmpty() ? null : new Compared(kind, id, change(), trend, fields);
        }

        private Change change() {
            if (first == null) {
                return Change.NEW;
            }
            return last != null && ThingKind.isOver(last) && !ThingKind.isOver(first) ? Change.GONE : Change.CHANGED;
        }
    }
}
