package org.pledgebook.shared.board;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Text;

/**
 * What a board does about small counts of people in anything that leaves the circle of a partner's own editors, its
 * board's members and its auditors: one policy for all of it.
 *
 * @param threshold counts from 1 to this are masked. Nobody is a fact that is shown
 * @param marker what stands where a count is masked; it holds no digit, so that it is never taken for a count
 * @param rounding counts that are shown are rounded to the nearest multiple of this, halves up; null shows them as they
 *     are
 * @param peopleUnits units of measures that count people, whatever their case and what else the unit says: their readings
 *     are small numbers too
 */
public record SmallNumbers(
        @Min(value = 1, message = "Give a whole number from 1 to 1,000.") @Max(value = 1_000, message = "Give a whole number from 1 to 1,000.") int threshold,

        @NotNull @Text(max = 20)
        @Pattern(regexp = "\\D*", message = "Leave the digits out: it could be taken for a count.") String marker,

        @Nullable @Min(value = 2, message = "Give a whole number from 2 to 1,000, or none.") @Max(value = 1_000, message = "Give a whole number from 2 to 1,000, or none.") Integer rounding,

        @NotNull @Size(max = 50, message = "Give at most 50.") List<@NotNull @Text(max = Text.SHORT) String> peopleUnits) {

    /**
     * What applies until a board sets its own, as in NHS hospital statistics: "1 to 7" is masked and everything else
     * rounded to the nearest 5 (NHS England, Hospital Episode Statistics, disclosure control).
     */
    public static final SmallNumbers USUAL = new SmallNumbers(
            7,
            "*",
            5,
            List.of(
                    "people",
                    "persons",
                    "adults",
                    "children",
                    "young people",
                    "users",
                    "service users",
                    "clients",
                    "patients",
                    "carers",
                    "residents",
                    "members",
                    "seats",
                    "staff",
                    "trustees",
                    "volunteers"));

    private static final String BETWEEN_WORDS = "[^\\p{L}\\p{N}%]+";
    private static final List<String> SHARES = List.of("%", "percent", "per cent");

    /** Whether a count is masked: somebody is counted, and not more than the threshold. */
    public boolean masks(long count) {
        return count >= 1 && count <= threshold;
    }

    /** A count that is not masked, as it is shown. */
    public int rounded(int count) {
        return rounding == null ? count : rounded(BigDecimal.valueOf(count)).intValueExact();
    }

    /**
     * Whether a measure in this unit counts people: it is one of theirs, or says one among other words, {@code people seen
     * by the team}. A percentage of them counts nobody, unless it is itself among the units.
     */
    public boolean countsPeople(@Nullable String unit) {
        if (unit == null) {
            return false;
        }
        var words = words(unit);
        var isShare = SHARES.stream().anyMatch(unit.toLowerCase(Locale.ROOT)::contains);
        return peopleUnits.stream()
                .map(SmallNumbers::words)
                .anyMatch(known -> known.equals(words)
                        || !isShare && !known.isEmpty() && Collections.indexOfSubList(words, known) >= 0);
    }

    private static List<String> words(String unit) {
        return Arrays.stream(unit.toLowerCase(Locale.ROOT).split(BETWEEN_WORDS, -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * A number of people that stands alone, such as one reading of a measure that {@link #countsPeople}, as it may be
     * shown; null where it is masked.
     *
     * <p>Whatever is reckoned from it must be made of what this answers, or be left out with it: attainment is
     * {@code (reading - baseline) / (target - baseline)} and gives the reading back to whoever knows baseline and
     * target; a difference gives it back to whoever knows the other number. For several readings of one measure use
     * {@link #shown(List)}.
     */
    public @Nullable BigDecimal shown(BigDecimal people) {
        return isSmall(people) ? null : rounded(people);
    }

    /**
     * Numbers of the same people over time, such as a measure's baseline followed by its readings, as they may be
     * shown; null in each place that is masked. A history says more than its numbers: where twelve people follow ten,
     * two have come. So a number is masked also where it lies within the threshold of the last one that is shown and
     * is not the same.
     */
    public List<@Nullable BigDecimal> shown(List<BigDecimal> history) {
        var shown = new ArrayList<@Nullable BigDecimal>();
        @Nullable BigDecimal last = null;
        for (var people : history) {
            if (isSmall(people) || last != null && isSmall(people.subtract(last))) {
                shown.add(null);
            } else {
                shown.add(rounded(people));
                last = people;
            }
        }
        return shown;
    }

    private boolean isSmall(BigDecimal people) {
        return people.signum() != 0 && people.abs().compareTo(BigDecimal.valueOf(threshold)) <= 0;
    }

    private BigDecimal rounded(BigDecimal people) {
        if (rounding == null) {
            return people;
        }
        var base = BigDecimal.valueOf(rounding);
        return people.divide(base, 0, RoundingMode.HALF_UP).multiply(base);
    }
}
