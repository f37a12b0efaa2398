package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.Amendment;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.pledge.Report.EvidenceLink;
import org.pledgebook.shared.pledge.Status;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Any history that the book has taken, exported, imported into an empty book and exported again, is the same file, byte
 * for byte.
 */
class RoundTripTest extends EdgeTest {

    private static final int HISTORIES = 25;
    private static final String FIRST = "2023";
    private static final String SECOND = "2024";
    private static final List<String> CYCLES = List.of(FIRST, SECOND);

    private static final List<String> PIECES = List.of(
            "=1+1",
            "+",
            "-",
            "@",
            "'",
            "\"",
            ",",
            ";",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\u00A0",
            "\u3000",
            "\uFF1D",
            "word",
            "_x000D_",
            "<&>",
            "é",
            "日本",
            "😀",
            "#",
            "(",
            ")",
            "%",
            "TRUE",
            "1.50",
            "2023-01-01",
            "none",
            "\u2028",
            "\uFEFF");

    @Autowired
    Book book;

    @Autowired
    BoardQueries boards;

    @Test
    void givenAnyHistory_whenExportedImportedAndExportedAgain_thenItIsTheSameFile() {
        framework();
        for (int n = 0; n < HISTORIES; n++) {
            var seed = Long.getLong("pledgebook.test.seed", new Random().nextLong());
            var chance = new Random(seed);
            var periods = chance.nextBoolean();
            var partner = partner(periods);
            var other = partner(periods);
            var statements = history(chance, partner, periods);
            for (var format : List.of("xlsx", "csv")) {
                var files = new TreeMap<String, byte[]>();
                for (var cycle : CYCLES) {
                    var file = export(partner, cycle, format);
                    var known = send(importing(partner, cycle, format, file))
                            .is(200)
                            .json()
                            .path("statements");
                    assertThat(known.size())
                            .as("-Dpledgebook.test.seed=%d", seed)
                            .isEqualTo(statements.get(cycle));
                    assertThat(known.values().stream())
                            .allMatch(one -> one.path("known").booleanValue());
                    files.put(cycle, file);
                }
                files.forEach((cycle, file) ->
                        send(importing(other, cycle, format, file)).is(200));
                files.forEach((cycle, file) -> assertThat(export(other, cycle, format))
                        .as("%s, -Dpledgebook.test.seed=%d", cycle, seed)
                        .isEqualTo(file));
            }
        }
    }

    /** Two cycles, of which the second carries on pledges of the first, and more is said in both after that. */
    private Map<String, Integer> history(Random chance, String partner, boolean periods) {
        var first = new Sayings(chance, partner, FIRST, periods, null);
        var second = new Sayings(chance, partner, SECOND, periods, first);
        for (var steps : List.of(18, 6)) {
            first.say(steps);
            second.say(steps);
        }
        first.fulfil();
        second.fulfil();
        assertThat(first.said).isPositive();
        return Map.of(FIRST, first.said, SECOND, second.said);
    }

    /** What somebody says in the course of a year, and the book takes. */
    private final class Sayings {

        private final Chance any;
        private final String partner;
        private final String cycle;
        private final boolean periods;
        private final @Nullable Sayings earlier;
        private final List<Commitment> pledges = new ArrayList<>();
        private final List<TreeSet<String>> reported = new ArrayList<>();
        private final Set<Integer> ended = new HashSet<>();
        private final Set<Integer> goOn = new HashSet<>();
        private boolean assessed;
        private int said;

        Sayings(Random random, String partner, String cycle, boolean periods, @Nullable Sayings earlier) {
            this.any = new Chance(random, cycle);
            this.partner = partner;
            this.cycle = cycle;
            this.periods = periods;
            this.earlier = earlier;
        }

        void say(int steps) {
            for (int i = 0; i < steps; i++) {
                switch (any.below(8)) {
                    case 0 -> pledge();
                    case 6 -> carryOn();
                    case 1 -> report();
                    case 2 -> correct();
                    case 3 -> amend();
                    case 4 -> extend();
                    case 5 -> end();
                    default -> assess();
                }
            }
        }

