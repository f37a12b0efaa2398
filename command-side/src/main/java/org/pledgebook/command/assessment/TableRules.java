package org.pledgebook.command.assessment;

import java.util.HashSet;
import java.util.List;
import org.pledgebook.command.Faults;
import org.pledgebook.command.partner.Stance;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.assessment.UsageTable.Group;

/** Whether tables of a service's users can be read as such. That one does not add up is shown, not refused. */
final class TableRules {

    private TableRules() {}

    /** Puts every fault into {@code faults}, under where a body has its tables. */
    static void check(List<UsageTable> tables, Stance stance, Streams streams, Faults faults) {
        var ids = new HashSet<String>();
        for (int i = 0; i < tables.size(); i++) {
            var table = tables.get(i);
            var at = "/data/tables/" + i;
            if (!ids.add(table.id())) {
                faults.add("named-twice", "An id is used twice", at + "/id", "Give each table an id of its own.");
            }
            checkCharacteristic(table, stance, at, faults);
            checkDays(table, stance, at, faults);
            checkGroups(table.groups(), at + "/groups", faults);
            checkReference(table, streams, at, faults);
        }
    }

    /** Refuses ids that are used twice. */
    static void checkGroups(List<Group> groups, String at, Faults faults) {
        var ids = new HashSet<String>();
        for (int g = 0; g < groups.size(); g++) {
            if (!ids.add(groups.get(g).id())) {
                faults.add(
                        "named-twice",
                        "An id is used twice",
                        at + "/" + g + "/id",
                        "Give each group of a table an id of its own.");
            }
        }
    }

    private static void checkCharacteristic(UsageTable table, Stance stance, String at, Faults faults) {
        if (table.characteristic() != null && !stance.board().knows(table.characteristic())) {
            faults.add(
                    "unknown-characteristic",
                    "This characteristic is not known",
                    at + "/characteristic",
                    "Give one of the Act's nine or of the board's own, or none: '%s' is not among them."
                            .formatted(table.characteristic()));
        }
    }

    private static void checkDays(UsageTable table, Stance stance, String at, Faults faults) {
        if (table.endsOn().isBefore(table.startsOn())) {
            faults.add(
                    "dates-out-of-order",
                    "The dates are out of order",
                    at + "/endsOn",
                    "Give a day on or after the first that was counted, %s.".formatted(table.startsOn()));
        } else if (table.endsOn().isAfter(stance.today())) {
            faults.add(
                    "counted-in-the-future",
                    "Nobody was counted in the future yet",
                    at + "/endsOn",
                    "Give today, %s, or an earlier day.".formatted(stance.today()));
        }
    }

    private static void checkReference(UsageTable table, Streams streams, String at, Faults faults) {
        var reference = table.reference();
        if (reference != null
                && !ReferenceFacts.of(reference.id(), streams).versions().contains(reference.version())) {
            faults.add(
                    "unknown-reference",
                    "This reference population is not published",
                    at + "/reference",
                    "There is no version %d of '%s'. See the reference populations for those there are."
                            .formatted(reference.version(), reference.id()));
        }
    }
}
