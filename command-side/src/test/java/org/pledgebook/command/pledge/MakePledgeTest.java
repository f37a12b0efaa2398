package org.pledgebook.command.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.CHOICES;
import static org.pledgebook.command.Examples.COMMITMENT;
import static org.pledgebook.command.Examples.CYCLE_CLOSED;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.EDS;
import static org.pledgebook.command.Examples.FRAMEWORK;
import static org.pledgebook.command.Examples.FRAMEWORK_PUBLISHED;
import static org.pledgebook.command.Examples.MAKE_PLEDGE;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.PARTNER_LEFT;
import static org.pledgebook.command.Examples.SEATS;
import static org.pledgebook.command.Examples.day;
import static org.pledgebook.command.Examples.firstQuarterReported;
import static org.pledgebook.command.Examples.number;
import static org.pledgebook.command.Examples.pledgeMade;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.command.Book;
import org.pledgebook.command.Book.Outcome;
import org.pledgebook.shared.framework.FrameworkPublished;
import org.pledgebook.shared.partner.TeamAdded;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.Measure;

class MakePledgeTest {

    private final Book book = Book.of(PledgeSet.class).given(BOARD_ESTABLISHED, CYCLE_OPENED, PARTNER_JOINED);

    @Test
    void givenNoPledge_whenOneIsMade_thenItIsTheFirst() {
        book.when(MAKE_PLEDGE).then(pledgeMade(1)).answers("healthwatch/2023/1", 1);
    }

    @Test
    void givenTwoPledges_whenThirdIsMade_thenItHasTheNextNumberAndVersionOne() {
        book.given(pledgeMade(1), firstQuarterReported(), pledgeMade(2));
        book.when(MAKE_PLEDGE).then(pledgeMade(3)).answers("healthwatch/2023/3", 1);
    }

    @Test
    void givenThreePledges_whenFourthIsMade_thenTheyAreFull() {
        book.given(pledgeMade(1), pledgeMade(2), pledgeMade(3))
                .when(MAKE_PLEDGE)
                .refused("pledges-full", 409);
    }

    @Test
    void givenCycleOfOnePledge_whenSecondIsMade_thenTheyAreFull() {
        Book.of(PledgeSet.class)
                .given(BOARD_ESTABLISHED, with(CYCLE_OPENED, "pledgesPerPartner", 1), PARTNER_JOINED, pledgeMade(1))
                .when(MAKE_PLEDGE)
                .refused("pledges-full", 409);
    }

    @Test
    void givenPledgesOfAnotherPartner_whenOneIsMade_thenTheyDoNotCount() {
        var other = with(PARTNER_JOINED, "partner", "mind");
        book.given(other, pledgeMade(1), pledgeMade(2), pledgeMade(3));
        book.when(with(MAKE_PLEDGE, "partner", "mind")).answers("mind/2023/1", 1);
    }

    @Test
    void givenNoSuchPartnerOrCycle_whenPledgeIsMade_thenItIsUnknown() {
        book.when(with(MAKE_PLEDGE, "partner", "nobody")).refused("not-found", 404);
        book.when(with(MAKE_PLEDGE, "cycle", "2019")).refused("not-found", 404);
    }

    @Test
    void givenCycleOfAnotherBoard_whenPledgeIsMade_thenItIsUnknown() {
        book.given(
                with(BOARD_ESTABLISHED, "board", "camden"),
                with(with(CYCLE_OPENED, "board", "camden"), "cycle", "2024"));
        book.when(with(MAKE_PLEDGE, "cycle", "2024")).refused("not-found", 404);
    }

    @Test
    void givenClosedCycle_whenPledgeIsMade_thenItTakesNoMoreStatements() {
        book.given(CYCLE_CLOSED).when(MAKE_PLEDGE).refused("cycle-closed", 409);
    }