        private void pledge() {
            if (pledges.size() - ended.size() == 3) {
                return;
            }
            var commitment = any.commitment();
            record(new MakePledge(partner, cycle, commitment, any.saidOn()));
            pledges.add(commitment);
            reported.add(new TreeSet<>());
        }

        private void carryOn() {
            if (earlier == null || pledges.size() - ended.size() == 3) {
                return;
            }
            var number = any.below(3);
            if (number >= earlier.pledges.size() || earlier.ended.contains(number) || !earlier.goOn.add(number)) {
                return;
            }
            record(new ContinuePledge(partner, cycle, earlier.cycle, number + 1, null, any.text(), any.saidOn()));
            var goesOn = earlier.pledges.get(number);
            pledges.add(goesOn.measuring(
                    goesOn.measures().stream().map(measure -> measure.by(null)).toList()));
            reported.add(new TreeSet<>());
        }

        private void report() {
            if (pledges.isEmpty()) {
                pledge();
            }
            var pledge = any.below(pledges.size());
            if (ended.contains(pledge)) {
                return;
            }
            var saidOn = any.day();
            var period = periods ? cycle + "-Q" + (1 + any.below(4)) : saidOn.toString();
            if (!reported.get(pledge).add(period)) {
                return;
            }
            record(new RecordProgress(
                    partner,
                    cycle,
                    pledge + 1,
                    periods ? period : null,
                    any.report(pledges.get(pledge)),
                    periods ? null : saidOn));
        }

        private void correct() {
            var pledge = any.below(3);
            if (pledge < pledges.size()
                    && !ended.contains(pledge)
                    && !reported.get(pledge).isEmpty()) {
                record(new CorrectProgress(
                        partner,
                        cycle,
                        pledge + 1,
                        reported.get(pledge).first(),
                        any.report(pledges.get(pledge)),
                        any.text(),
                        any.saidOn()));
            }
        }

        private void amend() {
            var pledge = any.below(3);
            if (pledge >= pledges.size() || ended.contains(pledge)) {
                return;
            }
            var other = any.commitment();
            var amendment = new Amendment(
                    "Another title " + said,
                    null,
                    any.textOrNone(),
                    null,
                    null,
                    any.below(2) == 0 ? other.characteristics() : null,
                    null,
                    any.below(2) == 0 ? other.teams() : null,
                    any.below(2) == 0 ? other.basis() : null,
                    null,
                    any.below(2) == 0 && reported.get(pledge).isEmpty() ? other.measures() : null,
                    any.below(2) == 0 ? other.items() : null);
            record(new AmendPledge(partner, cycle, pledge + 1, amendment, any.text(), any.saidOn()));
            pledges.set(pledge, amendment.of(pledges.get(pledge)));
        }

        private void extend() {
            var pledge = any.below(3);
            if (pledge >= pledges.size()
                    || ended.contains(pledge)
                    || pledges.get(pledge).teams().isEmpty()) {
                return;
            }
            record(new ExtendPledge(partner, cycle, pledge + 1, List.of(), any.text(), any.saidOn()));
            pledges.set(pledge, pledges.get(pledge).in(List.of()));
        }

        private void end() {
            var pledge = any.below(3);
            // The last one is always there to be spoken of.
            if (pledge >= pledges.size() - 1 || !ended.add(pledge)) {
                return;
            }
            // What goes on was withdrawn after that.
            var saidOn = goOn.contains(pledge) ? null : any.saidOn();
            record(new WithdrawPledge(partner, cycle, pledge + 1, any.text(), saidOn));
        }

        void fulfil() {
            if (pledges.isEmpty()) {
                pledge();
            }
            record(new FulfilPledge(partner, cycle, pledges.size(), any.text(), any.saidOn()));
        }

        private void assess() {
            record(new SubmitAssessment(partner, cycle, any.submission(), assessed ? any.text() : null, any.saidOn()));
            assessed = true;
        }

        private void record(Command command) {
            book.record(command, Sender.of(GiveAccess.FIRST_ADMINISTRATOR, "request", partner + cycle + said));
            said++;
        }
    }

