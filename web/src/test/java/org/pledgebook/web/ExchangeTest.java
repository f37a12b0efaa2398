package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.query.Page;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.board.DashboardView;
import org.pledgebook.query.board.DashboardView.Amendments;
import org.pledgebook.query.board.DashboardView.Attainment;
import org.pledgebook.query.board.DashboardView.Cell;
import org.pledgebook.query.board.DashboardView.CellStatus;
import org.pledgebook.query.board.DashboardView.Fulfilment;
import org.pledgebook.query.board.DashboardView.Help;
import org.pledgebook.query.board.DashboardView.MovedMeasure;
import org.pledgebook.query.board.DashboardView.OpenQuestion;
import org.pledgebook.query.board.DashboardView.PartnerRow;
import org.pledgebook.query.board.DashboardView.PledgeRow;
import org.pledgebook.query.board.DashboardView.ReportingRate;
import org.pledgebook.query.board.DashboardView.Support;
import org.pledgebook.query.board.DashboardView.Unanswered;
import org.pledgebook.query.partner.PartnerQueries;
import org.pledgebook.query.partner.TimelineEntry;
import org.pledgebook.query.pledge.Standing;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.shared.support.SupportKind;
import org.springframework.beans.factory.annotation.Autowired;

/** A partner's statements, out of the book and into it. */
class ExchangeTest extends EdgeTest {

    private static final Amendments NO_AMENDMENTS = new Amendments(0, 0, 0, 0, 0);
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String ZIP = "application/zip";
    private static final String CSV = "text/csv";
    private static final String PLEDGE_COLUMNS = "#,said on,pledge,title,inequality,action,outcome,how we will know,"
            + "characteristics,origin,teams,data,user feedback,staff feedback,lead\n";

    @Autowired
    BoardQueries boards;

    @Autowired
    PartnerQueries partners;

    @Autowired
    Cabinet cabinet;

    private String partner = "";
    private String editor = "";

    @BeforeEach
    void aPartner() {
        partner = newPartner();
        editor = editor(partner);
    }

    @Test
    void givenAHistory_whenItIsExportedAndImportedIntoAnEmptyBook_thenItsExportIsTheSameFile() {
        post(editor, "/api/partners/" + partner + "/pledges/2023", pledge()).is(201);
        post(editor, "/api/partners/" + partner + "/pledges/2023/1/progress", progress("2023-Q1"))
                .is(200);
        post(editor, "/api/partners/" + partner + "/pledges/2023/1/progress/2023-Q1/corrections", """
                {"status": "AT_RISK", "narrative": "=1+1", "readings": {"seats": -2.5}, "reason": "Miscounted",
                 "evidence": [{"title": "'@", "url": "https://example.org"}], "saidOn": "2023-05-01"}
                """)
                .is(200);
        for (var format : List.of("xlsx", "csv")) {
            var file = export(partner, format);
            var other = newPartner();

            var answer =
                    send(importing(editor(other), other, type(format), file)).is(200);

            assertThat(answer.id()).isEqualTo(other + "/2023");
            assertThat(answer.json().path("version").intValue()).isEqualTo(3);
            assertThat(export(other, format)).isEqualTo(file);
        }
    }

    @Test
    void givenAnExport_whenItIsImportedWhereItCameFrom_thenAllOfItIsKnown() {
        post(editor, "/api/partners/" + partner + "/pledges/2023", pledge()).is(201);
        var before = readModels.head();

        var answer = send(importing(ADMINISTRATOR, partner, XLSX, export(partner, "xlsx")));

        assertThat(answer.is(200).json().path("statements").path(0).toString())
                .isEqualTo("{\"number\":1,\"sheet\":\"pledges\",\"row\":2,\"id\":\"" + partner
                        + "/2023/1\",\"known\":true}");
        assertThat(readModels.head()).isEqualTo(before);
    }

    @Test
    void givenAnExport_whenItIsTaken_thenWhoTookItIsWrittenDown() {
        var before = cabinet.stream("export").count();

        send(as(editor, statements(partner) + "?format=csv")).is(200);

        assertThat(cabinet.stream("export"))
                .hasSize((int) before + 1)
                .last()
                .satisfies(paper -> assertThat(paper.json())
                        .contains("\"query\":\"format=csv\"", statements(partner), "\"actor\":\"p-"));
    }

