package org.pledgebook.query.pledge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.Reading;

/**
 * How far a measure has come.
 *
 * @param reading the latest that was reported; null without one
 * @param readIn the period that reading was reported for
 * @param attainment {@code (reading - baseline) / (target - baseline)}, rounded half up to four decimals; null where it
 *     cannot be said
 */
public record Reached(
        @Nullable BigDecimal reading,
        @Nullable String readIn,
        @Nullable BigDecimal attainment) {

    private static final int DECIMALS = 4;

    /** The readings of one report. */
    public interface Readings {

        /** The period they were reported for. */
        String period();

        /** Each measure at most once. */
        List<Reading> readings();
    }

    /** What the latest reading of {@code measure} comes to; {@code reports} are in the order of their periods. */
    public static Reached of(Measure measure, List<? extends Readings> reports) {
        for (var i = reports.size() - 1; i >= 0; i--) {
            for (var reading : reports.get(i).readings()) {
                if (reading.measure().equals(measure.id())) {
                    return new Reached(reading.value(), reports.get(i).period(), attainment(measure, reading.value()));
                }
            }
        }
        return new Reached(null, null, null);
    }

    private static @Nullable BigDecimal attainment(Measure measure, BigDecimal reading) {
        var baseline = measure.baseline();
        var target = measure.target();
        if (baseline == null || target == null || baseline.compareTo(target) == 0) {
            return null;
        }
        return Figures.plain(
                reading.subtract(baseline).divide(target.subtract(baseline), DECIMALS, RoundingMode.HALF_UP));
    }
}
