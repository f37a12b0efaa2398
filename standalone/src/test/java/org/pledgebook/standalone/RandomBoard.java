package org.pledgebook.standalone;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.access.EndAccess;
import org.pledgebook.shared.access.ForgetPerson;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.ResetPassword;
import org.pledgebook.shared.assessment.PublishReference;
import org.pledgebook.shared.assessment.ReleaseTable;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.audit.IntroduceSigningKey;
import org.pledgebook.shared.board.CloseCycle;
import org.pledgebook.shared.board.EstablishBoard;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.board.SetSmallNumbersPolicy;
import org.pledgebook.shared.framework.PublishFramework;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.partner.AddTeam;
import org.pledgebook.shared.partner.LeaveBoard;
import org.pledgebook.shared.partner.MergePartner;
import org.pledgebook.shared.partner.RenamePartner;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.pledgebook.shared.support.AnswerSupport;
import org.pledgebook.shared.support.PostSupport;

/** Somebody who says anything that can be said, in any order, also what the book refuses. Everything comes of a seed. */
final class RandomBoard {

    /** What somebody says: a command as JSON, from a person. */
    record Saying(Class<? extends Command> command, String json, String actor) {

        /** What the secretariat says. */
        Saying(Class<? extends Command> command, String json) {
            this(command, json, GiveAccess.FIRST_ADMINISTRATOR);
        }
    }

    private static final Instant START = Instant.parse("2022-12-20T09:00:00Z");
    private static final int LONGEST_PAUSE_DAYS = 25;
    private static final List<String> PERIODS = List.of("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4");
    private static final String TABLE = """
            {"id": "use", "title": "Who uses us", "startsOn": "2022-01-01", "endsOn": "2022-12-31",
             "groups": [{"id": "one", "label": "One", "count": 70}, {"id": "two", "label": "Two", "count": 30}],
             "total": 100}""";
    private static final List<String> STATUSES = List.of("NOT_STARTED", "ON_TRACK", "AT_RISK", "OFF_TRACK", "ACHIEVED");

    private final Random random;
    private final String id;
    private final List<String> partners;
    private final Map<Class<? extends Command>, Supplier<String>> said = new LinkedHashMap<>();
    private Instant now = START;

    RandomBoard(String id, Random random) {
        this.id = id;
        this.random = random;
        this.partners = IntStream.range(0, 2 + random.nextInt(2))
                .mapToObj(i -> id + "-p" + i)
                .toList();
        said.put(AddTeam.class, () -> partner("\"team\": \"team-%d\"".formatted(random.nextInt(50))));
        said.put(RenamePartner.class, () -> partner("\"name\": \"%s\", \"reason\": \"A new name\"".formatted(text())));
        said.put(
                MergePartner.class,
                () -> partner(rarely(
                        "\"into\": \"%s\", \"reason\": \"One is enough\"".formatted(any(partners)), "\"into\": \"\"")));
        said.put(LeaveBoard.class, () -> partner(rarely("\"reason\": \"Closed\"", "\"reason\": \"\"")));
        said.put(SubmitAssessment.class, this::assessment);
        said.put(MakePledge.class, this::pledge);
        said.put(RecordProgress.class, () -> progress(""));
        said.put(CorrectProgress.class, () -> progress(", \"reason\": \"A slip\""));
        said.put(AmendPledge.class, this::amendment);
        said.put(
                ExtendPledge.class,
                () -> ofPledge(
                        "\"teams\": %s, \"reason\": \"It works\"".formatted(any(List.of("[]", "[\"t0\", \"t1\"]")))));
        said.put(WithdrawPledge.class, () -> ofPledge("\"reason\": \"No money\""));
        said.put(FulfilPledge.class, () -> ofPledge("\"outcome\": \"%s\"".formatted(text())));
        said.put(
                ContinuePledge.class,
                () -> partner("\"cycle\": \"2024\", \"from\": \"2023\", \"number\": %d, \"reason\": \"Not done\""
                        .formatted(number())));
        said.put(AskQuestion.class, () -> ofPledge("\"text\": \"%s?\"".formatted(text())));
        said.put(AnswerQuestion.class, () -> ofPledge("\"question\": %d, \"text\": \"%s\"".formatted(1, text())));
        said.put(PostSupport.class, this::support);
        said.put(
                AnswerSupport.class,
                () -> partner("\"number\": %d, \"from\": \"%s\", \"text\": \"%s\""
                        .formatted(number(), any(partners), text())));
        said.put(CloseCycle.class, () -> rarely(board("\"cycle\": \"open\", \"reason\": \"The end\""), board("")));
        said.put(
                SetSmallNumbersPolicy.class,
                () -> board(
                        "\"policy\": {\"threshold\": %d, \"marker\": \"*\", \"peopleUnits\": []}, \"reason\": \"Smaller\""
                                .formatted(1 + random.nextInt(9))));
        said.put(ReleaseTable.class, () -> inCycle("\"table\": \"use\""));
        said.put(
                GiveAccess.class,
                () -> person(
                        "\"role\": \"PARTNER\", \"board\": \"%s\", \"partner\": \"%s\"".formatted(id, any(partners))));
        said.put(EndAccess.class, () -> person("\"reason\": \"Left\""));
        said.put(ResetPassword.class, () -> person(""));
        said.put(ForgetPerson.class, () -> person(""));
        said.put(
                IntroduceSigningKey.class,
                () -> "{\"log\": \"%1$s\", \"key\": \"%1$s+%2$s\", \"reason\": \"%2$s\"}".formatted(id, text()));
    }