    @Test
    void givenATemplate_whenOnlySomeRowsAreFilledIn_thenTheOthersArePassedOver() {
        for (var format : List.of("xlsx", "csv")) {
            var other = newPartner();
            var path = "/api/partners/" + other + "/cycles/2023/template?format=" + format;
            var template = send(as(ADMINISTRATOR, path)).is(200).response().body();

            send(importing(ADMINISTRATOR, other, type(format), template)).isProblem(422, "invalid-values");
        }
        var files = unzipped(send(as(editor, "/api/partners/" + partner + "/cycles/2023/template?format=csv"))
                .is(200)
                .response()
                .body());
        assertThat(files.keySet())
                .containsExactly(
                        "(read me).csv",
                        "assessments.csv",
                        "answers.csv",
                        "tables.csv",
                        "groups.csv",
                        "pledges.csv",
                        "amendments.csv",
                        "measures.csv",
                        "items.csv",
                        "extensions.csv",
                        "withdrawals.csv",
                        "fulfilments.csv",
                        "continuations.csv",
                        "progress.csv",
                        "corrections.csv",
                        "readings.csv",
                        "evidence.csv");
        assertThat(files.get("progress.csv")).contains("4,,1,2023-Q1,,,\r\n");
        files.computeIfPresent(
                "pledges.csv",
                (name, text) ->
                        text.replace("1,,1,,,,,,,,,,,,", "1,2023-02-01,1,t,i,a,o,h,\"age, race\",new,,d,,,Chair"));
        files.computeIfPresent(
                "progress.csv", (name, text) -> text.replace("4,,1,2023-Q1,,,", "4,,1,2023-Q1,on track,n,"));

        var answer = send(importing(editor, partner, ZIP, zipped(files))).is(200);

        assertThat(answer.json().path("statements").size()).as(answer.text()).isEqualTo(2);
        assertThat(unzipped(export(partner, "csv")).get("pledges.csv"))
                .contains("1,2023-02-01,1,t,i,a,o,h,\"age, race\",NEW,,d,,,Chair");
    }

    @Test
    void givenAPreview_whenItIsAskedFor_thenTheAnswerIsThatOfTheImport_andNothingIsRecorded() {
        var before = readModels.head();

        var preview = send(importing(editor, statements(partner) + "/preview", CSV, sheet(row(1, 1))));

        assertThat(preview.is(200)
                        .json()
                        .path("statements")
                        .path(0)
                        .path("known")
                        .booleanValue())
                .isFalse();
        assertThat(readModels.head()).isEqualTo(before);
        send(importing(editor, partner, CSV, sheet(row(1, 1)))).is(200);
        send(importing(editor, statements(partner) + "/preview", CSV, sheet(row(1, 3))))
                .isProblem(422, "statements-refused")
                .at("pledges, row 2, column 'pledge'");
    }

    @Test
    void givenFaultsOfEveryKind_whenImported_thenEachIsNamedByRowAndColumnAtOnce_andNothingIsRecorded() {
        var before = readModels.head();
        var sheet = sheet(
                "1,01/02/2023,1,,i,a,o,h,age,OLD,,d,,,l",
                ",,,,,,,,,,,,,,",
                "x,,2,t,i,a,o,h,age,NEW,,d,,,l",
                "3,2099-01-01,2,t,i,a,o,h,age,NEW,nobody,,,,l",
                "3,,3,t,i,a,o,h,age,NEW,,d,,,l");

        send(importing(editor, partner, CSV, sheet))
                .isProblem(422, "statements-refused")
                .at(
                        "pledges, row 2, column 'said on'",
                        "pledges, row 2, column 'title'",
                        "pledges, row 2, column 'origin'",
                        "pledges, row 4, column '#'",
                        "pledges, row 5, column 'said on'",
                        "pledges, row 5, column 'teams'",
                        "pledges, row 5, column 'data'",
                        "pledges, row 6, column '#'");
        assertThat(readModels.head()).isEqualTo(before);
    }

