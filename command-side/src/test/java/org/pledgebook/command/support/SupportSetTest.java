package org.pledgebook.command.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.PARTNER_LEFT;
import static org.pledgebook.command.Examples.POST_SUPPORT;
import static org.pledgebook.command.Examples.day;
import static org.pledgebook.command.Examples.pledgeMade;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.command.Book;
import org.pledgebook.shared.partner.PartnerMerged;
import org.pledgebook.shared.support.AnswerSupport;
import org.pledgebook.shared.support.SupportAnswerGiven;
import org.pledgebook.shared.support.SupportAnswered;
import org.pledgebook.shared.support.SupportKind;
import org.pledgebook.shared.support.SupportPosted;

class SupportSetTest {

    private static final SupportPosted POSTED =
            new SupportPosted(BOARD, PARTNER, 1, SupportKind.REQUEST, "Who knows a signing interpreter?", null, null);
    private static final AnswerSupport ANSWER = new AnswerSupport(PARTNER, 1, "mind", "We do", null);
    private static final SupportAnswered ANSWERED =
            new SupportAnswered(BOARD, PARTNER, 1, SupportKind.REQUEST, "mind", "We do", null);

    private static final SupportAnswerGiven GIVEN =
            new SupportAnswerGiven(BOARD, "mind", PARTNER, 1, SupportKind.REQUEST, "We do", null);

    private final Book book = Book.of(SupportSet.class)
            .given(BOARD_ESTABLISHED, PARTNER_JOINED, with(PARTNER_JOINED, "partner", "mind"), pledgeMade(1));

    @Test
    void givenPartner_whenItOffersAndAsks_thenItsNumbersCountUp() {
        book.when(POST_SUPPORT).then(POSTED).answers("healthwatch/support/1", 1);
        book.given(POSTED)
                .when(with(POST_SUPPORT, "kind", SupportKind.OFFER))
                .then(with(with(POSTED, "number", 2), "kind", SupportKind.OFFER))
                .answers("healthwatch/support/2", 1);
    }

    @Test
    void givenPledgeOfTheBoard_whenSupportIsAbout_thenItMayBeAnybodys() {
        book.when(with(POST_SUPPORT, "pledge", "healthwatch/2023/1")).answers("healthwatch/support/1", 1);
        book.when(with(with(POST_SUPPORT, "partner", "mind"), "pledge", "healthwatch/2023/1"))
                .answers("mind/support/1", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthwatch/2023/2", "healthwatch/2022/1", "nobody/2023/1", "elsewhere/2023/1"})
    void givenNoSuchPledgeOnTheBoard_whenSupportIsAboutIt_thenItIsUnknown(String pledge) {
        book.given(
                with(with(PARTNER_JOINED, "partner", "elsewhere"), "board", "camden"),
                with(with(pledgeMade(1), "partner", "elsewhere"), "board", "camden"));
        book.when(with(POST_SUPPORT, "pledge", pledge)).refused("unknown-pledge", 422, "/pledge");
    }

    @Test
    void givenRequest_whenAnotherPartnerAnswers_thenItIsRecordedAndSoIsASecondAnswer() {
        book.given(POSTED).when(ANSWER).then(ANSWERED).answers("healthwatch/support/1", 2);
        book.given(ANSWERED).when(ANSWER).then(ANSWERED).answers("healthwatch/support/1", 3);
    }

    @Test
    void givenRequest_whenAnotherPartnerAnswers_thenItStandsWithThatPartnerToo() {
        book.given(POSTED, with(POSTED, "partner", "mind"))
                .when(with(ANSWER, "saidOn", day("2023-04-10")))
                .then(with(ANSWERED, "saidOn", day("2023-04-10")))
                .answers("healthwatch/support/1", 2)
                .alsoAppended(with(GIVEN, "saidOn", day("2023-04-10")), 2);
    }

    @Test
    void givenPartnerThatAnsweredAnother_whenItOffers_thenItsOwnNumbersGoOnAsBefore() {
        var own = with(POSTED, "partner", "mind");
        book.given(own, GIVEN)
                .when(with(POST_SUPPORT, "partner", "mind"))
                .then(with(own, "number", 2))
                .answers("mind/support/2", 1);
        book.when(with(with(ANSWER, "partner", "mind"), "from", PARTNER)).answers("mind/support/1", 2);
    }

    @Test
    void givenNoSuchOfferOrRequest_whenItIsAnswered_thenItIsUnknown() {
        book.when(ANSWER).refused("not-found", 404);
        book.given(POSTED).when(with(ANSWER, "number", 2)).refused("not-found", 404);
    }

    @Test
    void givenRequest_whenItIsAnsweredByItselfOrFromElsewhere_thenAnotherPartnerOfTheBoardMust() {
        book.given(POSTED, with(with(PARTNER_JOINED, "partner", "elsewhere"), "board", "camden"));
        book.when(with(ANSWER, "from", PARTNER)).refused("own-support", 422, "/from");
        book.when(with(ANSWER, "from", "nobody")).refused("unknown-partner", 422, "/from");
        assertThat(book.when(with(ANSWER, "from", "elsewhere"))
                        .refused("unknown-partner", 422, "/from")
                        .detail())
                .doesNotContain("camden");
    }

    @Test
    void givenDayToCome_whenSupportIsPostedOrAnsweredOnIt_thenNothingWasSaidYet() {
        book.given(POSTED);
        book.when(with(POST_SUPPORT, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
        book.when(with(ANSWER, "saidOn", day("2023-04-13"))).refused("said-in-the-future", 422, "/saidOn");
        book.when(with(ANSWER, "saidOn", day("2023-04-12"))).answers("healthwatch/support/1", 2);
    }

    @Test
    void givenPartnerThatIsGone_whenItPostsOrAnswersOrIsAnswered_thenThatIsOver() {
        book.given(POSTED, new PartnerMerged(BOARD, "mind", PARTNER, "They are one"));
        book.when(ANSWER).refused("partner-has-merged", 409);
        book.given(PARTNER_LEFT);
        book.when(POST_SUPPORT).refused("partner-has-left", 409);
        book.given(with(PARTNER_JOINED, "partner", "rethink"))
                .when(with(ANSWER, "from", "rethink"))
                .refused("partner-has-left", 409);
    }

    @Test
    void givenNoSuchPartner_whenItOffers_thenPartnerIsUnknown() {
        book.when(with(POST_SUPPORT, "partner", "nobody")).refused("not-found", 404);
    }
}
