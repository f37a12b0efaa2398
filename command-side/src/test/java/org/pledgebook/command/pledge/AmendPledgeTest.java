package org.pledgebook.command.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.AMEND_PLEDGE;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.COMMITMENT;
import static org.pledgebook.command.Examples.CORRECT_PROGRESS;
import static org.pledgebook.command.Examples.CYCLE;
import static org.pledgebook.command.Examples.CYCLE_CLOSED;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.FRAMEWORK_PUBLISHED;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.RECORD_PROGRESS;
import static org.pledgebook.command.Examples.SEATS;
import static org.pledgebook.command.Examples.day;
import static org.pledgebook.command.Examples.firstQuarterReported;
import static org.pledgebook.command.Examples.number;
import static org.pledgebook.command.Examples.pledgeMade;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.command.Book;
import org.pledgebook.command.Book.Outcome;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.Amendment;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.PledgeAmended;
import org.pledgebook.shared.pledge.PledgeFulfilled;

class AmendPledgeTest {

    private static final AmendPledge NOTHING =
            with(AMEND_PLEDGE, "amendment", with(AMEND_PLEDGE.amendment(), "teams", null));

    private final Book book = Book.of(PledgeSet.class)
            .given(BOARD_ESTABLISHED, CYCLE_OPENED, PARTNER_JOINED, FRAMEWORK_PUBLISHED, pledgeMade(1));

    @Test
    void givenPledge_whenATargetIsRaised_thenTheEventSaysAllItSaysNowAndOfWhichKindThatIs() {
        var raised = with(COMMITMENT, "measures", List.of(with(SEATS, "target", number("3"))));
        amending("measures", raised.measures())
                .then(amended(raised, AmendmentClass.STRENGTHENED))
                .answers("healthwatch/2023/1", 2);
    }

    @Test
    void givenAmendedPledge_whenItIsAmendedAgain_thenWhatWasNotNamedStaysAsItWasLast() {
        var plainer = with(COMMITMENT, "title", "Trustees over 60");
        book.given(amended(plainer, AmendmentClass.REWORDED));
        amending("teams", List.of("outreach"))
                .then(amended(with(plainer, "teams", List.of("outreach")), AmendmentClass.WEAKENED))
                .answers("healthwatch/2023/1", 3);
        amending("title", COMMITMENT.title()).then(amended(COMMITMENT, AmendmentClass.REWORDED));
    }

    @Test
    void givenPledge_whenNothingChanges_thenThatIsNoAmendment() {
        book.when(NOTHING).refused("nothing-changed", 422, "");
        amending("title", COMMITMENT.title()).refused("nothing-changed", 422, "");
        amending("measures", List.of(with(SEATS, "target", number("2.000")))).refused("nothing-changed", 422, "");
    }

    @Test
    void givenWhatAPledgeCannotSay_whenItIsAmendedSo_thenEachFaultIsNamedAsForANewPledge() {
        amending("characteristics", List.of("height")).refused("unknown-characteristic", 422, "/characteristics/0");
        amending("characteristics", List.of()).refused("no-characteristic", 422, "/characteristics");
        amending("teams", List.of("reception")).refused("unknown-team", 422, "/teams/0");
        amending("basis", new Basis(null, null, null)).refused("rests-on-nothing", 422, "/basis");
        amending("measures", List.of(with(SEATS, "targetDate", day("2024-01-01"))))
                .refused("target-date-outside-cycle", 422, "/measures/0/targetDate");
        amending("items", List.of(new AnsweredItem("eds-2022", "nothing")))
                .refused("unknown-item", 422, "/items/0/item");
    }

    @Test
    void givenMeasureThatWasRead_whenItComesToCountAnotherThing_thenItsUnitStays() {
        var percent = List.of(with(SEATS, "unit", "%"));
        amending("measures", percent).then(amended(with(COMMITMENT, "measures", percent), AmendmentClass.REWORDED));
        book.given(firstQuarterReported());
        var refusal = amending("measures", percent).refused("unit-was-read", 422, "/measures/0/unit");
        assertThat(refusal.detail()).contains("readings in seats");
        amending("measures", List.of(with(SEATS, "target", number("1"))))
                .then(amended(
                        with(COMMITMENT, "measures", List.of(with(SEATS, "target", number("1")))),
                        AmendmentClass.WEAKENED));
    }

    @Test
    void givenMeasureThatWasRead_whenItIsGivenUp_thenItsReportsCanStillBeCorrectedButNotReadAnew() {
        var none = with(COMMITMENT, "measures", List.of());
        book.given(firstQuarterReported());
        amending("measures", List.of()).then(amended(none, AmendmentClass.WEAKENED));
        book.given(amended(none, AmendmentClass.WEAKENED));
        book.when(CORRECT_PROGRESS).answers("healthwatch/2023/1", 4);
        book.when(with(RECORD_PROGRESS, "period", "2023-Q2"))
                .refused("unknown-measure", 422, "/readings/trustees-over-60");
        // It may come back, and means what it meant.
        amending("measures", List.of(with(SEATS, "unit", "%"))).refused("unit-was-read", 422, "/measures/0/unit");
        amending("measures", List.of(SEATS)).then(amended(COMMITMENT, AmendmentClass.STRENGTHENED));
    }

    @Test
    void givenMeasureThatWasReadWithoutAUnit_whenItGetsOne_thenThatStays() {
        var bare = new Measure("trustees-over-60", "Trustees aged 60 or over", null, null, null, null);
        var before = with(COMMITMENT, "measures", List.of(bare));
        var seats = with(COMMITMENT, "measures", List.of(with(bare, "unit", "seats")));
        book.given(amended(before, AmendmentClass.WEAKENED), firstQuarterReported());
        amending("measures", seats.measures()).then(amended(seats, AmendmentClass.REWORDED));
        book.given(amended(seats, AmendmentClass.REWORDED));
        amending("measures", List.of(with(bare, "unit", "%"))).refused("unit-was-read", 422, "/measures/0/unit");
        amending("measures", List.of(bare)).refused("unit-was-read", 422, "/measures/0/unit");
    }

    @Test
    void givenFulfilledPledge_whenItIsAmended_thenItIsToldWhatCanStillBeSaid() {
        book.given(new PledgeFulfilled(BOARD, PARTNER, CYCLE, 1, "Two trustees", day("2023-04-12"), null));
        var refusal = book.when(AMEND_PLEDGE).refused("pledge-fulfilled", 409);
        assertThat(refusal.detail())
                .contains("2023-04-12")
                .contains("corrected")
                .contains("continued");
    }

    @Test
    void givenClosedCycleOrUnknownPledge_whenItIsAmended_thenItIsNotTaken() {
        book.when(with(AMEND_PLEDGE, "number", 2)).refused("not-found", 404);
        book.when(with(AMEND_PLEDGE, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
        book.given(CYCLE_CLOSED).when(AMEND_PLEDGE).refused("cycle-closed", 409);
    }

    private Outcome amending(String field, @Nullable Object value) {
        return book.when(with(NOTHING, "amendment", amendment(field, value)));
    }

    private static Amendment amendment(String field, @Nullable Object value) {
        return with(NOTHING.amendment(), field, value);
    }

    private static PledgeAmended amended(Commitment commitment, AmendmentClass... classes) {
        return new PledgeAmended(BOARD, PARTNER, CYCLE, 1, commitment, List.of(classes), AMEND_PLEDGE.reason(), null);
    }
}
