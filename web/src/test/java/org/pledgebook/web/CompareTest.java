package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Past;
import org.pledgebook.query.Queries;
import org.pledgebook.query.audit.CompareQueries;
import org.pledgebook.query.audit.CompareQueries.Scope;
import org.springframework.beans.factory.annotation.Autowired;

/** Who compares what, and between which times. */
class CompareTest extends EdgeTest {

    private static final String PATH = "/api/audit/compare?from=2023-04-01&to=2023-07-12";

    @Autowired
    CompareQueries compare;

    @Autowired
    Past past;

    @Autowired
    Queries now;

    private String board = "";
    private String partner = "";

    @BeforeEach
    void everythingWasThere() {
        board = board();
        partner = partner(board);
        var there = mock(Queries.class, RETURNS_DEEP_STUBS);
        when(there.boards().find(any())).thenReturn(Optional.of(mock()));
        when(there.partners().find(any())).thenReturn(Optional.of(mock()));
        when(there.pledges().find(any(), any(), anyInt())).thenReturn(Optional.of(mock()));
        doReturn(there).when(past).at(any());
        clearInvocations(compare);
    }

    @AfterEach
    void asBefore() {
        doReturn(now).when(past).at(any());
    }

    @Test
    void givenABoard_whenTwoDaysAreCompared_thenTheyAreTheEndsOfTheBoardsDays() {
        var answer = get(ADMINISTRATOR, PATH + "&limit=7&board=" + board).is(200);

        assertThat(answer.json().propertyNames()).containsExactly("changes", "next");
        verify(compare)
                .compare(
                        new Scope(board, null, null),
                        new Moment(7, Instant.parse("2023-04-01T22:59:59.999Z")),
                        new Moment(7, Instant.parse("2023-07-12T22:59:59.999Z")),
                        null,
                        7);
    }

    @Test
    void givenAReader_whenTheyCompare_thenTheyReachNoFurtherThanInTheRecord() {
        var member = person("BOARD_MEMBER", "\"board\": \"%s\"".formatted(board));
        var editor = editor(partner);
        var other = partner(board);

        get(member, PATH + "&partner=" + partner).is(200);
        assertThat(scope()).isEqualTo(new Scope(null, partner, null));
        get(member, PATH + "&pledge=" + partner + "/2023/1").is(200);
        assertThat(scope()).isEqualTo(new Scope(null, null, partner + "/2023/1"));
        get(editor, PATH + "&board=" + board).is(200);
        assertThat(scope()).isEqualTo(new Scope(null, partner, null));

        get(editor, PATH + "&partner=" + other).isProblem(403, "forbidden");
        get(member, PATH + "&board=" + board()).isProblem(404, "not-found");
        get(member, PATH + "&board=" + board + "&partner=" + partner(board())).isProblem(404, "not-found");
        verifyNoInteractions(compare);
    }

    @Test
    void givenTimesThatCannotBe_whenTheyAreCompared_thenItSaysWhich() {
        var path = "/api/audit/compare?board=" + board;

        get(ADMINISTRATOR, path + "&to=2023-07-12").isProblem(400, "malformed-parameter");
        get(ADMINISTRATOR, path + "&from=2023-07-12").isProblem(400, "malformed-parameter");
        get(ADMINISTRATOR, path + "&from=x&to=2023-07-12").isProblem(400, "malformed-parameter");
        get(ADMINISTRATOR, path + "&from=2023-07-13&to=2023-07-12").isProblem(400, "malformed-parameter");
        get(ADMINISTRATOR, path + "&from=2023-07-12&to=" + LocalDate.now().plusDays(2))
                .isProblem(422, "in-the-future");
        get(ADMINISTRATOR, "/api/audit/compare?from=2023-07-12&to=2023-07-12").isProblem(400, "malformed-parameter");
        verifyNoInteractions(compare);
    }

    @Test
    void givenAsOf_whenTimesAreCompared_thenWhatCameAfterItWasTheFuture() {
        var path = PATH + "&board=" + board;

        var answer = get(ADMINISTRATOR, path + "&asOf=2023-07-12").is(200);

        assertThat(answer.header("X-As-Of")).isEqualTo("2023-07-12T22:59:59.999Z");
        get(ADMINISTRATOR, path + "&asOf=2023-07-11").isProblem(422, "in-the-future");
    }

    @Test
    void givenABoardThatWasNotThereYet_whenItIsCompared_thenItIsNotFound() {
        var there = mock(Queries.class, RETURNS_DEEP_STUBS);
        when(there.boards().find(any())).thenReturn(Optional.empty());
        doReturn(there).when(past).at(any());

        get(ADMINISTRATOR, PATH + "&board=" + board).isProblem(404, "not-found");
    }

    private Scope scope() {
        var scope = ArgumentCaptor.forClass(Scope.class);
        verify(compare).compare(scope.capture(), any(), any(), any(), anyInt());
        clearInvocations(compare);
        return scope.getValue();
    }
}
