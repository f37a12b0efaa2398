package org.pledgebook.web.pledge;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.MeasureView;
import org.pledgebook.shared.pledge.Reading;

/**
 * The readings of a measure as a line, with its baseline and target: where on the drawing each thing is.
 *
 * @param marks one per period, in their order
 * @param baseline how far from the top; null without one
 * @param target how far from the top; null without one
 */
record MeasureChart(
        List<Mark> marks,
        @Nullable Integer baseline,
        @Nullable Integer target) {

    private static final int LEFT = 30;
    private static final int RIGHT = 570;
    private static final int TOP = 34;
    private static final int BOTTOM = 172;

    private static final int NAME = 17;
    private static final int HALF_A_NAME = 4;

    /** As many periods as have room for their names. */
    private static final int NAMES = 6;

    /**
     * A period.
     *
     * @param y how far from the top; null where the measure was not read
     * @param value what was read; null where it was not
     * @param named whether there is room for its name
     */
    record Mark(
            int x,
            @Nullable Integer y,
            String period,
            @Nullable BigDecimal value,
            boolean named) {}

    /**
     * Draws a measure.
     *
     * @param periods all that the drawing has room for, in their order
     */
    static MeasureChart of(MeasureView measure, PledgeView pledge, List<String> periods) {
        var values = new ArrayList<@Nullable BigDecimal>();
        periods.forEach(period -> values.add(reading(measure, pledge, period)));
        var scale = Scale.over(Stream.concat(values.stream(), Stream.of(measure.baseline(), measure.target()))
                .filter(Objects::nonNull)
                .toList());
        var step = (periods.size() + NAMES - 1) / NAMES;
        var marks = new ArrayList<Mark>();
        for (var i = 0; i < periods.size(); i++) {
            var value = values.get(i);
            // The last is always named: it is the one that is looked for.
            var named = (periods.size() - 1 - i) % step == 0;
            marks.add(new Mark(x(i, periods.size()), scale.y(value), periods.get(i), value, named));
        }
        return new MeasureChart(marks, scale.y(measure.baseline()), scale.y(measure.target()));
    }

    /** Where the baseline's name stands: beside its line, or below both where the target's name is close. */
    public int baselineName() {
        var at = baseline == null ? 0 : baseline;
        var other = target == null ? at + BOTTOM : target;
        return Math.abs(at - other) < NAME ? Math.max(at, other) + NAME : at + HALF_A_NAME;
    }

    /** Where the target's name stands. */
    public int targetName() {
        return target == null ? 0 : target + HALF_A_NAME;
    }

    /** Whether there is anything to draw. */
    public boolean any() {
        return marks.stream().anyMatch(mark -> mark.y() != null);
    }

    /** The line through all readings. */
    public String line() {
        return marks.stream()
                .filter(mark -> mark.y() != null)
                .map(mark -> mark.x() + "," + mark.y())
                .collect(Collectors.joining(" "));
    }

    private static int x(int index, int of) {
        return of == 1 ? (LEFT + RIGHT) / 2 : LEFT + 40 + index * (RIGHT - LEFT - 80) / (of - 1);
    }

    private static @Nullable BigDecimal reading(MeasureView measure, PledgeView pledge, String period) {
        return pledge.reports().stream()
                .filter(report -> report.period().equals(period))
                .flatMap(report -> report.readings().stream())
                .filter(reading -> reading.measure().equals(measure.id()))
                .map(Reading::value)
                .findFirst()
                .orElse(null);
    }

    private record Scale(double least, double most) {

        static Scale over(List<BigDecimal> values) {
            var numbers = values.stream().mapToDouble(BigDecimal::doubleValue).summaryStatistics();
            return values.isEmpty() ? new Scale(0, 1) : new Scale(numbers.getMin(), numbers.getMax());
        }

        @Nullable Integer y(@Nullable BigDecimal value) {
            if (value == null) {
                return null;
            }
            return most == least
                    ? (TOP + BOTTOM) / 2
                    : (int) Math.round(BOTTOM - (value.doubleValue() - least) / (most - least) * (BOTTOM - TOP));
        }
    }
}