    @Test
    void givenFaultsInPartsOfAStatement_whenImported_thenTheyAreNamedOnTheirSheets() {
        var files = Map.of(
                "pledges.csv", PLEDGE_COLUMNS + row(1, 1),
                "measures.csv",
                        "#,measure,title,unit,baseline,target,target date\n"
                                + "1,seats,Seats,,1,\"2,5\",2023-12-31\n1,Many Seats,Seats,seats,1,3,2025-12-31\n"
                                + "1,few,Seats,seats,1,1,\n7,seats,Seats,,,,\n",
                "readings.csv", "#,measure,value\n1,seats,2\n");

        send(importing(editor, partner, ZIP, zipped(files)))
                .isProblem(422, "statements-refused")
                .at(
                        "measures, row 2, column 'target'",
                        "measures, row 3, column 'measure'",
                        "measures, row 5, column '#'",
                        "readings, row 2, column '#'");
        var mended = new LinkedHashMap<>(files);
        mended.remove("readings.csv");
        mended.put(
                "measures.csv",
                "#,measure,title,unit,baseline,target,target date\n1,seats,Seats,,1,2.5,2025-12-31\n1,few,Seats,seats,1,1,\n");
        send(importing(editor, partner, ZIP, zipped(mended)))
                .isProblem(422, "statements-refused")
                .at(
                        "measures, row 2, column 'unit'",
                        "measures, row 2, column 'target date'",
                        "measures, row 3, column 'target'");
    }

    @Test
    void givenSheetsThatAreNotKnown_whenImported_thenEachIsNamed() {
        send(importing(
                        editor,
                        partner,
                        ZIP,
                        zipped(Map.of(
                                "pledges.csv",
                                "#,pledge,titel,title,title,(my notes)\n",
                                "plans.csv",
                                "#\n",
                                "progress.csv",
                                "pledge,period\n1,2023-Q1\n"))))
                .isProblem(422, "statements-refused")
                .at(
                        "plans",
                        "pledges, row 1, column 'titel'",
                        "pledges, row 1, column 'title'",
                        "progress, row 1, column '#'");
        send(importing(editor, partner, CSV, "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isProblem(400, "unreadable-file");
    }

    @Test
    void givenAWorkbookOfAPerson_whenImported_thenItsDatesAndNumbersAreRead() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Somebody", null)) {
            var pledges = workbook.newWorksheet("Pledges");
            var columns = PLEDGE_COLUMNS.strip().split(",", -1);
            for (int c = 0; c < columns.length; c++) {
                pledges.value(0, c, columns[c].toUpperCase(Locale.ROOT));
            }
            var cells = new Object[] {1, LocalDate.of(2023, 3, 4), 1.0, 2023, "i", true, "o", "=h", "age;race", "new"};
            for (int c = 0; c < cells.length; c++) {
                if (cells[c] instanceof LocalDate day) {
                    pledges.value(4, c, day);
                } else if (cells[c] instanceof Number number) {
                    pledges.value(4, c, number);
                } else if (cells[c] instanceof Boolean truth) {
                    pledges.value(4, c, truth);
                } else {
                    pledges.value(4, c, (String) cells[c]);
                }
            }
            pledges.value(4, 11, "d");
            pledges.value(4, 14, "l");
            workbook.newWorksheet("(my notes)").value(0, 0, "anything");
        }

        send(importing(editor, partner, XLSX, bytes.toByteArray())).is(200);

        assertThat(unzipped(export(partner, "csv")).get("pledges.csv"))
                .endsWith("1,2023-03-04,1,2023,i,TRUE,o,'=h,\"age, race\",NEW,,d,,,l\r\n");
    }

    @Test
    void givenACsvOfAnotherCountrysSpreadsheet_whenImported_thenItIsRead() {
        var semicolons = (PLEDGE_COLUMNS + row(1, 1)).replace(',', ';');

        send(importing(editor, partner, CSV, ("\uFEFF" + semicolons).getBytes(StandardCharsets.UTF_8)))
                .is(200);
        send(importing(
                        editor,
                        partner,
                        CSV,
                        (PLEDGE_COLUMNS + row(1, 2).replace("i", "é")).getBytes(Charset.forName("windows-1252"))))
                .isProblem(400, "unreadable-file");
    }

