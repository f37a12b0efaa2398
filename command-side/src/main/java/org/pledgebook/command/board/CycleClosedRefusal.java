package org.pledgebook.command.board;

import org.pledgebook.shared.Refusal;

/** A cycle takes statements until it is closed. */
public final class CycleClosedRefusal {

    private CycleClosedRefusal() {}

    /** The refusal of a statement in this cycle. */
    public static Refusal of(CycleFacts cycle) {
        return Refusal.rule(
                "cycle-closed",
                "The cycle is closed",
                "The cycle '%s' is closed and takes no more statements. Ask the board's secretariat if it should."
                        .formatted(cycle.id()));
    }
}
