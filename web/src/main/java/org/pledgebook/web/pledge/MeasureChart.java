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
 * @param points the readings, in the order of their periods
 * @param gaps periods without a reading; the line goes on behind them
 * @param baseline how far from the top; null without one
 * @param target how far from the top; null without one
 */
record MeasureChart(
        List<Point> points,
        List<Gap> gaps,
        @Nullable Integer baseline,
        @Nullable Integer target) {

    static final int WIDTH = 640;
    static final int HEIGHT = 220;

    private static final int LEFT = 30;
    private static final int RIGHT = 610;
    private static final int TOP = 34;
    private static final int BOTTOM = 172;

    /** A reading. */
    record Point(int x, int y, String period, BigDecimal value) {}

    /** A period that has no reading of the measure. */
    record Gap(int x, String period) {}

    /**
     * Draws a measure.
     *
     * @param periods all that the drawing has room for, in their order
     */
    static MeasureChart of(MeasureView measure, PledgeView pledge, List<String> periods) {
        var values = new ArrayList<Placed>();
        for (var i = 0; i < periods.size(); i++) {
            var period = periods.get(i);
            values.add(new Placed(x(i, periods.size()), period, reading(measure, pledge, period)));
        }
        var scale = Scale.over(
                Stream.concat(values.stream().map(Placed::value), Stream.of(measure.baseline(), measure.target()))
                        .filter(Objects::nonNull)
                        .toList());
        var points = new ArrayList<Point>();
        var gaps = new ArrayList<Gap>();
        for (var one : values) {
            if (one.value() == null) {
                gaps.add(new Gap(one.x(), one.period()));
            } else {
                points.add(new Point(one.x(), scale.y(one.value()), one.period(), one.value()));
            }
        }
        return new MeasureChart(
                points,
                gaps,
                measure.baseline() == null ? null : (Integer) scale.y(measure.baseline()),
                measure.target() == null ? null : (Integer) scale.y(measure.target()));
    }

    /** The line through all readings. */
    public String line() {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }

    private record Placed(int x, String period, @Nullable BigDecimal value) {}

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

        int y(BigDecimal value) {
            return most == least
                    ? (TOP + BOTTOM) / 2
                    : (int) Math.round(BOTTOM - (value.doubleValue() - least) / (most - least) * (BOTTOM - TOP));
        }
    }
}
