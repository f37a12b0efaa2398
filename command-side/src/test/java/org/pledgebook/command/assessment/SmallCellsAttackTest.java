package org.pledgebook.command.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Examples.day;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.command.assessment.SmallCells.Earlier;
import org.pledgebook.shared.assessment.ReleasedTable;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedCount;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedGroup;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.assessment.UsageTable.Group;
import org.pledgebook.shared.board.SmallNumbers;

/** Nobody outside gets to know a small count, however they subtract. */
class SmallCellsAttackTest {

    private static final int TABLES = 10_000;

    private static final String NOT_STATED = "not stated";

    @Test
    void givenRandomTablesAndWhatBecameOfThem_whenTheyAreAttacked_thenEverySmallValueStaysPossible() {
        var seed = new Random().nextLong();
        System.out.println("SmallCellsAttackTest, attacked: seed " + seed);
        var random = new Random(seed);
        var tried = new Tried();
        while (tried.tables < TABLES) {
            attack(History.of(random, tried, false), tried, "seed " + seed);
        }
        assertThat(tried.masked).as("releases with something masked").isGreaterThan(TABLES / 10);
        assertThat(tried.pairs).as("pairs of such releases").isGreaterThan(TABLES / 50);
    }

    /** The promise itself, to one who knows the code and may run it on every table they can think of. */
    @Test
    void givenRandomTablesAndWhatBecameOfThem_whenASmallCountIsAnother_thenEverythingReleasedIsTheSame() {
        var seed = new Random().nextLong();
        System.out.println("SmallCellsAttackTest, told apart: seed " + seed);
        var random = new Random(seed);
        var tried = new Tried();
        while (tried.tables < TABLES) {
            var history = History.of(random, tried, true);
            for (var release : history.releases) {
                tried.masked += release.shown.masked() ? 1 : 0;
                for (var cell : small(release)) {
                    checkCannotBeToldApart(history, release, cell, "seed " + seed);
                }
            }
        }
        assertThat(tried.masked).as("releases with something masked").isGreaterThan(TABLES / 10);
    }

    private static void attack(History history, Tried tried, String seed) {
        var attacker = new Attacker();
        history.releases.forEach(release -> attacker.sees(release.shown));
        for (int here = 0; here < history.releases.size(); here++) {
            var release = history.releases.get(here);
            tried.masked += release.shown.masked() ? 1 : 0;
            assertThat(masked(release.shown))
                    .as("%s: what is small in release %d of %s", seed, here, history)
                    .containsAll(alone(release));
            for (var cell : small(release)) {
                var all = IntStream.rangeClosed(1, history.lowestThreshold())
                        .boxed()
                        .toList();
                assertThat(attacker.possible(here, cell))
                        .as("%s: %s of %s", seed, cell, history)
                        .containsAll(all);
                for (int there = 0; there < history.releases.size(); there++) {
                    if (there != here) {
                        tried.pairs++;
                        var alike = alike(release, history.releases.get(there));
                        assertThat(attacker.possible(here, cell, there, alike))
                                .as(
                                        "%s: %s of release %d beside %d, %s alike, of %s",
                                        seed, cell, here, there, alike, history)
                                .containsAll(all);
                    }
                }
            }
        }
    }

    private static void checkCannotBeToldApart(History history, Release release, String cell, String seed) {
        var value = count(release.counts, cell);
        var companion = companion(release);
        for (int other = 1; other <= history.lowestThreshold(); other++) {
            var again = new ArrayList<Earlier>();
            for (var each : history.releases) {
                var counts = new LinkedHashMap<>(each.counts);
                if (masked(each.shown).contains(cell) && count(counts, cell) == value) {
                    counts.put(cell, other);
                    counts.merge(companion, value - other, Integer::sum);
                }
                var table = table(each.table, counts);
                var shown = SmallCells.release(table, each.policy, again, each.with);
                assertThat(shown)
                        .as("%s: %s is %d instead of %d in %s", seed, cell, other, value, history)
                        .isEqualTo(each.shown);
                again.add(new Earlier(table, shown));
            }
        }
    }

