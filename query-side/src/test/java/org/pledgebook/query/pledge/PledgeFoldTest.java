package org.pledgebook.query.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.PledgeId;
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
