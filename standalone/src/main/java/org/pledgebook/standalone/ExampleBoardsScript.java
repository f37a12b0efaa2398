package org.pledgebook.standalone;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.access.Role;
import org.pledgebook.shared.assessment.PublishReference;
import org.pledgebook.shared.assessment.ReleaseTable;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.board.CloseCycle;
import org.pledgebook.shared.framework.PublishFramework;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.Amendment;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.pledge.WithdrawPledge;

/**
 * What is sent to make the example boards, in order: a pure function of the data and of the day on which loading began,
 * so that loading which was broken off goes on with the same commands under the same keys.
 */
final class ExampleBoardsScript {

    /** Nobody does two things in the same minute. */
    private static final Duration PAUSE = Duration.ofMinutes(3);

    private final ExampleBoardsData data;
    private final LocalDate today;
    private final List<Line> lines = new ArrayList<>();

    private ExampleBoardsScript(ExampleBoardsData data, LocalDate today) {
        this.data = data;
        this.today = today;
    }

    /**
     * All steps whose day is before {@code today}, at strictly rising instants.
     *
     * @param today the day on which loading began, in the data's time zone
     */
    static List<Step> until(LocalDate today, ExampleBoardsData data) {
        return new ExampleBoardsScript(data, today).steps();
    }

    private List<Step> steps() {
        var boards = data.boards().stream().map(ExampleBoardsData::board).toList();
        setUp(boards);
        var setUp = List.copyOf(lines);
        lines.clear();
        for (int i = 0; i < boards.size(); i++) {
            cycles(data.boards().get(i), boards.get(i).cycles());
            changes(boards.get(i));
        }
        return timed(Stream.concat(setUp.stream(), lines.stream().sorted(Comparator.comparing(Line::at))));
    }

    private void setUp(List<ExampleBoardsData.Board> boards) {
        var accounts = data.accounts();
        enrol(accounts.get(0));
        data.frameworks().forEach(file -> asSecretary(new PublishFramework(ExampleBoardsData.framework(file))));
        data.references().forEach(file -> asSecretary(new PublishReference(ExampleBoardsData.reference(file))));
        for (var board : boards) {
            asSecretary(board.board());
            board.partners().forEach(this::asSecretary);
        }
        // Partners' editors come after the partners.
        accounts.subList(1, accounts.size()).forEach(this::enrol);
    }

    private void enrol(ExampleBoardsData.Account account) {
        add(data.begins(), secretary(), new Enrol(account));
    }

    private void cycles(String folder, ExampleBoardsData.Cycles cycles) {
        var until = cycles.until() == null ? today.getYear() : Math.min(cycles.until(), today.getYear());
        IntStream.rangeClosed(cycles.from(), until)
                .forEach(year ->
                        cycle(ExampleBoardsData.cycle(folder, cycles, year), BigDecimal.valueOf(year - cycles.from())));
    }

    private void changes(ExampleBoardsData.Board board) {
        board.renamings().forEach(renamed -> asSecretary(renamed.at(), renamed.rename()));
        for (var supported : board.support()) {
            asEditor(supported.at(), supported.post().partner(), supported.post());
            supported
                    .answers()
                    .forEach(answered ->
                            asEditor(answered.at(), answered.answer().from(), answered.answer()));
        }
    }

    private void cycle(ExampleBoardsData.Cycle cycle, BigDecimal yearsBefore) {
        asSecretary(cycle.opened(), cycle.open());
        var id = cycle.open().cycle();
        for (var statements : cycle.partners()) {
            var partner = statements.partner();
            for (var assessed : statements.assessments()) {
                asEditor(
                        assessed.at(),
                        partner,
                        new SubmitAssessment(partner, id, assessed.submission(), assessed.reason(), assessed.saidOn()));
                assessed.releases()
                        .forEach(table ->
                                asSecretary(assessed.at().plusWeeks(1), new ReleaseTable(partner, id, table, null)));
            }
            var number = 0;
            for (var pledged : statements.pledges()) {
                number++;
                pledge(partner, id, number, pledged, yearsBefore);
            }
        }
        var closing = cycle.closing();
        if (closing != null) {
            asSecretary(closing.at(), new CloseCycle(cycle.open().board(), id, closing.reason()));
        }
    }

    private void pledge(
            String partner, String cycle, int number, ExampleBoardsData.Pledged pledged, BigDecimal yearsBefore) {
        var continues = pledged.continues();
        // A pledge that goes on has the figures of the year it comes from.
        var growth =
                new Growth(pledged.grows(), continues == null ? yearsBefore : yearsBefore.subtract(BigDecimal.ONE));
        asEditor(
                pledged.at(),
                partner,
                continues == null
                        ? new MakePledge(
                                partner,
                                cycle,
                                growth.of(Objects.requireNonNull(pledged.commitment())),
                                pledged.saidOn())
                        : new ContinuePledge(
                                partner,
                                cycle,
                                continues.cycle(),
                                continues.number(),
                                null,
                                continues.reason(),
                                pledged.saidOn()));
        pledged.reports().forEach(reported -> report(partner, cycle, number, reported, growth));
        pledged.amendments()
                .forEach(amended -> asEditor(
                        amended.at(),
                        partner,
                        new AmendPledge(
                                partner, cycle, number, growth.of(amended.amendment()), amended.reason(), null)));
        questions(partner, cycle, number, pledged.questions());
        var withdrawal = pledged.withdrawal();
        if (withdrawal != null) {
            asEditor(withdrawal.at(), partner, new WithdrawPledge(partner, cycle, number, withdrawal.reason(), null));
        }
        var fulfilment = pledged.fulfilment();
        if (fulfilment != null) {
            asEditor(fulfilment.at(), partner, new FulfilPledge(partner, cycle, number, fulfilment.outcome(), null));
        }
    }