    @ParameterizedTest
    @ValueSource(strings = {XLSX, ZIP, CSV})
    void givenWhatIsNoSuchFile_whenImported_thenThatIsSaid(String type) {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
        send(importing(editor, partner, type, png)).isProblem(400, "unreadable-file");
        send(importing(editor, partner, type, new byte[0])).isProblem(400, "unreadable-file");
        var workbook = export(partner, "xlsx");
        if (!type.equals(XLSX)) {
            send(importing(editor, partner, type, workbook)).isProblem(400, "unreadable-file");
        }
        send(importing(editor, partner, type, Arrays.copyOf(workbook, workbook.length / 2)))
                .isProblem(400, "unreadable-file");
        send(importing(editor, partner, type, "\"".getBytes(StandardCharsets.UTF_8)))
                .isProblem(400, "unreadable-file");
    }

    @Test
    void givenAnotherType_whenItIsSent_thenItIsUnsupported() {
        send(importing(editor, partner, "application/json", sheet(row(1, 1)))).isProblem(415, "unsupported-media-type");
        send(as(editor, statements(partner) + "?format=pdf")).isProblem(400, "malformed-parameter");
        send(as(editor, "/api/partners/" + partner + "/cycles/1999/statements")).isProblem(404, "not-found");
        send(importing(editor, "/api/partners/" + partner + "/cycles/1999/statements", CSV, sheet(row(1, 1))))
                .isProblem(404, "not-found");
    }

    @Test
    void givenWhoMayNot_whenTheyAsk_thenTheyDoNotGetIt() {
        var rival = editor(newPartner());
        var member = person("BOARD_MEMBER", "");

        send(as(rival, statements(partner))).isProblem(404, "not-found");
        send(as(member, statements(partner))).is(200);
        send(importing(member, partner, CSV, sheet(row(1, 1)))).isProblem(403, "forbidden");
    }

    @Test
    void givenTheEtagOfTheExport_whenStatementsHaveComeSince_thenTheImportIsStale() {
        var export = send(as(editor, statements(partner)));
        assertThat(export.header("ETag")).isEqualTo("\"0\"");
        assertThat(export.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + partner + "-2023.xlsx\"");
        send(importing(editor, partner, CSV, sheet(row(1, 1))).header("If-Match", "\"0\""))
                .is(200);

        send(importing(editor, partner, CSV, sheet(row(1, 1), row(2, 2))).header("If-Match", "\"0\""))
                .isProblem(412, "version-moved-on");
    }

    @Test
    void givenAPledgeThatIsCarriedOn_whenTheTemplateOfThatCycleIsTaken_thenItsMeasuresAreThere() {
        var board = board();
        know(board, cycle("2023"), cycle("2024"));
        post(ADMINISTRATOR, "/api/boards/" + board + "/cycles", """
                {"id": "2024", "startsOn": "2024-01-01", "endsOn": "2024-12-31", "pledgesPerPartner": 3,
                 "cadence": "QUARTERLY"}
                """).is(200);
        var other = partner(board);
        var made = "/api/partners/" + other + "/pledges/2023";
        post(ADMINISTRATOR, made, pledge()).is(201);
        post(ADMINISTRATOR, made + "/1/continuation", "{\"cycle\": \"2024\", \"reason\": \"More to do.\"}")
                .is(201);

        var files = unzipped(send(as(ADMINISTRATOR, "/api/partners/" + other + "/cycles/2024/template?format=csv"))
                .is(200)
                .response()
                .body());

        assertThat(files.get("readings.csv")).contains(",seats,");
        assertThat(Objects.requireNonNull(files.get("readings.csv")).lines()).hasSize(1 + 4);
    }