    /** The board's id. */
    String id() {
        return id;
    }

    /** What is said before anything else: a board, its cycles and its partners. */
    List<Saying> beginning() {
        var zone = any(List.of("Europe/London", "Pacific/Auckland", "America/Los_Angeles"));
        var said = new ArrayList<>(List.of(
                new Saying(
                        EstablishBoard.class,
                        board("\"name\": \"Board\", \"timeZone\": \"%s\", \"characteristics\": []".formatted(zone))),
                new Saying(OpenCycle.class, cycle("2023", "2023", "QUARTERLY")),
                new Saying(OpenCycle.class, cycle("open", "2023", "NONE")),
                new Saying(OpenCycle.class, cycle("2024", "2024", "QUARTERLY")),
                new Saying(PublishFramework.class, framework()),
                new Saying(PublishReference.class, reference()),
                new Saying(
                        GiveAccess.class,
                        "{\"person\": \"%s\", \"role\": \"BOARD_MEMBER\", \"board\": \"%s\"}"
                                .formatted(member(), id))));
        for (var partner : partners) {
            said.add(new Saying(
                    AddPartner.class,
                    board("\"partner\": \"%s\", \"name\": \"%s\", \"kind\": \"NHS\", \"teams\": [\"t0\", \"t1\"]"
                            .formatted(partner, text()))));
            said.add(new Saying(MakePledge.class, pledge()));
        }
        said.add(new Saying(SubmitAssessment.class, assessment()));
        return said;
    }

    /** What is said next. */
    Saying next() {
        var command = any(List.copyOf(said.keySet()));
        // What partners say is most of a book.
        if (random.nextBoolean()) {
            command = any(List.of(
                    MakePledge.class,
                    RecordProgress.class,
                    RecordProgress.class,
                    CorrectProgress.class,
                    ExtendPledge.class,
                    AskQuestion.class,
                    AnswerQuestion.class));
        }
        var json = Objects.requireNonNull(said.get(command)).get();
        return command == AskQuestion.class ? new Saying(command, json, member()) : new Saying(command, json);
    }

    /** When it is said: after a while, sometimes in the same millisecond. */
    Instant later() {
        if (random.nextInt(5) > 0) {
            now = now.plus(Duration.ofMinutes(1 + random.nextInt(LONGEST_PAUSE_DAYS * 24 * 60)))
                    .plusMillis(random.nextInt(1000));
        }
        return now;
    }

    /** Who asks: only members of the board do. */
    private String member() {
        return "p-" + id + "-member";
    }

    private String board(String more) {
        return "{\"board\": \"%s\"%s}".formatted(id, more.isEmpty() ? "" : ", " + more);
    }

    private String cycle(String cycle, String year, String cadence) {
        return board("""
                "cycle": "%s", "startsOn": "%s-01-01", "endsOn": "%s-12-31", "pledgesPerPartner": 3,
                "cadence": "%s", "periods": []""".formatted(cycle, year, year, cadence));
    }

    /** Of a pledge, an offer or a request; the first there is more often than the third. */
    private int number() {
        return 1 + Math.min(random.nextInt(3), random.nextInt(3));
    }

    private String ofPledge(String more) {
        return inCycle("\"number\": %d, %s, \"saidOn\": %s".formatted(number(), more, saidOn()));
    }

