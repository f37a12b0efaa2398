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
 */
public record Score(
        @Nullable BigDecimal overall,
        @Nullable BigDecimal maximum,
        @Nullable String label,
        List<SectionScore> sections) {

    /** Spells equal numbers alike and copies the list. */
    public Score {
        overall = Figures.plainOrNull(overall);
        maximum = Figures.plainOrNull(maximum);
        sections = List.copyOf(sections);
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
}