    @Test
    void givenADashboard_whenItIsExported_thenItsMatrixAndCountsAreTables_andNoFormula() {
        var cell = new Cell("2023-Q1", CellStatus.ON_TRACK, true, false);
        var pledge = new PledgeRow(
                1,
                "=HYPERLINK(\"http://example.org\")",
                List.of("age", "sex"),
                Standing.FULFILLED,
                new Fulfilment("Half of it.", Instant.EPOCH, null),
                new Amendments(1, 2, 0, 3, 0),
                List.of(cell));
        var quarter = quarter("Q1", "01-01", "03-31");
        var dashboard = new DashboardView(
                "b",
                "2023",
                null,
                LocalDate.parse("2023-05-01"),
                List.of(quarter),
                List.of(
                        new PartnerRow("p", "P", Kind.NHS, null, null, List.of(pledge), NO_AMENDMENTS),
                        new PartnerRow(
                                "q", "Q", Kind.OTHER, LocalDate.parse("2023-02-01"), "p", List.of(), NO_AMENDMENTS)),
                Map.of(CellStatus.ON_TRACK, 1),
                Map.of("age", 1),
                List.of(new ReportingRate("2023-Q1", 1, 1, 1, 0, BigDecimal.ONE)),
                List.of(new Attainment(
                        "p",
                        1,
                        "seats",
                        "Seats",
                        "seats",
                        BigDecimal.ZERO,
                        BigDecimal.TEN,
                        null,
                        new BigDecimal("-2.5"),
                        "2023-Q1",
                        new BigDecimal("-0.25"))),
                NO_AMENDMENTS,
                List.of(new MovedMeasure(
                        "p",
                        1,
                        "seats",
                        "Seats",
                        "seats",
                        false,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        new BigDecimal("12"),
                        BigDecimal.TEN,
                        new BigDecimal("-2"),
                        LocalDate.parse("2023-06-30"),
                        LocalDate.parse("2023-12-31"),
                        184L)),
                List.of(new OpenQuestion("p", 1, 2, LocalDate.parse("2023-04-01"), 30)),
                new Support(
                        1,
                        List.of(new Unanswered(
                                "q", 3, SupportKind.REQUEST, "p/2023/1", LocalDate.parse("2023-04-30"), 1)),
                        List.of(new Help("p", "q", 2))));
        var board = board();
        when(boards.dashboard(board, "2023", null)).thenReturn(Optional.of(dashboard));
        var path = "/api/boards/" + board + "/dashboard/2023/export";

        var files = unzipped(
                send(as(ADMINISTRATOR, path + "?format=csv")).is(200).response().body());

        assertThat(files.get("pledges.csv"))
                .isEqualTo(
                        "\uFEFFpartner,name,kind,left on,merged into,pledge,title,characteristics,standing,come of it,2023-Q1,late,corrected\r\n"
                                + "p,P,NHS,,,1,\"'=HYPERLINK(\"\"http://example.org\"\")\",\"age, sex\",FULFILLED,Half of it.,ON_TRACK,1,0\r\n"
                                + "q,Q,OTHER,2023-02-01,p,,,,,,,,\r\n");
        assertThat(files.get("measures.csv")).endsWith("p,1,seats,Seats,seats,0,10,,-2.5,2023-Q1,-0.25\r\n");
        assertThat(files.get("reporting.csv")).endsWith("2023-Q1,1,1,1,0,1\r\n");
        assertThat(files.get("amendments.csv")).endsWith("p,1,1,2,0,3,0\r\n");
        assertThat(files.get("moved measures.csv"))
                .endsWith("p,1,seats,Seats,seats,no,1,0,12,10,-2,2023-06-30,2023-12-31,184\r\n");
        assertThat(files.get("open questions.csv")).endsWith("p,1,2,2023-04-01,30\r\n");
        assertThat(files.get("support.csv")).endsWith("p,q,2\r\n");
        assertThat(files.get("support that waits.csv")).endsWith("q,3,REQUEST,p/2023/1,2023-04-30,1\r\n");
        assertThat(files.keySet())
                .containsExactly(
                        "about.csv",
                        "pledges.csv",
                        "status counts.csv",
                        "characteristics.csv",
                        "reporting.csv",
                        "measures.csv",
                        "amendments.csv",
                        "moved measures.csv",
                        "open questions.csv",
                        "support.csv",
                        "support that waits.csv");
        assertThat(send(as(ADMINISTRATOR, path)).is(200).header("Content-Type")).isEqualTo(XLSX);
        send(as(ADMINISTRATOR, path + "?period=2024-Q1")).isProblem(404, "not-found");
        send(as(editor, path)).isProblem(404, "not-found");
    }

