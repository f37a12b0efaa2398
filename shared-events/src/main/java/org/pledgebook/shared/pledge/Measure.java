package org.pledgebook.shared.pledge;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Day;
import org.pledgebook.shared.Figure;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * Something that will be counted to know whether a pledge is kept.
 *
 * @param id unique in its pledge; {@link Reading}s name it
 * @param unit what is counted: {@code seats}, {@code %}
 * @param baseline where it stood when the pledge was made
 * @param target where it is meant to be; needs a unit and a baseline that differs from it
 * @param targetDate by when, inside the cycle
 */
public record Measure(
        @NotNull @Slug String id,
        @NotNull @Text(max = Text.SHORT) String title,
        @Nullable @Text(max = Text.SHORT) String unit,
        @Nullable @Figure BigDecimal baseline,
        @Nullable @Figure BigDecimal target,
        @Nullable @Day LocalDate targetDate) {

    /** Spells equal numbers alike. */
    public Measure {
        baseline = Figures.plainOrNull(baseline);
        target = Figures.plainOrNull(target);
    }

    /** The same by another day, or by none. */
    public Measure by(@Nullable LocalDate targetDate) {
        return new Measure(id, title, unit, baseline, target, targetDate);
    }
}
