package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Moments;
import org.pledgebook.query.Past;
import org.pledgebook.query.PastUnreadable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.partner.PartnerQueries;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.partner.Kind;
import org.springframework.beans.factory.annotation.Autowired;

/** How the past is asked for. */
class AsOfTest extends EdgeTest {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    @Autowired
    Moments moments;

    @Autowired
    Past past;

    @Autowired
    Queries queries;

    @Autowired
    BoardQueries boards;

    @Autowired
    PartnerQueries partners;

    private String board = "";
    private String partner = "";

    @BeforeEach
    void aBoardInAuckland() {
        board = fresh("board");
        post(
                        ADMINISTRATOR,
                        "/api/boards",
                        "{\"id\": \"%s\", \"name\": \"A board\", \"timeZone\": \"%s\"}".formatted(board, AUCKLAND))
                .is(201);
        partner = partner(board);
        when(boards.find(board))
                .thenReturn(Optional.of(
                        new BoardView(board, "n", AUCKLAND.getId(), List.of(), List.of(), SmallNumbers.USUAL, 1)));
        when(partners.find(partner))
                .thenReturn(Optional.of(new PartnerView(
                        partner,
                        board,
                        "n",
                        Kind.NHS,
                        List.of(),
                        Instant.EPOCH,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        1)));
        clearInvocations(moments, past);
    }

    @AfterEach
    void thePastIsReadable() {
        doReturn(queries).when(past).at(any());
    }

    @Test
    void givenAnInstant_whenTheBookIsReadAsOfIt_thenTheAnswerSaysWhereItStands() {
        var answer = get(ADMINISTRATOR, "/api/boards/" + board + "?asOf=2023-07-12T10:00:00.5Z")
                .is(200);

        assertThat(asked()).isEqualTo(Instant.parse("2023-07-12T10:00:00.500Z"));
        verify(past).at(new Moment(7, Instant.parse("2023-07-12T10:00:00.500Z")));
        assertThat(answer.header("X-As-Of-Position")).isEqualTo("7");
        assertThat(answer.header("X-As-Of")).isEqualTo("2023-07-12T10:00:00.500Z");
    }

    @Test
    void givenADay_whenTheBookIsReadAsOfIt_thenItIsTheEndOfTheBoardsDay() {
        get(ADMINISTRATOR, "/api/boards/" + board + "?asOf=2023-07-12").is(200);
        assertThat(asked()).isEqualTo(Instant.parse("2023-07-12T11:59:59.999Z"));

        get(ADMINISTRATOR, "/api/partners/" + partner + "?asOf=2023-07-12").is(200);
        assertThat(asked()).isEqualTo(Instant.parse("2023-07-12T11:59:59.999Z"));

        // No board is named: the service's own days.
        get(ADMINISTRATOR, "/api/boards?asOf=2023-07-12").is(200);
        assertThat(asked()).isEqualTo(Instant.parse("2023-07-12T22:59:59.999Z"));
    }

    @Test
    void givenToday_whenTheBookIsReadAsOfIt_thenItIsNow() {
        var before = Instant.now().minusMillis(1);

        get(ADMINISTRATOR, "/api/boards/" + board + "?asOf=" + LocalDate.now(AUCKLAND))
                .is(200);

        assertThat(asked()).isBetween(before, Instant.now());
    }

    @Test
    void givenTheFuture_whenTheBookIsReadAsOfIt_thenThatHasNotBeenYet() {
        for (var future : List.of(
                LocalDate.now(AUCKLAND).plusDays(1).toString(),
                Instant.now().plusSeconds(60).toString(),
                "9999-12-31")) {
            get(ADMINISTRATOR, "/api/boards/" + board + "?asOf=" + future).isProblem(422, "in-the-future");
        }
        verifyNoInteractions(moments, past);
    }

    @Test
    void givenSomethingElse_whenTheBookIsReadAsOfIt_thenItCannotBeRead() {
        for (var text : List.of(
                "",
                "x",
                "2023-02-30",
                "2023-7-1",
                "20230712",
                "2023-07-12T10:00",
                "now",
                "%2B12023-01-01",
                "2023-07-12&asOf=2023-07-12")) {
            get(ADMINISTRATOR, "/api/boards/" + board + "?asOf=" + text).isProblem(400, "malformed-parameter");
        }
        verifyNoInteractions(moments, past);
    }

    @Test
    void givenAThingThatWasNotThereYet_whenTheBookIsReadAsOfThat_thenItIsNotFound() {
        when(boards.find(board)).thenReturn(Optional.empty());
        when(partners.find(partner)).thenReturn(Optional.empty());

        for (var path : List.of(
                "/api/boards/" + board,
                "/api/boards/" + board + "/partners",
                "/api/partners/" + partner + "/pledges/2023",
                "/api/partners/" + partner + "/timeline")) {
            get(ADMINISTRATOR, path + "?asOf=2023-07-12").isProblem(404, "not-found");
        }
    }

    @Test
    void givenWhatSpeaksOfNowAlone_whenItIsAskedOfThePast_thenItIsNotAnsweredOfNow() {
        get(ADMINISTRATOR, "/api/people?asOf=2023-07-12").isProblem(400, "malformed-parameter");
        get(ADMINISTRATOR, "/api/audit/events?asOf=2023-07-12").isProblem(400, "malformed-parameter");
    }

    @Test
    void givenThePastCannotBeRead_whenItIsAskedFor_thenItIsLater() {
        var unreadable = mock(PastUnreadable.class);
        when(unreadable.getMessage()).thenReturn("Not yet.");
        doThrow(unreadable).when(past).at(any());

        var answer = get(ADMINISTRATOR, "/api/boards?asOf=2023-07-12").isProblem(503, "past-unreadable");

        assertThat(answer.header("Retry-After")).isNotEmpty();
    }

    @Test
    void givenAnotherBoard_whenItIsReadAsOfADay_thenItLooksAsIfItWereNotThere() {
        var member = person("BOARD_MEMBER", "\"board\": \"" + board() + "\"");

        get(member, "/api/boards/" + board + "?asOf=2023-07-12").isProblem(404, "not-found");

        verifyNoInteractions(past);
    }

    private Instant asked() {
        var instant = ArgumentCaptor.forClass(Instant.class);
        verify(moments).at(instant.capture());
        clearInvocations(moments);
        return instant.getValue();
    }
}