    @Test
    void givenPartnerThatLeft_whenPledgeIsMade_thenItMakesNoMoreStatements() {
        book.given(PARTNER_LEFT).when(MAKE_PLEDGE).refused("partner-has-left", 409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-06-30T12:00:00Z", "2024-02-01T12:00:00Z"})
    void givenDayBeforeOrAfterTheCycle_whenItIsNotClosed_thenPledgeCanBeMade(String instant) {
        book.at(instant).when(MAKE_PLEDGE).then(pledgeMade(1));
    }

    @Test
    void givenDaysInThePast_whenItWasSaid_thenThatIsKeptButNotTheFuture() {
        book.when(with(MAKE_PLEDGE, "saidOn", day("2023-01-18")))
                .then(with(pledgeMade(1), "saidOn", day("2023-01-18")));
        book.when(with(MAKE_PLEDGE, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
    }

    @Test
    void givenLondonInSummer_whenItIsPastMidnightThereOnly_thenSaidTodayIsToday() {
        var saidToday = with(MAKE_PLEDGE, "saidOn", day("2023-06-02"));
        book.at("2023-06-01T22:59:59.999Z").when(saidToday).refused("said-in-the-future", 422, "/saidOn");
        book.at("2023-06-01T23:00:00Z").when(saidToday).answers("healthwatch/2023/1", 1);
    }

    @Test
    void givenNoCharacteristic_whenPledgeIsMade_thenItConcernsNobody() {
        making("characteristics", List.of()).refused("no-characteristic", 422, "/characteristics");
    }

    @Test
    void givenCharacteristicsOfTheActAndTheBoard_whenPledgeIsMade_thenOthersAreUnknown() {
        making("characteristics", List.of("race", "caring", "height", "sexual-orientation"))
                .refused("unknown-characteristic", 422, "/characteristics/2");
        making("characteristics", List.of("race", "caring", "sexual-orientation"))
                .answers("healthwatch/2023/1", 1);
    }

    @Test
    void givenCharacteristicOrTeamNamedTwice_whenPledgeIsMade_thenBothAreNamed() {
        var twice = with(COMMITMENT, "characteristics", List.of("age", "age"));
        book.when(with(MAKE_PLEDGE, "commitment", with(twice, "teams", List.of("outreach", "outreach"))))
                .refused("named-twice", 422, "/characteristics/1", "/teams/1");
    }

    @Test
    void givenTeamsOfThePartner_whenPledgePilotsInThem_thenOthersAreUnknown() {
        making("teams", List.of("outreach", "reception")).refused("unknown-team", 422, "/teams/1");
        book.given(new TeamAdded("islington", "healthwatch", "reception"));
        making("teams", List.of("outreach", "reception")).answers("healthwatch/2023/1", 1);
    }

    @Test
    void givenTeamOfAnotherPartner_whenPledgePilotsInIt_thenItIsUnknown() {
        book.given(with(with(PARTNER_JOINED, "partner", "mind"), "teams", List.of("helpline")));
        making("teams", List.of("helpline")).refused("unknown-team", 422, "/teams/0");
    }

    @Test
    void givenNeitherDataNorFeedback_whenPledgeIsMade_thenItRestsOnNothing() {
        making("basis", new Basis(null, null, null)).refused("rests-on-nothing", 422, "/basis");
    }

    @Test
    void givenOneOfDataAndFeedback_whenPledgeIsMade_thenThatIsEnough() {
        making("basis", new Basis("Figures", null, null)).answers("healthwatch/2023/1", 1);
        making("basis", new Basis(null, "Users say", null)).answers("healthwatch/2023/1", 1);
        making("basis", new Basis(null, null, "Staff say")).answers("healthwatch/2023/1", 1);
    }

    @Test
    void givenNoMeasureOrOneWithoutTarget_whenPledgeIsMade_thenItIsNotYetMeasurable() {
        making("measures", List.of()).answers("healthwatch/2023/1", 1);
        measuring(new Measure("leaflets", "Leaflets", null, null, null, null)).answers("healthwatch/2023/1", 1);
        measuring(new Measure("leaflets", "Leaflets", null, number("5"), null, null))
                .answers("healthwatch/2023/1", 1);
    }

    @Test
    void givenTwoMeasuresOfOneId_whenPledgeIsMade_thenTheSecondIsNamed() {
        measuring(SEATS, with(SEATS, "title", "Others")).refused("named-twice", 422, "/measures/1/id");
    }

    @Test
    void givenTarget_whenUnitOrBaselineIsMissing_thenItIsNeeded() {
        altering("unit", null).refused("target-without-unit", 422, "/measures/0/unit");
        altering("baseline", null).refused("target-without-baseline", 422, "/measures/0/baseline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.0", "2.000000", "0.2e1"})
    void givenTarget_whenItIsItsBaselineHoweverSpelled_thenItMustDiffer(String baseline) {
        var refusal = altering("baseline", number(baseline)).refused("target-is-baseline", 422, "/measures/0/target");
        assertThat(refusal.detail()).contains("the baseline, 2.");
    }

    @Test
    void givenTargetBelowItsBaseline_whenPledgeIsMade_thenLessIsAnAimToo() {
        altering("baseline", number("7")).answers("healthwatch/2023/1", 1);
        altering("target", number("-0.5")).answers("healthwatch/2023/1", 1);
    }

    @Test
    void givenTargetDate_whenThereIsNoTarget_thenOneIsNeeded() {
        altering("target", null).refused("target-date-without-target", 422, "/measures/0/targetDate");
    }

    @Test
    void givenTargetWithoutDate_whenPledgeIsMade_thenNoneIsNeeded() {
        altering("targetDate", null).answers("healthwatch/2023/1", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-12-31", "2024-01-01", "1900-01-01", "2199-12-31"})
    void givenTargetDateOutsideTheCycle_whenPledgeIsMade_thenItMustLieInside(String date) {
        var refusal =
                altering("targetDate", day(date)).refused("target-date-outside-cycle", 422, "/measures/0/targetDate");
        assertThat(refusal.detail()).contains("2023-01-01 to 2023-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-01-01", "2023-12-31"})
    void givenTargetDateOnTheFirstOrLastDay_whenPledgeIsMade_thenItLiesInside(String date) {
        altering("targetDate", day(date)).answers("healthwatch/2023/1", 1);
    }

    @Test
    void givenPublishedFramework_whenPledgeAnswersItsItems_thenAnyVersionWillDo() {
        var item = new AnsweredItem(FRAMEWORK, "access");
        making("items", List.of(item)).refused("unknown-framework", 422, "/items/0/framework");
        var second = with(
                with(EDS, "version", 2), "sections", List.of(with(EDS.sections().get(0), "items", List.of(CHOICES))));
        book.given(FRAMEWORK_PUBLISHED, new FrameworkPublished(second));
        making("items", List.of(item, new AnsweredItem(FRAMEWORK, "doors")))
                .then(with(
                        pledgeMade(1),
                        "commitment",
                        with(COMMITMENT, "items", List.of(item, new AnsweredItem(FRAMEWORK, "doors")))));
        making("items", List.of(item, new AnsweredItem(FRAMEWORK, "nothing"), item))
                .refused("unknown-item", 422, "/items/1/item", "/items/2");
        making("items", List.of(new AnsweredItem("nothing", "access")))
                .refused("unknown-framework", 422, "/items/0/framework");
    }

    @Test
    void givenSeveralFaults_whenPledgeIsMade_thenAllAreNamedAtOnceAndBeforeRoomIsLookedFor() {
        book.given(pledgeMade(1), pledgeMade(2), pledgeMade(3), CYCLE_CLOSED);
        var commitment =
                with(with(COMMITMENT, "characteristics", List.of()), "measures", List.of(with(SEATS, "unit", null)));
        book.when(with(with(MAKE_PLEDGE, "commitment", commitment), "saidOn", day("2030-01-01")))
                .refused("said-in-the-future", 422, "/saidOn", "/characteristics", "/measures/0/unit");
    }

    private Outcome making(String component, Object value) {
        return book.when(with(MAKE_PLEDGE, "commitment", with(COMMITMENT, component, value)));
    }

    private Outcome measuring(Measure... measures) {
        return making("measures", List.of(measures));
    }

    private Outcome altering(String component, @Nullable Object value) {
        return measuring(with(SEATS, component, value));
    }
}
