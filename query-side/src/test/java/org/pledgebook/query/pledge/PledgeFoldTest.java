package org.pledgebook.query.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.PledgeContinued;
import org.pledgebook.shared.pledge.PledgeExtended;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.Status;

class PledgeFoldTest {

    private static final String PLEDGE = PledgeId.of("a", Given.CYCLE, 1);

    private final Given given =
            Given.board().partner("a").pledge("a", Given.CYCLE, 1, "Recruit the young", Given.seats());

    @Test
    void givenAPledge_whenItIsMade_thenTheTimelineSaysWhatItPromises() {
        var entry = given.last(AuditEntry.class);

        assertThat(entry.words())
                .isEqualTo("Made pledge 1, “Recruit the young”: a new idea, for the whole organisation, concerning age"
                        + " and caring.");
        assertThat(entry.changes())
                .containsExactly(new Change(
                        "measure seats",
                        null,
                        "“Seats held by the young” from 1 seats to 5 seats by 31 December 2023"));
        assertThat(entry.pledge()).isEqualTo(PLEDGE);
        assertThat(entry.id()).isEqualTo("0000000000000000004");
    }

    @Test
    void givenNoTarget_whenAPledgeIsMade_thenItIsSaidToBeNotYetMeasurable() {
        given.pledge("a", Given.CYCLE, 2, "Listen");

        assertThat(given.last(AuditEntry.class).words()).endsWith("; not yet measurable.");
    }

    @Test
    void givenAReport_whenTheNextComesLate_thenTheWordsSayFromWhatToWhatAndSinceWhenItWasDue() {
        given.progress("a", 1, 1, Status.ON_TRACK, Given.seats("2"))
                .at("2023-08-01T12:00:00Z")
                .progress("a", 1, 2, Status.AT_RISK, Given.seats("3"));

        var entry = given.last(AuditEntry.class);

        assertThat(entry.words())
                .isEqualTo("Reported on pledge 1 for 2023-Q2: at risk, on track in 2023-Q1. The report was late: it was"
                        + " due on 30 July 2023.");
        assertThat(entry.changes())
                .containsExactly(
                        new Change("status", "on track", "at risk"), new Change("measure seats", "2 seats", "3 seats"));
    }

    @Test
    void givenAReport_whenCorrected_thenBothStatementsStayAndTheWordsSayWhatChangedAndWhy() {
        given.progress("a", 1, 1, Status.ON_TRACK, Given.seats("2"))
                .correction("a", 1, 1, Given.report(Status.AT_RISK, "We did not meet.", Given.seats("3")));

        var pledge = given.folded().get(PledgeDocument.class, PLEDGE);
        var entry = given.last(AuditEntry.class);

        assertThat(pledge.version()).isEqualTo(3);
        assertThat(pledge.reports()).singleElement().satisfies(report -> {
            assertThat(report.statements())
                    .map(position -> given.folded().get(Statement.class, Statement.id(PLEDGE, position)))
                    .extracting(said -> said.report().status())
                    .containsExactly(Status.ON_TRACK, Status.AT_RISK);
            assertThat(report.latest().status()).isEqualTo(Status.AT_RISK);
        });
        assertThat(entry.words())
                .isEqualTo(
                        "Corrected the report on pledge 1 for 2023-Q1: status from on track to at risk; measure seats"
                                + " from 2 seats to 3 seats; narrative reworded.");
        assertThat(entry.reason()).isEqualTo("We had miscounted.");
        assertThat(entry.changes()).contains(new Change("narrative", "We met.", "We did not meet."));
    }

    @Test
    void givenACorrectedReport_whenCorrectedAgain_thenEveryStatementStaysAndTheWordsCompareWithTheLatest() {
        given.progress("a", 1, 1, Status.ON_TRACK, Given.seats("2"))
                .correction("a", 1, 1, Given.report(Status.AT_RISK, "We met.", Given.seats("3")))
                .correction("a", 1, 1, Given.report(Status.OFF_TRACK, "We met.", Given.seats("4")));

        var report = given.folded().get(PledgeDocument.class, PLEDGE).reports().get(0);

        assertThat(report.statements()).hasSize(3);
        assertThat(report.latest().status()).isEqualTo(Status.OFF_TRACK);
        assertThat(given.last(AuditEntry.class).words())
                .isEqualTo("Corrected the report on pledge 1 for 2023-Q1: status from at risk to off track; measure"
                        + " seats from 3 seats to 4 seats.");
    }

    @Test
    void givenAPledge_whenAmended_thenTheWordsSayOfWhichKindAndTheChangesSayEachField() {
        var before = Given.commitment("Recruit the young", Given.seats());
        var after = Given.commitment(
                "Recruit the young", Given.seats("seats", "6", null), Given.seats("chairs", "2", "2023-12-31"));
        given.amendment("a", 1, before, after);

        var entry = given.last(AuditEntry.class);

        assertThat(entry.words())
                .isEqualTo("Amended pledge 1, “Recruit the young”: strengthened and extended. Changed: measure seats"
                        + " target, measure seats target date and measure chairs.");
        assertThat(entry.changes())
                .containsExactly(
                        new Change("measure seats target", "5 seats", "6 seats"),
                        new Change("measure seats target date", "31 December 2023", null),
                        new Change(
                                "measure chairs",
                                null,
                                "“Seats held by the young” from 1 seats to 2 seats by 31 December 2023"));
        assertThat(entry.reason()).isEqualTo("We know better now.");
        var pledge = given.folded().get(PledgeDocument.class, PLEDGE);
        assertThat(pledge.commitment()).isEqualTo(after);
        assertThat(pledge.versions())
                .hasSize(2)
                .allSatisfy(position -> assertThat(given.folded().get(Version.class, Version.id(PLEDGE, position)))
                        .isNotNull());
    }

