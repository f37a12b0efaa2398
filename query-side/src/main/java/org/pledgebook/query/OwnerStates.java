package org.pledgebook.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folds.Key;

/**
 * All documents of an owner as its first so many events make them, folded from the copy of the events by the folds that
 * make the live documents. What is remembered can never become wrong: which of an owner's events lie before a position
 * that every one of them has reached, and what they come to.
 */
final class OwnerStates {

    /** After so many of an owner's events a state is remembered, and at most so many less one are folded on. */
    static final int STEP = 32;

    /** How many events are held in memory at a time. */
    private static final int READ_AT_ONCE = 1_000;

    private static final int KNOWN_OWNERS = 50_000;

    private static final Map<Key, Folded> NOTHING = Map.of();
    private static final long[] NO_POSITIONS = {};

    private final KeptEvents events;
    private final Cache<Mark, Map<Key, Folded>> states;

    /** Between two of those: a reader who stands on a day asks for more than one thing. */
    private final Cache<Mark, Map<Key, Folded>> between;

    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(KNOWN_OWNERS).build();
    private final Cache<String, Listed> listed =
            Caffeine.newBuilder().maximumSize(KNOWN_OWNERS).build();

    OwnerStates(KeptEvents events, int remembered) {
        this.events = events;
        this.states = Caffeine.newBuilder().maximumSize(remembered).build();
        this.between = Caffeine.newBuilder().maximumSize(1 + remembered / 4).build();
    }

    /** An owner's first {@code count} events. */
    private record Mark(String owner, int count) {}

    /** All positions of an owner's events that are at most {@code upTo}, and maybe later ones. */
    private record Known(long[] positions, long upTo) {}

    /** All owners of whom there is an event at {@code upTo} or before, and maybe later ones. */
    private record Listed(List<String> owners, long upTo) {}

    /**
     * The owners whose register holds this, by owner: all that had an event at {@code position}, and maybe later ones.
     *
     * @param reached what the copy reflects, at least {@code position}
     */
    List<String> owners(String field, String value, long position, long reached) {
        var key = field + "=" + value;
        var before = listed.getIfPresent(key);
        if (before != null && before.upTo >= position) {
            return before.owners;
        }
        var registers = events.registers(field, value);
        registers.forEach(register -> learn(register.id(), register, reached));
        var owners = registers.stream().map(Register::id).toList();
        listed.put(key, new Listed(owners, reached));
        return owners;
    }

    /**
     * The documents of each owner at a position.
     *
     * @param reached what the copy reflects, at least {@code position}
     */
    Map<String, Map<Key, Folded>> at(Collection<String> owners, long position, long reached) {
        var runs = new HashMap<String, Run>();
        var missing = new ArrayList<Step>();
        for (var entry : positions(owners, position, reached).entrySet()) {
            var owner = entry.getKey();
            var positions = entry.getValue();
            var count = count(positions, position);
            var run = start(owner, count);
            runs.put(owner, run);
            for (var i = run.count; i < count; i++) {
                missing.add(new Step(run, positions[i]));
            }
        }
        for (var from = 0; from < missing.size(); from += READ_AT_ONCE) {
            fold(missing.subList(from, Math.min(from + READ_AT_ONCE, missing.size())));
        }
        var documents = new HashMap<String, Map<Key, Folded>>();
        runs.forEach((owner, run) -> documents.put(owner, run.end()));
        return documents;
    }

    /** One event that is still to be folded into a run. */
    private record Step(Run run, long position) {}

    private void fold(List<Step> steps) {
        var read = new HashMap<Long, Recorded>();
        events.at(steps.stream().map(Step::position).toList())
                .forEach(recorded -> read.put(recorded.position(), recorded));
        steps.forEach(step -> step.run.fold(Objects.requireNonNull(read.get(step.position))));
    }

    /** The newest remembered state of at most so many events. */
    private Run start(String owner, int count) {
        var exactly = between.getIfPresent(new Mark(owner, count));
        if (exactly != null) {
            return new Run(owner, count, exactly);
        }
        for (var at = count / STEP * STEP; at > 0; at -= STEP) {
            var state = states.getIfPresent(new Mark(owner, at));
            if (state != null) {
                return new Run(owner, at, state);
            }
        }
        return new Run(owner, 0, NOTHING);
    }

    /** An owner's documents on their way from one event to the next. */
    private final class Run {

        private final String owner;
        private int count;
        private Map<Key, Folded> documents;
        private boolean shared = true;

        Run(String owner, int count, Map<Key, Folded> documents) {
            this.owner = owner;
            this.count = count;
            this.documents = documents;
        }

        void fold(Recorded recorded) {
            if (shared) {
                documents = new HashMap<>(documents);
                shared = false;
            }
            for (var after : Folds.changed(recorded, documents::get)) {
                documents.put(Key.of(after), after);
            }
            count++;
            if (count % STEP == 0) {
                documents = Map.copyOf(documents);
                shared = true;
                states.put(new Mark(owner, count), documents);
            }
        }

        /** What it has come to. */
        Map<Key, Folded> end() {
            if (!shared) {
                documents = Map.copyOf(documents);
                shared = true;
                between.put(new Mark(owner, count), documents);
            }
            return documents;
        }
    }