    @Test
    void givenTotalAndOneMaskedCount_whenAttacked_thenTheAttackerHasIt() {
        var attacker = new Attacker();
        attacker.sees(shown(20, Map.of("a", 12, "b", 5)));

        assertThat(attacker.possible(0, "c")).containsExactly(3);
    }

    private static ReleasedTable shown(int total, Map<String, Integer> counts) {
        var groups = new ArrayList<ReleasedGroup>();
        for (var id : List.of("a", "b", "c")) {
            groups.add(new ReleasedGroup(id, id, !counts.containsKey(id), counts.get(id)));
        }
        return new ReleasedTable(
                "t",
                "T",
                null,
                day("2023-01-01"),
                day("2023-12-31"),
                groups,
                null,
                null,
                null,
                total,
                null,
                2,
                "*",
                null);
    }

    @Test
    void givenMaskedCountsWhoseTotalMovesALittle_whenTheCompanionIsKnownToBeTheSame_thenTheAttackerNarrowsThem() {
        var attacker = new Attacker();
        attacker.sees(shown(40, Map.of("a", 10)));
        attacker.sees(shown(41, Map.of("a", 10)));

        assertThat(attacker.possible(0, "c")).containsAll(List.of(0, 1, 2));
        assertThat(attacker.possible(1, "c", 0, Set.of("b"))).doesNotContain(0);
    }

    @Test
    void givenCountThatWasShownBefore_whenItIsKnownToBeTheSame_thenTheAttackerHasWhatItHides() {
        var attacker = new Attacker();
        attacker.sees(shown(40, Map.of("a", 10, "b", 26, "c", 4)));
        attacker.sees(shown(37, Map.of("a", 10)));

        assertThat(attacker.possible(1, "c", 0, Set.of("a", "b"))).containsExactly(1);
    }

    /** How much was tried, so that a test which finds nothing has looked at something. */
    private static final class Tried {
        int tables;
        int masked;
        int pairs;
    }

    private record Release(
            UsageTable table,
            Map<String, Integer> counts,
            SmallNumbers policy,
            @Nullable String with,
            ReleasedTable shown) {}

    /** A table, and what became of it: all of it that was released. */
    private static final class History {

        private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");

        final List<Release> releases = new ArrayList<>();
        private final List<Earlier> earlier = new ArrayList<>();
        private final Random random;

        private History(Random random) {
            this.random = random;
        }

        static History of(Random random, Tried tried, boolean rounding) {
            var history = new History(random);
            var policy = history.policy(rounding);
            var table = new UsageTable(
                    "t",
                    "T",
                    "race",
                    day("2023-01-01"),
                    day("2023-06-30"),
                    List.of(new Group("a", "a", 0)),
                    null,
                    null,
                    null,
                    0,
                    null);
            var counts = history.counts();
            var tables = 1 + random.nextInt(4);
            for (int n = 0; n < tables; n++) {
                tried.tables++;
                table = table(table, counts);
                history.release(table, counts, policy);
                counts = history.changed(counts);
                if (random.nextInt(6) == 0) {
                    policy = history.policy(rounding);
                }
                if (random.nextInt(5) == 0) {
                    table = history.redressed(table);
                }
            }
            return history;
        }

        int lowestThreshold() {
            return releases.stream()
                    .filter(release -> release.shown.masked())
                    .mapToInt(release -> release.policy.threshold())
                    .min()
                    .orElse(0);
        }

        private void release(UsageTable table, Map<String, Integer> counts, SmallNumbers policy) {
            for (var with : new String[] {null, pick(counts)}) {
                try {
                    var shown = SmallCells.release(table, policy, earlier, with);
                    earlier.add(new Earlier(table, shown));
                    releases.add(new Release(table, counts, policy, with, shown));
                    return;
                } catch (CommandExecutionException refused) {
                    // Nobody outside hears of it.
                }
            }
        }

        private SmallNumbers policy(boolean rounding) {
            var threshold = 1 + random.nextInt(4);
            return new SmallNumbers(
                    threshold,
                    "*",
                    rounding && random.nextBoolean() ? 2 + random.nextInt(2 * threshold) : null,
                    List.of());
        }

