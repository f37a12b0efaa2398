package org.pledgebook.command;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A statement cannot have been said in the future. */
public final class SaidOn {

    private SaidOn() {}

    /**
     * Adds a fault where it was.
     *
     * @param today where the board is
     */
    public static void check(@Nullable LocalDate saidOn, LocalDate today, Faults faults) {
        if (saidOn != null && saidOn.isAfter(today)) {
            faults.add(
                    "said-in-the-future",
                    "Nothing was said in the future yet",
                    "/saidOn",
                    "Give today, %s, an earlier day, or none.".formatted(today));
        }
    }
}