    /**
     * The entries of a kind that an owner's events add, in the order of their positions or against it.
     *
     * @param after only those of positions beyond it, in that order; null for all
     * @param reached what the copy reflects, at least {@code position}
     */
    <E extends Entry> List<E> entries(
            Class<E> kind,
            String owner,
            long position,
            long reached,
            @Nullable Long after,
            boolean falling,
            Predicate<E> wanted,
            int limit) {
        var positions = Objects.requireNonNull(
                positions(List.of(owner), position, reached).get(owner));
        var from = after == null || falling ? 0 : count(positions, after);
        var to = count(positions, after != null && falling ? Math.min(position, after - 1) : position);
        var entries = new ArrayList<E>();
        var blocks = (to + STEP - 1) / STEP - from / STEP;
        for (var i = 0; i < blocks && (limit == Documents.UNLIMITED || entries.size() < limit); i++) {
            var block = falling ? (to - 1) / STEP - i : from / STEP + i;
            var found = entries(owner, positions, block, to, position, reached).stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .filter(entry -> after == null || (falling ? entry.position() < after : entry.position() > after))
                    .filter(wanted)
                    .sorted((one, other) -> falling
                            ? Long.compare(other.position(), one.position())
                            : Long.compare(one.position(), other.position()))
                    .toList();
            entries.addAll(found);
        }
        return limit == Documents.UNLIMITED ? entries : entries.subList(0, Math.min(limit, entries.size()));
    }

    /** What the events of one block add, up to {@code to} of the owner's events. */
    private List<Folded> entries(String owner, long[] positions, int block, int to, long position, long reached) {
        var first = block * STEP;
        var last = Math.min(first + STEP, to);
        var documents = new HashMap<>(documents(owner, positions, first, reached));
        var entries = new ArrayList<Folded>();
        for (var recorded :
                events.at(Arrays.stream(positions, first, last).boxed().toList())) {
            for (var after : Folds.after(recorded, documents::get)) {
                if (after instanceof Entry) {
                    entries.add(after);
                } else {
                    documents.put(Key.of(after), after);
                }
            }
        }
        return entries;
    }

    /** Looks at what one event did, and says whether to go on. */
    interface Look {

        /**
         * @param changes the changed documents, and the entries that were added
         * @param documents the owner's after it; they change with the next event
         */
        boolean at(Recorded recorded, List<Folded> changes, Map<Key, Folded> documents);
    }

    /**
     * Goes through an owner's events.
     *
     * @param after the position after which to begin
     * @param position the last that counts
     * @param reached what the copy reflects, at least {@code position}
     */
    void walk(String owner, long after, long position, long reached, Look look) {
        var positions = Objects.requireNonNull(
                positions(List.of(owner), position, reached).get(owner));
        var to = count(positions, position);
        var from = Math.min(to, count(positions, after));
        if (from == to) {
            return;
        }
        var documents = new HashMap<>(documents(owner, positions, from, reached));
        for (var block = from; block < to; block += READ_AT_ONCE) {
            for (var recorded : events.at(Arrays.stream(positions, block, Math.min(block + READ_AT_ONCE, to))
                    .boxed()
                    .toList())) {
                var changes = Folds.after(recorded, documents::get);
                changes.stream()
                        .filter(change -> !(change instanceof Entry))
                        .forEach(change -> documents.put(Key.of(change), change));
                if (!look.at(recorded, changes, documents)) {
                    return;
                }
            }
        }
    }

    /** An owner's documents after its first so many events. */
    private Map<Key, Folded> documents(String owner, long[] positions, int count, long reached) {
        return count == 0
                ? NOTHING
                : Objects.requireNonNull(
                        at(List.of(owner), positions[count - 1], reached).get(owner));
    }

    /**
     * The entries of a kind that the events at these positions add, whatever was before them.
     *
     * @param positions all of them reached by the copy
     */
    <E extends Entry> List<E> entries(Class<E> kind, Collection<Long> positions) {
        return events.at(positions).stream()
                .flatMap(recorded -> Folds.entries(kind, recorded).stream())
                .toList();
    }

    /** Each owner's positions up to {@code position}, and maybe later ones. */
    private Map<String, long[]> positions(Collection<String> owners, long position, long reached) {
        var positions = new HashMap<String, long[]>();
        var unknown = new ArrayList<String>();
        for (var owner : owners) {
            var before = known.getIfPresent(owner);
            if (before == null || before.upTo < position) {
                unknown.add(owner);
            } else {
                positions.put(owner, before.positions);
            }
        }
        if (!unknown.isEmpty()) {
            var registers = new HashMap<String, Register>();
            events.registers(unknown).forEach(register -> registers.put(register.id(), register));
            unknown.forEach(owner -> positions.put(owner, learn(owner, registers.get(owner), reached)));
        }
        return positions;
    }

    private long[] learn(String owner, @Nullable Register register, long reached) {
        var read = new Known(register == null ? NO_POSITIONS : register.positions(), reached);
        known.asMap().merge(owner, read, (one, other) -> one.upTo > other.upTo ? one : other);
        return read.positions;
    }

    /** How many of the positions are at most {@code position}. */
    private static int count(long[] positions, long position) {
        var at = Arrays.binarySearch(positions, position);
        return at < 0 ? -at - 1 : at + 1;
    }
}