    @Test
    void givenAPilot_whenExtended_thenItsVersionSaysAllThatItSaysThen() {
        var pilot = Given.commitment("Listen").in(List.of("outreach"));
        given.said(new PledgeMade(Given.BOARD, "a", Given.CYCLE, 2, pilot, null))
                .said(new PledgeExtended(Given.BOARD, "a", Given.CYCLE, 2, List.of(), "It works.", null));

        var entry = given.last(AuditEntry.class);

        assertThat(entry.words()).isEqualTo("Extended pledge 2, “Listen”, from outreach to the whole organisation.");
        assertThat(given.last(Version.class).on(pilot).says()).isEqualTo(Given.commitment("Listen"));
    }

    @Test
    void givenAPledge_whenWithdrawnOrFulfilled_thenTheTimelineSaysSo() {
        given.fulfilment("a", 1);
        assertThat(given.last(AuditEntry.class).words())
                .isEqualTo("Said that pledge 1, “Recruit the young”, is fulfilled.");
        assertThat(given.last(AuditEntry.class).changes())
                .containsExactly(
                        new Change("standing", "live", "fulfilled"),
                        new Change("outcome reached", null, "Five seats are held."));

        given.pledge("a", Given.CYCLE, 2, "Listen").withdrawal("a", 2);
        assertThat(given.last(AuditEntry.class).words()).isEqualTo("Withdrew pledge 2, “Listen”.");
        assertThat(given.last(AuditEntry.class).reason()).isEqualTo("It came to nothing.");
        assertThat(given.last(PledgeDocument.class).standing()).isEqualTo(Standing.WITHDRAWN);
    }

    @Test
    void givenAPledgeOfAnEarlierCycle_whenContinued_thenItIsToldOfBothAndEachKnowsTheOther() {
        given.pledge("a", Given.SILENT, 1, "Listen")
                .said(new PledgeContinued(
                        Given.BOARD,
                        "a",
                        Given.CYCLE,
                        2,
                        Given.SILENT,
                        1,
                        Given.commitment("Listen"),
                        "There is more to hear.",
                        null));

        var entry = given.last(AuditEntry.class);

        assertThat(entry.words()).isEqualTo("Continued pledge 1 of 2022, “Listen”, as pledge 2 of 2023.");
        assertThat(entry.pledge()).isEqualTo("a/2023/2");
        assertThat(entry.pledges()).containsExactly("a/2023/2", "a/2022/1");
        assertThat(entry.cycles()).containsExactly("2023", "2022");
        assertThat(given.last(PledgeDocument.class).continues()).isEqualTo("a/2022/1");
        assertThat(given.last(Continuation.class).continuedAs()).isEqualTo("a/2023/2");
        assertThat(given.folded().get(PledgeDocument.class, "a/2022/1").version())
                .isEqualTo(1);
    }

    @Test
    void givenQuestions_whenAnswered_thenTheWordsSayWhichAndThePledgeCountsThem() {
        given.question("a", 1, 1).question("a", 1, 2).answer("a", 1, 2);

        assertThat(given.last(AuditEntry.class).words())
                .isEqualTo("Answered question 2 on pledge 1, “Recruit the young”.");
        assertThat(given.last(AuditEntry.class).changes())
                .containsExactly(new Change("answer 2", null, "All members."));
        assertThat(given.last(PledgeDocument.class).version()).isEqualTo(4);
        assertThat(given.last(PledgeDocument.class).questions())
                .extracting(question -> question.answered() == null)
                .containsExactly(true, false);
    }

    @Test
    void givenReportsOutOfOrder_whenFolded_thenTheyStandInTheOrderOfTheirPeriods() {
        given.progress("a", 1, 3, Status.ACHIEVED).progress("a", 1, 1, Status.ON_TRACK);

        var pledge = given.folded().get(PledgeDocument.class, PLEDGE);
        var set = given.folded().get(PledgeSetDocument.class, PledgeSetDocument.id("a", Given.CYCLE));

        assertThat(pledge.reports()).extracting(report -> report.period()).containsExactly("2023-Q1", "2023-Q3");
        assertThat(set.pledges().get(0).reports())
                .extracting(report -> report.period())
                .containsExactly("2023-Q1", "2023-Q3");
        assertThat(given.last(AuditEntry.class).words())
                .as("the report for a later period does not come before this one")
                .isEqualTo("Reported on pledge 1 for 2023-Q1: on track.");
    }

    @Test
    void givenNoReport_whenOneIsCorrected_thenFoldingFailsInsteadOfGuessing() {
        given.correction("a", 1, 1, Given.report(Status.AT_RISK, "We did not meet."));

        assertThatThrownBy(given::folded)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nothing of what came before");
    }

    @Test
    void givenTheTargetBelowTheBaseline_whenReached_thenAttainmentIsOneAndBeyondItMore() {
        var fewer = new Measure("seats", "Empty seats", null, new BigDecimal("8"), new BigDecimal("4"), null);
        given.progress("a", 1, 1, Status.ON_TRACK, Given.seats("2"));
        var reports = given.folded().get(PledgeDocument.class, PLEDGE).reports();

        assertThat(Reached.of(fewer, reports).attainment()).isEqualByComparingTo("1.5");
    }
}