    @Test
    void givenATimelineOfSeveralPages_whenItIsExported_thenAllOfItIsThere() {
        when(partners.timeline(partner, "2023", null, 500)).thenReturn(new Page<>(List.of(entry(2)), "cursor"));
        when(partners.timeline(partner, "2023", "cursor", 500)).thenReturn(new Page<>(List.of(entry(1)), null));
        var path = "/api/partners/" + partner + "/timeline/export";
        var before = cabinet.stream("export").count();

        var answer = send(as(editor, path + "?cycle=2023&format=csv")).is(200);

        assertThat(answer.header("Content-Type")).isEqualTo(CSV);
        assertThat(answer.text()).isEqualTo("""
                \uFEFFposition,recorded at,said on,cycle,pledge,type,what happened,changes,reason,actor\r
                2,1970-01-01T00:00:00.000Z,2023-03-01,2023,,pledge-made,'- words,status: nothing → on track,why,p-1\r
                1,1970-01-01T00:00:00.000Z,2023-03-01,2023,,pledge-made,'- words,status: nothing → on track,why,p-1\r
                """);
        assertThat(cabinet.stream("export")).hasSize((int) before + 1);
        send(as(editor, "/api/partners/" + partner + "/pledges/2023/export")).is(200);
        send(as(editor(newPartner()), "/api/partners/" + partner + "/pledges/2023/export"))
                .isProblem(404, "not-found");
    }

    @Test
    void givenExportsForEverybody_whenTheyAreAskedFor_thenThereIsNoneOfATimeline() {
        var path = "/api/partners/" + partner + "/pledges/2023/export?format=csv";

        assertThat(unzipped(send(as(editor, path)).is(200).response().body()).keySet())
                .containsExactly("pledges.csv", "measures.csv", "reports.csv");
        var files = unzipped(
                send(as(editor, path + "&public=true")).is(200).response().body());
        assertThat(files.keySet()).containsExactly("pledges.csv", "measures.csv", "reports.csv", "released.csv");
        assertThat(files.get("pledges.csv")).doesNotContain("actor");
        send(as(editor, path + "&public=perhaps")).isProblem(400, "malformed-parameter");
        send(as(editor, "/api/partners/" + partner + "/timeline/export?public=true"))
                .isProblem(400, "unknown-parameter");
    }

    private static TimelineEntry entry(long position) {
        return new TimelineEntry(
                "id",
                position,
                Instant.EPOCH,
                LocalDate.parse("2023-03-01"),
                "p-1",
                "p",
                "2023",
                null,
                "pledge-made",
                "- words",
                List.of(new Change("status", null, "on track")),
                "why");
    }

    private byte[] export(String whose, String format) {
        return send(as(ADMINISTRATOR, statements(whose) + "?format=" + format))
                .is(200)
                .response()
                .body();
    }

    private static String statements(String whose) {
        return "/api/partners/" + whose + "/cycles/2023/statements";
    }

    private static String type(String format) {
        return format.equals("xlsx") ? XLSX : ZIP;
    }

    private HttpRequest.Builder importing(String signIn, String whose, String type, byte[] file) {
        return as(signIn, whose.startsWith("/") ? whose : statements(whose))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(file));
    }

    private static byte[] sheet(String... rows) {
        return (PLEDGE_COLUMNS + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    private static String row(int number, int pledge) {
        return number + ",," + pledge + ",Pledge " + pledge + ",i,a,o,h,age,NEW,,d,,,l\n";
    }

    private static Map<String, String> unzipped(byte[] zip) {
        var files = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return files;
    }

    private static byte[] zipped(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    /** A partner of a board that the queries, which are mocks here, know too. */
    private String newPartner() {
        var board = board();
        know(board, cycle("2023"));
        return partner(board);
    }

    private void know(String board, CycleView... cycles) {
        when(boards.find(board))
                .thenReturn(Optional.of(new BoardView(
                        board, "A board", "Europe/London", List.of(), List.of(cycles), SmallNumbers.USUAL, 2)));
    }

    private static CycleView cycle(String year) {
        return new CycleView(
                year,
                LocalDate.parse(year + "-01-01"),
                LocalDate.parse(year + "-12-31"),
                3,
                Cadence.QUARTERLY,
                List.of(
                        quarter("Q1", "01-01", "03-31"),
                        quarter("Q2", "04-01", "06-30"),
                        quarter("Q3", "07-01", "09-30"),
                        quarter("Q4", "10-01", "12-31")),
                Instant.EPOCH,
                null,
                null);
    }

    private static Period quarter(String id, String from, String to) {
        var end = LocalDate.parse("2023-" + to);
        return new Period("2023-" + id, LocalDate.parse("2023-" + from), end, end.plusDays(30));
    }
}
