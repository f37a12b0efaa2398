package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anySet;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.pledgebook.query.audit.AuditFilter;
import org.pledgebook.query.audit.AuditQueries;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.shared.board.SmallNumbers;
import org.springframework.beans.factory.annotation.Autowired;

/** Who goes through how much of the record. */
class AuditTest extends EdgeTest {

    private static final String PATH = "/api/audit/events";

    @Autowired
    AuditQueries audit;

    @Autowired
    BoardQueries boards;

    private String board = "";
    private String partner = "";
    private String other = "";
    private String elsewhere = "";

    @BeforeAll
    void twoBoards() {
        board = board();
        partner = partner(board);
        other = partner(board);
        elsewhere = board();
        when(boards.find(board))
                .thenReturn(Optional.of(
                        new BoardView(board, "n", "Pacific/Auckland", List.of(), List.of(), SmallNumbers.USUAL, 1)));
    }

    @BeforeEach
    void nothingWasAskedFor() {
        clearInvocations(audit);
    }

    @Test
    void givenAnAuditorOfAllBoards_whenNothingIsAskedFor_thenTheyGoThroughAll() {
        var auditor = person("AUDITOR", "");

        get(auditor, PATH).is(200);

        verify(audit).events(AuditFilter.ALL, null, 100);
    }

    @Test
    void givenAMemberOfOneBoard_whenNothingIsAskedFor_thenTheyGoThroughTheirBoards() {
        var member = person("BOARD_MEMBER", "\"board\": \"%s\"".formatted(board));

        get(member, PATH).is(200);
        assertThat(asked()).isEqualTo(new Asked(null, null, Set.of(board)));
        get(member, PATH + "?partner=" + partner).is(200);
        assertThat(asked()).isEqualTo(new Asked(null, partner, Set.of(board)));
        get(member, PATH + "?board=" + elsewhere).isProblem(404, "not-found");
        get(member, PATH + "?partner=" + partner(elsewhere)).isProblem(404, "not-found");
    }

    @Test
    void givenAPartnersEditor_whenTheyLookThroughTheRecord_thenItIsTheirPartners() {
        var editor = editor(partner);

        for (var query : List.of("", "?board=" + board, "?partner=" + partner, "?pledge=" + partner + "/2023/1")) {
            get(editor, PATH + query).is(200);
            assertThat(asked()).isEqualTo(new Asked(null, partner, Set.of(board)));
        }
        get(editor, PATH + "?partner=" + other).isProblem(403, "forbidden");
        get(editor, PATH + "?pledge=" + other + "/2023/1").isProblem(403, "forbidden");
        get(editor, PATH + "?board=" + elsewhere).isProblem(404, "not-found");
        get(editor, PATH + "?partner=nobody").isProblem(404, "not-found");
    }

    @Test
    void givenAnEditorOfTwoPartners_whenTheyDoNotSayWhich_thenTheyAreAsked() {
        var signIn = fresh("person");
        var id = post(ADMINISTRATOR, "/api/people", newcomer(signIn, "PARTNER", "\"partner\": \"" + partner + "\""))
                .id();
        post(ADMINISTRATOR, "/api/people/" + id + "/access", "{\"role\": \"PARTNER\", \"partner\": \"" + other + "\"}")
                .is(200);

        get(signIn, PATH).isProblem(400, "malformed-parameter");
        get(signIn, PATH + "?board=" + board).isProblem(400, "malformed-parameter");
        get(signIn, PATH + "?partner=" + other).is(200);
    }

    @Test
    void givenDays_whenTheyAreAskedFor_thenTheyAreTheBoardsDays() {
        get(ADMINISTRATOR, PATH + "?board=" + board + "&from=2023-07-01&to=2023-07-01")
                .is(200);

        var filter = filter();
        assertThat(filter.from()).isEqualTo(Instant.parse("2023-06-30T12:00:00Z"));
        assertThat(filter.to()).isEqualTo(Instant.parse("2023-07-01T12:00:00Z"));
    }

    @Test
    void givenInstants_whenTheyAreAskedFor_thenTheyGoThroughWithTheRest() {
        get(ADMINISTRATOR, PATH + "?actor=p-a&type=pledge-made&from=2023-07-01T10:00:00.500Z&limit=7")
                .is(200);

        verify(audit)
                .events(
                        new AuditFilter(
                                null,
                                null,
                                null,
                                "p-a",
                                "pledge-made",
                                Instant.parse("2023-07-01T10:00:00.500Z"),
                                null),
                        null,
                        7);
    }

    private record Asked(@Nullable String board, @Nullable String partner, Set<String> within) {}

    @SuppressWarnings("unchecked") // what the query takes
    private Asked asked() {
        var filter = ArgumentCaptor.forClass(AuditFilter.class);
        var within = ArgumentCaptor.forClass(Set.class);
        verify(audit).events(filter.capture(), within.capture(), any(), anyInt());
        clearInvocations(audit);
        return new Asked(filter.getValue().board(), filter.getValue().partner(), (Set<String>) within.getValue());
    }

    private AuditFilter filter() {
        var filter = ArgumentCaptor.forClass(AuditFilter.class);
        verify(audit).events(filter.capture(), anySet(), any(), anyInt());
        return filter.getValue();
    }
}
