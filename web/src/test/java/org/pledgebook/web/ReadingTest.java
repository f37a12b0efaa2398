package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Page;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.framework.FrameworkQueries;
import org.pledgebook.query.partner.PartnerQueries;
import org.pledgebook.query.pledge.PledgeQueries;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.ReportView;
import org.pledgebook.query.pledge.PledgeView.StatementView;
import org.pledgebook.query.pledge.Standing;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.Commitment.Origin;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.Status;
import org.springframework.beans.factory.annotation.Autowired;

/** How answers are asked for and written out. */
class ReadingTest extends EdgeTest {

    private static final Instant WHOLE_SECOND = Instant.parse("2023-04-01T09:30:00Z");

    @Autowired
    BoardQueries boards;

    @Autowired
    FrameworkQueries frameworks;

    @Autowired
    PartnerQueries partners;

    @Autowired
    PledgeQueries pledges;

    @Test
    void givenAPledge_whenItIsRead_thenTimesNumbersAndReadingsAreSpelledAsTheContractSpellsThem() {
        var partner = partner(board());
        when(pledges.find(partner, "2023", 1)).thenReturn(Optional.of(view(partner)));

        var pledge = get(ADMINISTRATOR, "/api/partners/" + partner + "/pledges/2023/1")
                .is(200);

        assertThat(pledge.header("ETag")).isEqualTo("\"2\"");
        var report = pledge.json().path("reports").path(0);
        assertThat(report.path("statements").path(0).path("recordedAt").stringValue())
                .isEqualTo("2023-04-01T09:30:00.000Z");
        assertThat(report.path("dueOn").stringValue()).isEqualTo("2023-04-30");
        assertThat(report.path("readings").toString()).isEqualTo("{\"seats\":2.5,\"people\":100}");
        assertThat(report.path("statements").path(0).path("readings").toString())
                .isEqualTo("{\"seats\":2.5}");
        assertThat(pledge.json().path("saidOn").isNull()).isTrue();
        assertThat(pledge.json().propertyNames().iterator().next()).isEqualTo("id");
    }

    @Test
    void givenAThingThatIsNotThere_whenItIsRead_thenItIsNotFound() {
        var board = board();
        var partner = partner(board);

        for (var path : List.of(
                "/api/partners/" + partner + "/pledges/2023/9",
                "/api/partners/" + partner + "/assessments/2023",
                "/api/boards/" + board + "/dashboard/1999",
                "/api/boards/" + board + "/dashboard/2023?period=2023-Q9",
                "/api/frameworks/nothing/1")) {
            get(ADMINISTRATOR, path).isProblem(404, "not-found");
        }
    }

    @Test
    void givenAList_whenItIsReadOn_thenLimitAndCursorGoThrough() {
        when(frameworks.all(isNull(), anyInt())).thenReturn(new Page<>(List.of(), "next one"));

        clearInvocations(frameworks);

        var first = get(ADMINISTRATOR, "/api/frameworks").is(200).json();
        get(ADMINISTRATOR, "/api/frameworks?limit=500&cursor=next%20one").is(200);

        assertThat(first.propertyNames()).containsExactly("frameworks", "next");
        assertThat(first.path("next").stringValue()).isEqualTo("next one");
        verify(frameworks).all(null, 100);
        verify(frameworks).all("next one", 500);
    }

    @Test
    void givenACursorThatIsNone_whenItIsSent_thenItIsNamed() {
        when(boards.all(eq("nonsense"), anyInt(), any())).thenThrow(new IllegalArgumentException("not a cursor"));

        get(ADMINISTRATOR, "/api/boards?cursor=nonsense").isProblem(400, "malformed-parameter");
    }

    @Test
    void givenAParameterThatIsNotKnown_whenItIsSent_thenItIsNamedWithThoseThatAre() {
        var board = board();
        var dashboard = "/api/boards/" + board + "/dashboard/2023";

        for (var query : List.of("?perod=2023-Q1", "?period=2023-Q1&x", "?%70erod=1", "?Period=2023-Q1")) {
            assertThat(get(ADMINISTRATOR, dashboard + query)
                            .isProblem(400, "unknown-parameter")
                            .text())
                    .contains("known are asOf, period.");
        }
        assertThat(get(ADMINISTRATOR, "/api/frameworks?limits=1")
                        .isProblem(400, "unknown-parameter")
                        .text())
                .contains("'limits'", "asOf, cursor, limit");
        post(ADMINISTRATOR, "/api/boards?dryRun=true", "{}").isProblem(400, "unknown-parameter");
        get(ADMINISTRATOR, "/api/frameworks?").is(200);
        get(ADMINISTRATOR, "/api/frameworks?limit=1&").is(200);
        get("nobody", "/api/frameworks?x=1").isProblem(401, "not-signed-in");
        get(person("AUDITOR", "\"board\": \"%s\"".formatted(board())), dashboard + "?x=1")
                .isProblem(404, "not-found");
    }

    private static PledgeView view(String partner) {
        var first = new StatementView(
                WHOLE_SECOND,
                null,
                "p-a",
                null,
                Status.ON_TRACK,
                "n",
                List.of(new Reading("seats", new BigDecimal("2.5"))),
                List.of(),
                null);
        var report = new ReportView(
                "2023-Q1",
                LocalDate.parse("2023-04-30"),
                false,
                false,
                Status.ON_TRACK,
                "n",
                List.of(new Reading("seats", new BigDecimal("2.5")), new Reading("people", new BigDecimal("1E+2"))),
                List.of(),
                null,
                List.of(first));
        return new PledgeView(
                partner + "/2023/1",
                "b",
                partner,
                "2023",
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
                WHOLE_SECOND,
                "p-a",
                false,
                Standing.LIVE,
                null,
                null,
                null,
                null,
                Status.ON_TRACK,
                List.of(),
                List.of(report),
                List.of(),
                2);
    }
}