    private String amendment() {
        var amended =
                random.nextBoolean() ? "\"title\": \"%s\"".formatted(text()) : """
                "measures": [{"id": "seats", "title": "Seats", "unit": "seats", "baseline": 1, "target": %d}]""".formatted(3 + random.nextInt(9));
        return ofPledge("\"amendment\": {%s}, \"reason\": \"We learnt\"".formatted(amended));
    }

    private String reference() {
        return """
                {"reference": {"id": "r-%s", "version": 1, "title": "Who lives here", "source": "A census",
                 "countedOn": "2021-03-21", "groups": [{"id": "one", "label": "One", "count": 900},
                  {"id": "two", "label": "Two", "count": 100}], "total": 1000}}""".formatted(id);
    }

    private String partner(String more) {
        return "{\"partner\": \"%s\", %s}".formatted(any(partners), more);
    }

    private String person(String more) {
        return "{\"person\": \"p-%s-%d\"%s}".formatted(id, random.nextInt(3), more.isEmpty() ? "" : ", " + more);
    }

    private String inCycle(String more) {
        return partner("\"cycle\": \"%s\", %s".formatted(random.nextInt(4) == 0 ? "open" : "2023", more));
    }

    private String pledge() {
        return inCycle("""
                "commitment": {"title": "%s", "inequality": "Who is missing", "action": "Ask", "outcome": "Heard",
                 "howWeWillKnow": "Count", "characteristics": ["age"], "origin": "NEW", "teams": %s, "items": [],
                 "basis": {"data": "Ours"}, "lead": "Chief executive",
                 "measures": [{"id": "seats", "title": "Seats", "unit": "seats", "baseline": 1, "target": 7},
                  {"id": "feeling", "title": "How welcome"}]}, "saidOn": %s""".formatted(text(), random.nextBoolean() ? "[]" : "[\"t0\"]", saidOn()));
    }

    private String progress(String reason) {
        var open = random.nextInt(4) == 0;
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(number());
        // A report of a cycle without periods is named by its day, which a correction has to name.
        var period = open ? (reason.isEmpty() ? "null" : "\"" + day + "\"") : "\"" + any(PERIODS) + "\"";
        return partner("""
                "cycle": "%s", "number": %d, "period": %s,
                "report": {"status": "%s", "narrative": "%s", "readings": %s, "evidence": []}%s, "saidOn": %s""".formatted(
                        open ? "open" : "2023",
                        number(),
                        period,
                        any(STATUSES),
                        text(),
                        random.nextBoolean()
                                ? "[]"
                                : "[{\"measure\": \"seats\", \"value\": %d.%d}]"
                                        .formatted(random.nextInt(9), random.nextInt(10)),
                        reason,
                        open ? "\"" + day + "\"" : saidOn()));
    }

    private String assessment() {
        return inCycle("""
                "submission": {"framework": "f-%s", "version": 1, "answers": [{"item": "a", "rating": %d},
                 {"item": "b", "rating": %d}], "tables": [%s]}, "reason": %s, "saidOn": %s""".formatted(
                        id,
                        random.nextInt(4),
                        random.nextInt(4),
                        random.nextBoolean() ? "" : TABLE,
                        random.nextBoolean() ? "null" : "\"We counted again\"",
                        saidOn()));
    }

    private String support() {
        return partner("\"kind\": \"%s\", \"text\": \"%s\", \"pledge\": %s"
                .formatted(
                        any(List.of("OFFER", "REQUEST")),
                        text(),
                        random.nextBoolean() ? "null" : "\"" + any(partners) + "/2023/1\""));
    }

    private String framework() {
        var scale = IntStream.range(0, 4)
                .mapToObj(mark -> "{\"value\": %d, \"label\": \"Mark %d\"}".formatted(mark, mark))
                .toList();
        var item = "{\"id\": \"%s\", \"text\": \"How?\", \"type\": \"ORDINAL\", \"required\": false,"
                + " \"evidence\": \"NONE\", \"weight\": 1, \"scale\": " + scale + "}";
        return """
                {"framework": {"id": "f-%s", "version": 1, "title": "Ours", "source": "Ours",
                 "sections": [{"id": "one", "title": "One", "items": [%s, %s]}], "score": {"method": "MEAN", "bands": []}}}""".formatted(id, item.formatted("a"), item.formatted("b"));
    }

    private String saidOn() {
        return random.nextInt(3) == 0
                ? "\"" + LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(2) + "\""
                : "null";
    }

    private String rarely(String one, String usually) {
        return random.nextInt(4) == 0 ? one : usually;
    }

    private String text() {
        return "Words " + random.nextInt(1000);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
