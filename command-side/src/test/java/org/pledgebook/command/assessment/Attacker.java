package org.pledgebook.command.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.ReleasedTable;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedCount;

/**
 * Tries to work out what is masked, of nothing but what was released without rounding, which says the most. Knows that
 * counts are whole people, that a table adds up to its total, and that of the masked counts one is over the threshold
 * and the others are not. May know besides which counts are the same in two releases.
 *
 * <p>Knows nothing of how tables are masked, and shares no code with it: it writes down every table that could be.
 */
final class Attacker {

    private final List<Release> releases = new ArrayList<>();

    /** One more table is out. */
    void sees(ReleasedTable table) {
        releases.add(Release.of(table));
    }

    /** Every value that a masked count of a release can have, looking at that release alone. */
    Set<Integer> possible(int release, String cell) {
        return values(releases.get(release).tables(most(), each -> true), cell);
    }

    /** The same, with another release beside it and the knowledge that these counts are alike in both. */
    Set<Integer> possible(int release, String cell, int other, Set<String> alike) {
        var here = releases.get(release);
        var there = releases.get(other);
        var shared = new TreeSet<>(alike);
        shared.retainAll(here.masked);
        shared.retainAll(there.masked);
        var beside = new HashSet<Map<String, Integer>>();
        there.tables(most(), each -> agrees(each, here, alike)).forEach(each -> beside.add(part(each, shared)));
        return values(
                here.tables(most(), each -> agrees(each, there, alike) && beside.contains(part(each, shared))), cell);
    }

    /** The threshold may have been another at another time. */
    private int most() {
        return releases.stream().mapToInt(Release::threshold).max().orElseThrow();
    }

    private static boolean agrees(Map<String, Integer> table, Release shown, Set<String> alike) {
        return table.entrySet().stream()
                .filter(cell -> alike.contains(cell.getKey()) && shown.counts.containsKey(cell.getKey()))
                .allMatch(cell -> cell.getValue().equals(shown.counts.get(cell.getKey())));
    }

    private static Map<String, Integer> part(Map<String, Integer> table, Set<String> cells) {
        var part = new HashMap<>(table);
        part.keySet().retainAll(cells);
        return part;
    }

    private static Set<Integer> values(List<Map<String, Integer>> tables, String cell) {
        var values = new TreeSet<Integer>();
        tables.forEach(table -> values.add(table.getOrDefault(cell, -1)));
        return values;
    }

    /** What stands in one release. */
    private record Release(List<String> masked, Map<String, Integer> counts, int total, int threshold) {

        static Release of(ReleasedTable table) {
            var masked = new ArrayList<String>();
            var counts = new LinkedHashMap<String, Integer>();
            table.groups().forEach(group -> put(group.id(), group.count(), masked, counts));
            put("not stated", table.notStated(), masked, counts);
            put("prefer not to say", table.preferNotToSay(), masked, counts);
            put("not asked", table.notAsked(), masked, counts);
            return new Release(masked, counts, table.total(), table.threshold());
        }

        private static void put(
                String cell, @Nullable ReleasedCount count, List<String> masked, Map<String, Integer> counts) {
            if (count != null) {
                put(cell, count.count(), masked, counts);
            }
        }

        private static void put(
                String cell, @Nullable Integer count, List<String> masked, Map<String, Integer> counts) {
            if (count == null) {
                masked.add(cell);
            } else {
                counts.put(cell, count);
            }
        }

        /** Every way to fill the masked places. */
        List<Map<String, Integer>> tables(int most, Predicate<Map<String, Integer>> that) {
            var hidden =
                    total - counts.values().stream().mapToInt(Integer::intValue).sum();
            var tables = new ArrayList<Map<String, Integer>>();
            if (masked.isEmpty()) {
                tables.add(Map.of());
            }
            for (int large = 0; large < masked.size(); large++) {
                fill(0, large, hidden, most, new HashMap<>(), that, tables);
            }
            return tables;
        }

        private void fill(
                int place,
                int large,
                int hidden,
                int most,
                Map<String, Integer> table,
                Predicate<Map<String, Integer>> that,
                List<Map<String, Integer>> tables) {
            if (place == masked.size()) {
                table.put(masked.get(large), hidden);
                if (hidden > threshold && that.test(table)) {
                    tables.add(new HashMap<>(table));
                }
            } else if (place == large) {
                fill(place + 1, large, hidden, most, table, that, tables);
            } else {
                for (int count = 0; count <= most; count++) {
                    table.put(masked.get(place), count);
                    fill(place + 1, large, hidden - count, most, table, that, tables);
                }
            }
        }
    }
}
