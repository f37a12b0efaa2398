package org.pledgebook.shared.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Figures;

/**
 * What the marks of an assessment come to by the framework's method.
 *
 * @param overall null where the method is none, or nothing has a mark
 * @param maximum the most that {@code overall} could have been with the items that apply; null when it is
 * @param label the name of the band that {@code overall} falls in, where there are bands
 * @param sections the same per section, in the framework's order
 * @param indicators what the items with a formula came to, in the framework's order
 */
public record Score(
        @Nullable BigDecimal overall,
        @Nullable BigDecimal maximum,
        @Nullable String label,
        List<SectionScore> sections,
        List<Indicator> indicators) {

    /** Spells equal numbers alike, copies the lists and makes absent indicators an empty one. */
    public Score {
        overall = Figures.plainOrNull(overall);
        maximum = Figures.plainOrNull(maximum);
        sections = List.copyOf(sections);
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
    }

    /**
     * One section's part.
     *
     * @param section the section's id
     * @param score null where nothing in it has a mark
     * @param maximum the most it could have been; null when {@code score} is
     */
    public record SectionScore(
            String section,
            @Nullable BigDecimal score,
            @Nullable BigDecimal maximum) {

        /** Spells equal numbers alike. */
        public SectionScore {
            score = Figures.plainOrNull(score);
            maximum = Figures.plainOrNull(maximum);
        }
    }

    /**
     * What one item with a formula came to: either a value or why there is none.
     *
     * @param item the item's id
     * @param value to six decimals, rounded half up; null where it could not be worked out
     * @param notWorkable why; null where it could
     */
    public record Indicator(
            String item,
            @Nullable BigDecimal value,
            @Nullable NotWorkable notWorkable) {

        /** Spells equal numbers alike. */
        public Indicator {
            value = Figures.plainOrNull(value);
        }
    }

    /** Why an indicator has no value. */
    public enum NotWorkable {
        /** A count it is made of was not given, or does not apply. */
        COUNT_MISSING,
        /** It would divide by zero: there is nobody to compare with. */
        NOBODY_TO_COMPARE
    }
}
