package org.pledgebook.web.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.MeasureView;
import org.pledgebook.query.pledge.PledgeView.ReportView;
import org.pledgebook.query.pledge.Standing;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.Commitment.Origin;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.Status;
import org.pledgebook.web.pledge.MeasureChart.Mark;

/** Where things are on the drawing of a measure, and that they can be told apart. */
class MeasureChartTest {

    private static final double LEAST_CONTRAST = 3;

    @Test
    void givenReadings_whenTheyAreDrawn_thenMoreIsHigher_andAPeriodWithoutOneHasNoPoint() {
        var chart = MeasureChart.of(measure("0", "80"), pledge("a", "20", "c", "60"), List.of("a", "b", "c"));

        assertThat(chart.any()).isTrue();
        assertThat(chart.marks()).extracting(Mark::period).containsExactly("a", "b", "c");
        assertThat(chart.marks().get(1).y()).isNull();
        assertThat(chart.target()).isLessThan(chart.marks().get(2).y());
        assertThat(chart.marks().get(2).y()).isLessThan(chart.marks().get(0).y());
        assertThat(chart.marks().get(0).y()).isLessThan(chart.baseline());
        assertThat(chart.marks()).extracting(Mark::x).isSorted();
        assertThat(chart.line().split(" ")).hasSize(2);
    }

    @Test
    void givenNoReadings_whenTheyAreDrawn_thenThereIsNothingToDraw() {
        var chart = MeasureChart.of(measure(null, null), pledge(), List.of("a", "b"));

        assertThat(chart.any()).isFalse();
        assertThat(chart.line()).isEmpty();
        assertThat(chart.baseline()).isNull();
        assertThat(chart.target()).isNull();
    }

    @Test
    void givenAllTheSame_whenItIsDrawn_thenItLiesInTheMiddle_andTheNamesDoNotLieOnEachOther() {
        var chart = MeasureChart.of(measure("5", "5"), pledge("a", "5"), List.of("a"));

        assertThat(chart.marks().get(0).y()).isEqualTo(chart.target()).isEqualTo(chart.baseline());
        assertThat(chart.baselineName() - chart.targetName()).isGreaterThan(12);
    }

    @Test
    void givenMorePeriodsThanThereIsRoomFor_whenTheyAreDrawn_thenEachHasItsPoint_andTheLastIsNamed() {
        var periods = IntStream.range(0, 40).mapToObj(i -> "p-" + i).toList();

        var chart = MeasureChart.of(measure("0", "1"), pledge("p-3", "1"), periods);

        assertThat(chart.marks()).hasSize(40);
        assertThat(chart.marks().stream().filter(Mark::named)).hasSizeBetween(2, 6);
        assertThat(chart.marks().get(39).named()).isTrue();
    }

    @Test
    void givenTheColoursOfTheDrawing_whenNeighboursAreCompared_thenTheyCanBeToldApart() throws IOException {
        var line = colour("line");

        assertThat(List.of(colour("target"), colour("baseline"))).allSatisfy(colour -> {
            assertThat(contrast(colour, "ffffff")).as(colour).isGreaterThanOrEqualTo(LEAST_CONTRAST);
            assertThat(contrast(colour, line)).as(colour).isGreaterThanOrEqualTo(LEAST_CONTRAST);
        });
        assertThat(contrast(colour("axis"), "ffffff")).isGreaterThanOrEqualTo(LEAST_CONTRAST);
    }

    private static String colour(String what) throws IOException {
        var found = Pattern.compile("\\.pb-chart__" + what + " \\{ stroke: #([0-9a-f]{6})")
                .matcher(Files.readString(Path.of("src/main/resources/org/pledgebook/web/assets/pledgebook.css")));
        assertThat(found.find()).as(what).isTrue();
        return found.group(1);
    }

    /** As the Web Content Accessibility Guidelines reckon it. */
    private static double contrast(String one, String other) {
        var lighter = Math.max(luminance(one), luminance(other)) + 0.05;
        return lighter / (Math.min(luminance(one), luminance(other)) + 0.05);
    }

    private static double luminance(String colour) {
        var parts = IntStream.of(0, 2, 4)
                .mapToDouble(i -> Integer.parseInt(colour.substring(i, i + 2), 16) / 255.0)
                .map(part -> part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    private static MeasureView measure(@Nullable String baseline, @Nullable String target) {
        return new MeasureView("seats", "Seats", "seats", number(baseline), number(target), null, null, null, null);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static PledgeView pledge(String... periodsAndReadings) {
        var reports = IntStream.range(0, periodsAndReadings.length / 2)
                .mapToObj(i -> new ReportView(
                        periodsAndReadings[2 * i],
                        null,
                        false,
                        false,
                        Status.ON_TRACK,
                        "n",
                        List.of(new Reading("seats", new BigDecimal(periodsAndReadings[2 * i + 1]))),
                        List.of(),
                        null,
                        List.of()))
                .toList();
        return new PledgeView(
                "p/c/1",
                "b",
                "p",
                "c",
                1,
                "t",
                "i",
                "a",
                "o",
                "h",
                List.of("age"),
                Origin.NEW,
                List.of(),
                new Basis("d", null, null),
                "l",
                List.of(),
                List.of(),
                null,
                Instant.EPOCH,
                "actor",
                true,
                Standing.LIVE,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                reports,
                List.of(),
                1);
    }
}
