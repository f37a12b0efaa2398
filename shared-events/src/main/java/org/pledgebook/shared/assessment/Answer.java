package org.pledgebook.shared.assessment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Figure;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * The answer to one item: exactly one of rating, choices, value, text and notApplicable.
 *
 * @param rating a mark on the scale of an ordinal item
 * @param choices values of the chosen options
 * @param value a number, percentage or ratio
 * @param text a narrative
 * @param notApplicable why the item does not apply; it then leaves the sum and its possible maximum
 * @param evidence what the mark rests on
 */
public record Answer(
        @NotNull @Slug String item,
        @Nullable @Figure BigDecimal rating,

        @Nullable @Size(max = 100, message = "Choose at most 100.") List<@NotNull @Figure BigDecimal> choices,

        @Nullable @Figure BigDecimal value,
        @Nullable @Text String text,
        @Nullable @Text String notApplicable,
        @Nullable @Text String evidence) {

    /** Spells equal numbers alike. */
    public Answer {
        rating = Figures.plainOrNull(rating);
        choices = choices == null ? null : choices.stream().map(Figures::plain).toList();
        value = Figures.plainOrNull(value);
    }
}