    /** Values that can be, the odd ones more often than in life. */
    private record Chance(Random random, String year) {

        int below(int bound) {
            return random.nextInt(bound);
        }

        String text() {
            var text = new StringBuilder();
            for (int i = 0; i <= below(5); i++) {
                text.append(PIECES.get(below(PIECES.size())));
            }
            return text.append(below(3) == 0 ? "x" : "y\n")
                    .insert(0, below(3) == 0 ? "x" : "")
                    .toString();
        }

        @Nullable String textOrNone() {
            return random.nextBoolean() ? text() : null;
        }

        /** Now and then with more digits than a spreadsheet keeps of a number. */
        BigDecimal number() {
            var isLong = below(5) == 0;
            var number = BigDecimal.valueOf(
                    random.nextLong(isLong ? 999_999_999_999_999_999L : 100_000L) - 50_000L, isLong ? 6 : below(4));
            return Figures.plain(number);
        }

        LocalDate day() {
            return LocalDate.parse(year + "-01-01").plusDays(below(365));
        }

        @Nullable LocalDate saidOn() {
            return random.nextBoolean() ? day() : null;
        }

        Commitment commitment() {
            var measures = new ArrayList<Measure>();
            for (int i = 0; i < below(4); i++) {
                var target = random.nextBoolean();
                var baseline = number();
                measures.add(new Measure(
                        "measure-" + i,
                        text(),
                        target ? text() : textOrNone(),
                        baseline,
                        target ? baseline.add(BigDecimal.ONE) : null,
                        target && random.nextBoolean() ? day() : null));
            }
            return new Commitment(
                    text(),
                    text(),
                    text(),
                    text(),
                    text(),
                    random.nextBoolean() ? List.of("age") : List.of("sex", "age", "caring"),
                    random.nextBoolean() ? Commitment.Origin.NEW : Commitment.Origin.EXISTING,
                    random.nextBoolean() ? List.of() : List.of("outreach"),
                    new Commitment.Basis(text(), textOrNone(), textOrNone()),
                    text(),
                    measures,
                    random.nextBoolean() ? List.of() : List.of(new AnsweredItem("round-trip", "rated")));
        }

        Report report(Commitment pledge) {
            var evidence = new ArrayList<EvidenceLink>();
            for (int i = 0; i < below(3); i++) {
                evidence.add(new EvidenceLink(text(), "https://example.org/" + below(10) + "?a=b,c"));
            }
            return new Report(
                    Status.values()[below(Status.values().length)],
                    text(),
                    pledge.measures().stream()
                            .filter(measure -> random.nextBoolean())
                            .map(measure -> new Reading(measure.id(), number()))
                            .toList(),
                    evidence,
                    textOrNone());
        }

        Submission submission() {
            var answers = new ArrayList<org.pledgebook.shared.assessment.Answer>();
            answers.add(answer(
                    "rated",
                    BigDecimal.valueOf(below(7), 1).multiply(BigDecimal.valueOf(5)),
                    null,
                    null,
                    null,
                    null,
                    text()));
            answers.add(answer("story", null, null, null, text(), null, null));
            if (random.nextBoolean()) {
                answers.add(answer(
                        "doors",
                        null,
                        random.nextBoolean() ? List.of() : List.of(BigDecimal.valueOf(2), BigDecimal.ONE),
                        null,
                        null,
                        null,
                        null));
            }
            if (random.nextBoolean()) {
                answers.add(
                        random.nextBoolean()
                                ? answer("staff", null, null, number(), null, null, null)
                                : answer("staff", null, null, null, null, text(), null));
            }
            return new Submission(
                    "round-trip",
                    1,
                    answers,
                    textOrNone(),
                    textOrNone(),
                    textOrNone(),
                    random.nextBoolean() ? number() : null,
                    random.nextBoolean() ? List.of() : List.of(table("users"), table("staff")));
        }

