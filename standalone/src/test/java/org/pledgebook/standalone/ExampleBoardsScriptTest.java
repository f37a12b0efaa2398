package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.CloseCycle;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.partner.RenamePartner;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.PledgeCommand;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.pledgebook.shared.support.AnswerSupport;
import org.pledgebook.shared.support.PostSupport;
import org.pledgebook.shared.support.SupportKind;

class ExampleBoardsScriptTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Map<LocalDate, List<ExampleBoardsScript.Step>> WRITTEN = new ConcurrentHashMap<>();

    /** The ends and beginnings of years, quarters and the time to report on them, and days between. */
    static Stream<LocalDate> todays() {
        return Stream.of(
                        "2026-11-22",
                        "2026-12-10",
                        "2026-12-31",
                        "2027-01-01",
                        "2027-01-30",
                        "2027-01-31",
                        "2027-02-28",
                        "2027-03-31",
                        "2027-04-01",
                        "2027-05-01",
                        "2027-08-01",
                        "2027-10-31",
                        "2028-01-01",
                        "2028-02-29",
                        "2031-07-15")
                .map(LocalDate::parse);
    }

    static Stream<LocalDate> todaysFromTheBeginning() {
        return Stream.concat(Stream.of("2023-01-04", "2023-07-01", "2024-01-01").map(LocalDate::parse), todays());
    }

    @ParameterizedTest
    @MethodSource("todaysFromTheBeginning")
    void givenAnyToday_whenWritten_thenInstantsRiseAndLieInOfficeHoursBeforeToday(LocalDate today) {
        var steps = until(today);

        assertThat(steps).hasSizeGreaterThan(18);
        Instant previous = Instant.EPOCH;
        for (var step : steps) {
            assertThat(step.at()).as(step.key()).isAfter(previous);
            var there = step.at().atZone(LONDON);
            assertThat(there.toLocalDate()).as(step.key()).isBefore(today);
            assertThat(there.getDayOfWeek()).as(step.key()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(there.toLocalTime()).as(step.key()).isBetween(LocalTime.of(9, 0), LocalTime.of(17, 30));
            previous = step.at();
        }
    }

    @ParameterizedTest
    @MethodSource("todaysFromTheBeginning")
    void givenAnyToday_whenWritten_thenEveryCommandIsValid(LocalDate today) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            for (var command : commands(until(today), Command.class).toList()) {
                assertThat(validator.validate(command)).as("%s", command).isEmpty();
            }
        }
    }

    @Test
    void givenTheFirstDays_whenWritten_thenWhatWouldComeBeforeThemFollowsTheSetUp() {
        var steps = until(LocalDate.of(2023, 1, 4));

        assertThat(steps.get(0).at()).isEqualTo(Instant.parse("2023-01-03T09:30:00Z"));
        assertThat(Duration.between(steps.get(0).at(), steps.get(1).at())).isEqualTo(Duration.ofMinutes(3));
        assertThat(commands(steps, MakePledge.class)).hasSize(6);
    }

    @Test
    void givenTheSameToday_whenWrittenTwice_thenTheSameCommandsUnderTheSameKeys() {
        var steps = until(LocalDate.of(2026, 11, 22));

        assertThat(ExampleBoardsScript.until(LocalDate.of(2026, 11, 22), ExampleBoardsData.read()))
                .isEqualTo(steps);
        assertThat(steps.get(0).key()).isEqualTo("example-0001");
        assertThat(steps.stream().map(ExampleBoardsScript.Step::key)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("todaysFromTheBeginning")
    void givenAnyToday_whenWritten_thenThereIsACycleForEachYearUpToTheOneRunning(LocalDate today) {
        var cycles = commands(until(today), OpenCycle.class)
                .filter(open -> open.board().equals("example-board"))
                .map(OpenCycle::cycle);

        assertThat(cycles)
                .containsExactlyElementsOf(IntStream.rangeClosed(2023, today.getYear())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("todays")
    void givenAnyToday_whenWritten_thenSomethingIsDueNowSomethingIsMissingAndSomethingCameLate(LocalDate today) {
        var asked = asked(until(today));

        assertThat(asked).as("begun, and still to come").anyMatch(report -> report.dueNow(today));
        assertThat(asked).as("never came").anyMatch(report -> report.missing(today));
        assertThat(asked).as("came late").anyMatch(Asked::late);
        assertThat(asked)
                .as("due now in the running cycle, or in the one before until its last reports are due")
                .filteredOn(report -> report.dueNow(today))
                .allMatch(report -> report.dueOn().getYear() >= today.getYear());
    }

    @Test
    void givenTodayInNovember_whenWritten_thenTheRunningCycleHasAllOfIt() {
        var today = LocalDate.of(2026, 11, 22);
        var running = asked(until(today)).stream()
                .filter(report -> report.pledge().cycle().equals("2026"))
                .toList();

        assertThat(running).anyMatch(report -> report.dueNow(today));
        assertThat(running).anyMatch(report -> report.missing(today));
        assertThat(running).anyMatch(Asked::late);
        assertThat(commands(until(today), CorrectProgress.class))
                .anyMatch(correct -> correct.cycle().equals("2026"));
        assertThat(commands(until(today), SubmitAssessment.class))
                .anyMatch(submit -> submit.cycle().equals("2026") && submit.reason() != null);
    }

    @ParameterizedTest
    @MethodSource("todays")
    void givenAnyToday_whenWritten_thenOldCyclesAreClosedAfterTheirLastReport(LocalDate today) {
        var steps = until(today);
        var closed = commands(steps, CloseCycle.class).map(CloseCycle::cycle).toList();

        assertThat(closed).contains("2023", "2024").doesNotContain(Integer.toString(today.getYear()));
        for (var cycle : closed) {
            var end = steps.indexOf(steps.stream()
                    .filter(step -> command(step) instanceof CloseCycle close
                            && close.cycle().equals(cycle))
                    .findFirst()
                    .orElseThrow());
            assertThat(commands(steps.subList(end, steps.size()), RecordProgress.class))
                    .noneMatch(record -> record.cycle().equals(cycle));
        }
    }

    @Test
    void givenAStatement_whenWritten_thenThePartnersOwnEditorSendsIt() {
        for (var step : until(LocalDate.of(2026, 11, 22))) {
            var command = command(step);
            if (command instanceof AskQuestion) {
                assertThat(step.signIn()).isEqualTo("member");
            } else if (command != null && command.statementOf() != null) {
                assertThat(step.signIn()).isEqualTo(command.statementOf());
            } else {
                assertThat(step.signIn()).isEqualTo("secretary");
            }
        }
    }

    @Test
    void givenTodayInNovember_whenWritten_thenPartnersHelpEachOtherAndOneHasAnotherName() {
        var steps = until(LocalDate.of(2026, 11, 22));

        assertThat(commands(steps, PostSupport.class))
                .extracting(PostSupport::kind)
                .contains(SupportKind.values());
        assertThat(commands(steps, AnswerSupport.class)).hasSizeGreaterThan(1);
        assertThat(commands(steps, RenamePartner.class))
                .as("nothing is made up of the partners that there are")
                .isNotEmpty()
                .allMatch(rename -> rename.name().contains("(invented)"));
    }

    @Test
    void givenAMeasureThatGrows_whenItsPledgeComesAgain_thenItsFiguresAreHigherTogether() {
        var steps = until(LocalDate.of(2026, 11, 22));

        assertThat(commands(steps, MakePledge.class)
                        .flatMap(pledge -> pledge.commitment().measures().stream())
                        .filter(measure -> measure.id().equals("evening-sessions"))
                        .map(Measure::target)
                        .map(target -> Objects.requireNonNull(target).intValueExact()))
                .containsExactly(36, 60);
        assertThat(commands(steps, RecordProgress.class)
                        .flatMap(progress -> progress.report().readings().stream())
                        .filter(reading -> reading.measure().equals("evening-sessions"))
                        .map(reading -> reading.value().intValueExact()))
                .containsExactly(15, 23, 31, 36, 39, 47, 55, 60);
    }

    private static List<ExampleBoardsScript.Step> until(LocalDate today) {
        return WRITTEN.computeIfAbsent(today, day -> ExampleBoardsScript.until(day, ExampleBoardsData.read()));
    }

    private static <C extends Command> Stream<C> commands(List<ExampleBoardsScript.Step> steps, Class<C> type) {
        return steps.stream()
                .map(ExampleBoardsScriptTest::command)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static @Nullable Command command(ExampleBoardsScript.Step step) {
        return step.deed() instanceof ExampleBoardsScript.Send send ? send.command() : null;
    }

    /** Every report that the example board's quarterly cycles ask for, worked out from what the commands mean. */
    private static List<Asked> asked(List<ExampleBoardsScript.Step> steps) {
        var quarterly = commands(steps, OpenCycle.class)
                .filter(open -> open.cadence() == Cadence.QUARTERLY)
                .toList();
        var asked = new ArrayList<Asked>();
        for (var open : quarterly) {
            for (var made : madeIn(open.cycle(), steps)) {
                for (int quarter = 1; quarter <= 4; quarter++) {
                    var period = open.cycle() + "-Q" + quarter;
                    var startsOn = open.startsOn().plusMonths(3L * (quarter - 1));
                    var endsOn = startsOn.plusMonths(3).minusDays(1);
                    if (!made.on().isAfter(endsOn)
                            && withdrawnBy(endsOn, made, steps).findAny().isEmpty()) {
                        asked.add(new Asked(
                                made, period, startsOn, endsOn.plusDays(30), reportedOn(made, period, steps)));
                    }
                }
            }
        }
        return asked;
    }

    private static List<Made> madeIn(String cycle, List<ExampleBoardsScript.Step> steps) {
        var made = new ArrayList<Made>();
        for (var step : steps) {
            if ((command(step) instanceof MakePledge || command(step) instanceof ContinuePledge)
                    && command(step) instanceof PledgeCommand pledge
                    && pledge.cycle().equals(cycle)
                    && !pledge.partner().equals("healthwatch-islington")) {
                var number = 1
                        + (int) made.stream()
                                .filter(earlier -> earlier.partner().equals(pledge.partner()))
                                .count();
                made.add(new Made(pledge.partner(), cycle, number, day(step)));
            }
        }
        return made;
    }

    private static Stream<ExampleBoardsScript.Step> withdrawnBy(
            LocalDate day, Made pledge, List<ExampleBoardsScript.Step> steps) {
        return steps.stream()
                .filter(step -> command(step) instanceof WithdrawPledge withdraw
                        && withdraw.partner().equals(pledge.partner())
                        && withdraw.cycle().equals(pledge.cycle())
                        && withdraw.number() == pledge.number()
                        && !day(step).isAfter(day));
    }

    private static List<LocalDate> reportedOn(Made pledge, String period, List<ExampleBoardsScript.Step> steps) {
        return steps.stream()
                .filter(step -> command(step) instanceof RecordProgress progress
                        && progress.partner().equals(pledge.partner())
                        && progress.number() == pledge.number()
                        && period.equals(progress.period()))
                .map(ExampleBoardsScriptTest::day)
                .toList();
    }

    private static LocalDate day(ExampleBoardsScript.Step step) {
        return LocalDate.ofInstant(step.at(), LONDON);
    }

    private record Made(String partner, String cycle, int number, LocalDate on) {}

    private record Asked(Made pledge, String period, LocalDate startsOn, LocalDate dueOn, List<LocalDate> reportedOn) {

        boolean dueNow(LocalDate today) {
            return reportedOn.isEmpty() && !startsOn.isAfter(today) && !dueOn.isBefore(today);
        }

        boolean missing(LocalDate today) {
            return reportedOn.isEmpty() && dueOn.isBefore(today);
        }

        boolean late() {
            return reportedOn.stream().anyMatch(day -> day.isAfter(dueOn));
        }
    }
}