        private Map<String, Integer> counts() {
            var counts = new LinkedHashMap<String, Integer>();
            IDS.subList(0, 2 + random.nextInt(3)).forEach(id -> counts.put(id, drawn()));
            if (random.nextBoolean()) {
                counts.put(NOT_STATED, drawn());
            }
            return counts;
        }

        private int drawn() {
            return switch (random.nextInt(4)) {
                case 0 -> random.nextInt(3);
                case 1 -> random.nextInt(8);
                case 2 -> random.nextInt(30);
                default -> random.nextInt(100);
            };
        }

        /** A restatement: one count is another, people are moved between two, a group is split, or all is counted anew. */
        private Map<String, Integer> changed(Map<String, Integer> before) {
            var counts = new LinkedHashMap<>(before);
            var cell = pick(counts);
            var other = pick(counts);
            switch (random.nextInt(6)) {
                case 0 -> counts.put(cell, drawn());
                case 1, 2 -> {
                    var moved = random.nextInt(1 + count(counts, cell));
                    counts.merge(cell, -moved, Integer::sum);
                    counts.merge(other, moved, Integer::sum);
                }
                case 3 -> {
                    var split = random.nextInt(1 + count(counts, cell));
                    counts.merge(cell, -split, Integer::sum);
                    counts.put("f", split);
                }
                case 4 -> counts.replaceAll((each, count) -> random.nextBoolean() ? count : drawn());
                default -> counts.merge(cell, random.nextInt(40), Integer::sum);
            }
            return counts;
        }

        /** The same people under another id, or the same id of other days. */
        private UsageTable redressed(UsageTable table) {
            var other = random.nextBoolean();
            return new UsageTable(
                    other ? "u" : "t",
                    table.title(),
                    table.characteristic(),
                    day(other || random.nextBoolean() ? "2023-01-01" : "2023-07-01"),
                    day("2023-12-31"),
                    table.groups(),
                    null,
                    null,
                    null,
                    0,
                    null);
        }

        private String pick(Map<String, Integer> counts) {
            var groups = counts.keySet().stream().filter(IDS::contains).toList();
            return groups.get(random.nextInt(groups.size()));
        }

        @Override
        public String toString() {
            return releases.stream()
                    .map(release -> release.counts + " at " + release.policy.threshold())
                    .toList()
                    .toString();
        }
    }

    private static UsageTable table(UsageTable like, Map<String, Integer> counts) {
        return new UsageTable(
                like.id(),
                like.title(),
                like.characteristic(),
                like.startsOn(),
                like.endsOn(),
                counts.entrySet().stream()
                        .filter(cell -> !cell.getKey().equals(NOT_STATED))
                        .map(cell -> new Group(cell.getKey(), cell.getKey(), cell.getValue()))
                        .toList(),
                counts.get(NOT_STATED),
                null,
                null,
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                null);
    }

    /** The counts of a release from 1 to the threshold that are masked. */
    private static Set<String> small(Release release) {
        var small = alone(release);
        small.retainAll(masked(release.shown));
        return small;
    }

    /** The counts that the policy of their release masks by themselves. */
    private static Set<String> alone(Release release) {
        var small = new TreeSet<>(release.counts.keySet());
        small.removeIf(cell -> !release.policy.masks(count(release.counts, cell)));
        return small;
    }

    private static Set<String> masked(ReleasedTable shown) {
        var masked = new TreeSet<String>();
        shown.groups().stream()
                .filter(ReleasedGroup::masked)
                .map(ReleasedGroup::id)
                .forEach(masked::add);
        @Nullable ReleasedCount notStated = shown.notStated();
        if (notStated != null && notStated.masked()) {
            masked.add(NOT_STATED);
        }
        return masked;
    }

    private static String companion(Release release) {
        return masked(release.shown).stream()
                .max((one, other) -> Integer.compare(count(release.counts, one), count(release.counts, other)))
                .orElseThrow();
    }

    private static Set<String> alike(Release one, Release other) {
        var alike = new HashSet<>(new HashMap<>(one.counts).keySet());
        alike.retainAll(other.counts.keySet());
        alike.removeIf(cell -> count(one.counts, cell) != count(other.counts, cell));
        return alike;
    }

    private static int count(Map<String, Integer> counts, String cell) {
        return counts.getOrDefault(cell, 0);
    }
}
