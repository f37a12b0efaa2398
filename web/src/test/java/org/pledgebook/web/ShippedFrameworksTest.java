package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pledgebook.shared.assessment.AssessmentEvent;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Method;
import org.pledgebook.shared.framework.FrameworkPublished;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Each framework that is shipped, published through the real edge and rules, and answered. */
class ShippedFrameworksTest extends EdgeTest {

    @Autowired
    EventStore store;

    private String partner = "";

    static Stream<String> shipped() throws IOException {
        return Stream.of(new PathMatchingResourcePatternResolver().getResources("classpath:frameworks/*.yaml"))
                .map(file -> String.valueOf(file.getFilename()).replace(".yaml", ""));
    }

    @BeforeEach
    void partner() {
        partner = partner(board());
    }

    @Test
    void givenTheFolder_whenItIsListed_thenTheFieldsFrameworksAreThere() throws IOException {
        assertThat(shipped()).containsExactlyInAnyOrder("eds-2022", "eflg-2021", "pcref", "starter", "wres");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void givenFrameworkThatIsShipped_whenItIsPublished_thenTheRulesTakeItAndItSaysWhereItIsFrom(String file) {
        var framework = published(file);

        assertThat(framework.id()).isEqualTo(file);
        assertThat(framework.source()).hasSizeGreaterThan(100);
    }

    @Test
    void givenEds_whenItsShapeIsRead_thenThereAreElevenOutcomesInThreeDomains() {
        var eds = published("eds-2022");

        assertThat(eds.sections()).extracting(section -> section.items().size()).containsExactly(4, 4, 3);
        assertThat(eds.score().bands())
                .extracting(band -> band.from().intValue())
                .containsExactly(0, 8, 22, 33);
    }

    @Test
    void givenEveryOutcomeAtTwo_whenScored_thenItIsTwentyTwoAndAchieving() {
        var score = eds(item -> "2", null);

        assertThat(score.overall()).isEqualTo(new BigDecimal("22"));
        assertThat(score.maximum()).isEqualTo(new BigDecimal("33"));
        assertThat(score.label()).isEqualTo("Achieving");
    }

    @Test
    void givenDomainWithAHalf_whenScored_thenItsTotalIsRightToTheHalfAlsoWhereAnotherIsStated() {
        var score = eds(item -> item.equals("1a") ? "1.5" : "2", "23");

        assertThat(score.sections().get(0).score()).isEqualTo(new BigDecimal("7.5"));
        assertThat(score.overall()).isEqualTo(new BigDecimal("21.5"));
        assertThat(score.label()).isEqualTo("Developing");
    }

    @Test
    void givenLocalGovernmentsLevels_whenOneModuleIsBehind_thenTheLowestRules() {
        published("eflg-2021");

        var score = assessed(
                "eflg-2021",
                Stream.of("communities", "leadership", "services", "workforce")
                        .map(item -> answer(item, "rating", item.equals("services") ? "1" : "3")),
                null);

        assertThat(score.overall()).isEqualTo(BigDecimal.ONE);
        assertThat(score.label()).isEqualTo("Developing");
    }

    @Test
    void givenRaceEqualityFramework_whenItsShapeIsRead_thenItHasThreePartsAndSixCompetenciesAndNoScore() {
        var pcref = published("pcref");

        assertThat(pcref.sections()).hasSize(3);
        assertThat(pcref.sections().get(1).items()).hasSize(6);
        assertThat(pcref.items()).allMatch(item -> item.type() == ItemType.NARRATIVE);
        assertThat(pcref.score().method()).isEqualTo(Method.NONE);
    }

    @Test
    void givenTheCountsOfAWorkforce_whenAnswered_thenTheNineIndicatorsAreWorkedOut() {
        var wres = published("wres");
        assertThat(wres.sections()).hasSize(9);
        var counts = wres.items()
                .filter(item -> item.formula() == null)
                .map(item -> answer(
                        item.id(),
                        "value",
                        switch (item.id()) {
                            case "white-appointed" -> "4699";
                            case "bme-appointed" -> "1465";
                            case "white-shortlisted", "bme-shortlisted" -> "10000";
                            case "bme-all" -> "21";
                            case "staff-all", "all-voting" -> "100";
                            case "bme-voting" -> "17";
                            case "bme-band-1", "staff-band-1" -> "0";
                            default -> "1";
                        }));

        var indicators = assessed("wres", counts, null).indicators().stream()
                .collect(Collectors.toMap(Score.Indicator::item, Function.identity()));

        assertThat(indicators).hasSize((int)
                wres.items().filter(item -> item.formula() != null).count());
        assertThat(indicators.get("likelihood-appointed"))
                .isEqualTo(new Score.Indicator("likelihood-appointed", new BigDecimal("3.207509"), null));
        assertThat(indicators.get("share-all")).isEqualTo(new Score.Indicator("share-all", new BigDecimal("21"), null));
        assertThat(indicators.get("difference-board"))
                .isEqualTo(new Score.Indicator("difference-board", new BigDecimal("-4"), null));
        assertThat(indicators.get("share-band-1"))
                .isEqualTo(new Score.Indicator("share-band-1", null, Score.NotWorkable.NOBODY_TO_COMPARE));
    }

    private Score eds(Function<String, String> rating, @Nullable String stated) {
        var eds = published("eds-2022");
        return assessed("eds-2022", eds.items().map(item -> """
                {"item": "%s", "rating": %s, "evidence": "The EDS report"}""".formatted(item.id(), rating.apply(item.id()))), stated);
    }

    /** Publishes it once; another test may have done so. */
    private Framework published(String file) {
        if (!store.readEvents("framework:" + file).hasNext()) {
            send(as(ADMINISTRATOR, "/api/frameworks")
                            .header("Content-Type", "application/yaml")
                            .POST(BodyPublishers.ofString(text(file))))
                    .is(201);
        }
        return ((FrameworkPublished)
                        store.readEvents("framework:" + file).next().getPayload())
                .framework();
    }

    private Score assessed(String framework, Stream<String> answers, @Nullable String stated) {
        post(editor(partner), "/api/partners/" + partner + "/assessments/2023", """
                {"framework": "%s", "version": 1, "answers": [%s], "statedTotal": %s, "data": null, "userFeedback": null,
                 "staffFeedback": null}""".formatted(
                                framework, answers.collect(Collectors.joining(",")), stated))
                .is(201);
        return ((AssessmentEvent) store.readEvents("assessment:" + partner + "/2023")
                        .next()
                        .getPayload())
                .score();
    }

    private static String answer(String item, String field, String value) {
        return "{\"item\": \"%s\", \"%s\": %s}".formatted(item, field, value);
    }

    private static String text(String file) {
        try (var in = ShippedFrameworksTest.class.getResourceAsStream("/frameworks/" + file + ".yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