        // EdgeTest has an Answer of its own.
        private static org.pledgebook.shared.assessment.Answer answer(
                String item,
                @Nullable BigDecimal rating,
                @Nullable List<BigDecimal> choices,
                @Nullable BigDecimal value,
                @Nullable String text,
                @Nullable String notApplicable,
                @Nullable String evidence) {
            return new org.pledgebook.shared.assessment.Answer(
                    item, rating, choices, value, text, notApplicable, evidence);
        }

        private UsageTable table(String id) {
            return new UsageTable(
                    id,
                    text(),
                    random.nextBoolean() ? "age" : null,
                    LocalDate.parse("2022-01-01"),
                    LocalDate.parse("2022-12-31"),
                    List.of(new UsageTable.Group("young", text(), below(9)), new UsageTable.Group("old", text(), 0)),
                    random.nextBoolean() ? below(5) : null,
                    null,
                    random.nextBoolean() ? 0 : null,
                    below(100),
                    null);
        }
    }

    private byte[] export(String partner, String cycle, String format) {
        return send(as(ADMINISTRATOR, statements(partner, cycle) + "?format=" + format))
                .is(200)
                .response()
                .body();
    }

    private HttpRequest.Builder importing(String partner, String cycle, String format, byte[] file) {
        return as(ADMINISTRATOR, statements(partner, cycle))
                .header(
                        "Content-Type",
                        format.equals("csv")
                                ? "application/zip"
                                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .POST(BodyPublishers.ofByteArray(file));
    }

    private static String statements(String partner, String cycle) {
        return "/api/partners/" + partner + "/cycles/" + cycle + "/statements";
    }

    private void framework() {
        post(ADMINISTRATOR, "/api/frameworks", """
                {"id": "round-trip", "version": 1, "title": "T", "source": "S", "sections": [{"id": "s", "title": "S",
                 "items": [
                  {"id": "rated", "text": "=How?", "type": "ORDINAL", "required": true, "evidence": "REQUIRED",
                   "scale": [{"value": 0, "label": "No"}, {"value": 3, "label": "Yes"}], "step": 0.5},
                  {"id": "doors", "text": "Which?", "type": "CHOICES", "required": false, "evidence": "NONE",
                   "scale": [{"value": 1, "label": "A"}, {"value": 2, "label": "B"}]},
                  {"id": "staff", "text": "Many?", "type": "NUMBER", "required": false, "evidence": "NONE"},
                  {"id": "story", "text": "Tell.", "type": "NARRATIVE", "required": true, "evidence": "NONE"}]}],
                 "score": {"method": "NONE"}}
                """).is(201);
    }

    private String partner(boolean periods) {
        var board = fresh("board");
        post(ADMINISTRATOR, "/api/boards", """
                {"id": "%s", "name": "A board", "timeZone": "Europe/London", "characteristics": ["caring"]}
                """.formatted(board)).is(201);
        for (var cycle : CYCLES) {
            post(ADMINISTRATOR, "/api/boards/" + board + "/cycles", """
                    {"id": "%1$s", "startsOn": "%1$s-01-01", "endsOn": "%1$s-12-31", "pledgesPerPartner": 3,
                     "cadence": "%2$s"}
                    """.formatted(
                                    cycle, periods ? "QUARTERLY" : "NONE"))
                    .is(200);
        }
        var partner = fresh("partner");
        post(ADMINISTRATOR, "/api/boards/" + board + "/partners", """
                {"id": "%s", "name": "A partner", "kind": "NHS", "teams": ["outreach"]}
                """.formatted(partner))
                .is(201);
        var cycles = CYCLES.stream()
                .map(cycle -> new CycleView(
                        cycle,
                        LocalDate.parse(cycle + "-01-01"),
                        LocalDate.parse(cycle + "-12-31"),
                        3,
                        Cadence.NONE,
                        List.of(),
                        Instant.EPOCH,
                        null,
                        null))
                .toList();
        when(boards.find(board))
                .thenReturn(Optional.of(new BoardView(
                        board, "A board", "Europe/London", List.of("caring"), cycles, SmallNumbers.USUAL, 3)));
        return partner;
    }
}