    private void report(String partner, String cycle, int number, ExampleBoardsData.Reported reported, Growth growth) {
        var period = reported.period();
        asEditor(
                reported.at(),
                partner,
                new RecordProgress(partner, cycle, number, period, growth.of(reported.report()), reported.saidOn()));
        var correction = reported.correction();
        if (correction != null) {
            asEditor(
                    correction.at(),
                    partner,
                    new CorrectProgress(
                            partner, cycle, number, period, growth.of(correction.report()), correction.reason(), null));
        }
    }

    private void questions(String partner, String cycle, int number, List<ExampleBoardsData.Asked> questions) {
        for (int i = 0; i < questions.size(); i++) {
            var asked = questions.get(i);
            asMember(asked.at(), new AskQuestion(partner, cycle, number, asked.text(), null));
            var answer = asked.answer();
            if (answer != null) {
                asEditor(answer.at(), partner, new AnswerQuestion(partner, cycle, number, i + 1, answer.text(), null));
            }
        }
    }

    private void asSecretary(Command command) {
        asSecretary(data.begins(), command);
    }

    private void asSecretary(LocalDateTime at, Command command) {
        add(at, secretary(), new Send(command));
    }

    private void asEditor(LocalDateTime at, String partner, Command command) {
        as(account -> account.role() == Role.PARTNER && partner.equals(account.partner()), at, command);
    }

    private void asMember(LocalDateTime at, Command command) {
        as(account -> account.role() == Role.BOARD_MEMBER, at, command);
    }

    private void as(Predicate<ExampleBoardsData.Account> who, LocalDateTime at, Command command) {
        var account = data.accounts().stream()
                .filter(who)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No demo account can send " + command));
        add(at, account.signIn(), new Send(command));
    }

    private void add(LocalDateTime at, String signIn, Deed deed) {
        lines.add(new Line(onAWorkingDay(at), signIn, deed));
    }

    private String secretary() {
        return data.accounts().get(0).signIn();
    }

    private static LocalDateTime onAWorkingDay(LocalDateTime at) {
        var day = at.getDayOfWeek();
        return day == DayOfWeek.SATURDAY ? at.plusDays(2) : day == DayOfWeek.SUNDAY ? at.plusDays(1) : at;
    }

    private List<Step> timed(Stream<Line> inOrder) {
        var begins = data.begins().atZone(data.timeZone()).toInstant();
        var end = today.atStartOfDay(data.timeZone()).toInstant();
        var steps = new ArrayList<Step>();
        @Nullable Instant previous = null;
        for (var line : inOrder.toList()) {
            var earliest = previous == null ? begins : previous.plus(PAUSE);
            var at = later(earliest, line.at().atZone(data.timeZone()).toInstant());
            if (!at.isBefore(end)) {
                break;
            }
            steps.add(new Step("example-%04d".formatted(steps.size() + 1), at, line.signIn(), line.deed()));
            previous = at;
        }
        return List.copyOf(steps);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * One step of the script.
     *
     * @param key its idempotency key, {@code example-0001}
     * @param at what the book's clock says when it is taken
     * @param signIn whose account takes it; the first administrator enrols themselves
     */
    record Step(String key, Instant at, String signIn, Deed deed) {}

    /** What is done in a step. */
    sealed interface Deed permits Enrol, Send {}

    /** Gives somebody an account. */
    record Enrol(ExampleBoardsData.Account account) implements Deed {}

    /** Sends a command. */
    record Send(Command command) implements Deed {}

    private record Line(LocalDateTime at, String signIn, Deed deed) {}

    /** Lifts the figures of measures that go on from year to year. */
    private record Growth(Map<String, BigDecimal> perYear, BigDecimal years) {

        Commitment of(Commitment said) {
            return said.measuring(said.measures().stream().map(this::of).toList());
        }

        Amendment of(Amendment said) {
            return new Amendment(
                    said.title(),
                    said.inequality(),
                    said.action(),
                    said.outcome(),
                    said.howWeWillKnow(),
                    said.characteristics(),
                    said.origin(),
                    said.teams(),
                    said.basis(),
                    said.lead(),
                    said.measures() == null
                            ? null
                            : said.measures().stream().map(this::of).toList(),
                    said.items());
        }

        Report of(Report said) {
            return new Report(
                    said.status(),
                    said.narrative(),
                    said.readings().stream()
                            .map(reading -> new Reading(
                                    reading.measure(), reading.value().add(lift(reading.measure()))))
                            .toList(),
                    said.evidence(),
                    said.nextSteps());
        }

        private Measure of(Measure measure) {
            var lift = lift(measure.id());
            return new Measure(
                    measure.id(),
                    measure.title(),
                    measure.unit(),
                    plus(measure.baseline(), lift),
                    plus(measure.target(), lift),
                    measure.targetDate());
        }

        private BigDecimal lift(String measure) {
            return perYear.getOrDefault(measure, BigDecimal.ZERO).multiply(years);
        }

        private static @Nullable BigDecimal plus(@Nullable BigDecimal figure, BigDecimal lift) {
            return figure == null ? null : figure.add(lift);
        }
    }
}
