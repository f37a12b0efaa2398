package org.pledgebook.shared.pledge;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.pledgebook.shared.Figure;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.Slug;

/**
 * Where a measure stood when it was reported.
 *
 * @param measure the measure's id
 * @param value in the measure's unit
 */
public record Reading(
        @NotNull @Slug String measure, @NotNull @Figure BigDecimal value) {

    /** Spells equal numbers alike. */
    public Reading {
        value = Figures.plain(value);
    }
}
