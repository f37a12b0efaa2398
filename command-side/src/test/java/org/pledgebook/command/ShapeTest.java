package org.pledgebook.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.COMMITMENT;
import static org.pledgebook.command.Examples.EDS;
import static org.pledgebook.command.Examples.MAKE_PLEDGE;
import static org.pledgebook.command.Examples.OPEN_CYCLE;
import static org.pledgebook.command.Examples.RATED;
import static org.pledgebook.command.Examples.RECORD_PROGRESS;
import static org.pledgebook.command.Examples.REPORT;
import static org.pledgebook.command.Examples.SEATS;
import static org.pledgebook.command.Examples.SUBMISSION;
import static org.pledgebook.command.Examples.SUBMIT_ASSESSMENT;
import static org.pledgebook.command.Examples.day;
import static org.pledgebook.command.Examples.number;

import jakarta.validation.Validation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.framework.PublishFramework;
import org.pledgebook.shared.pledge.Reading;

class ShapeTest {

    private static final Shape SHAPE =
            new Shape(Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void givenYearOfGoodCommands_whenLookedAt_thenNothingIsWrong() {
        Story.next().steps.forEach(step -> {
            SHAPE.check(step.command());
            SHAPE.check(step.other());
        });
    }

    @Test
    void givenSeveralValuesThatCannotBe_whenLookedAt_thenAllAreNamedInOrder() {
        var refusal = refused(with(with(OPEN_CYCLE, "startsOn", null), "pledgesPerPartner", 0));
        assertThat(refusal.type()).isEqualTo("invalid-values");
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.errors())
                .containsExactly(
                        new Fault("/pledgesPerPartner", "Give a number from 1 to 100."),
                        new Fault("/startsOn", "Give this: it is missing."));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101})
    void givenNumberOfPledgesOutOfRange_whenLookedAt_thenItIsNamed(int pledges) {
        assertFaults(with(OPEN_CYCLE, "pledgesPerPartner", pledges), "/pledgesPerPartner");
    }

    @Test
    void givenPeriodOfNothing_whenLookedAt_thenEachOfItsFieldsIsNamed() {
        var given = with(OPEN_CYCLE, "cadence", Cadence.GIVEN);
        var day = day("2023-01-01");
        var nothing = with(with(new Period("spring", day, day, day), "id", null), "startsOn", null);
        assertFaults(
                with(given, "periods", List.of(with(with(nothing, "endsOn", null), "dueOn", null))),
                "/periods/0/dueOn",
                "/periods/0/endsOn",
                "/periods/0/id",
                "/periods/0/startsOn");
        assertFaults(with(given, "periods", Collections.singletonList(null)), "/periods/0");
        assertFaults(with(given, "periods", null), "/periods");
        assertFaults(with(OPEN_CYCLE, "cadence", null), "/cadence");
    }

    @Test
    void givenNothingInsideLists_whenLookedAt_thenItsPlaceIsNamed() {
        assertFaults(making("characteristics", Collections.singletonList(null)), "/commitment/characteristics/0");
        assertFaults(making("measures", Collections.singletonList(null)), "/commitment/measures/0");
        assertFaults(
                with(SUBMIT_ASSESSMENT, "submission", with(SUBMISSION, "answers", Collections.singletonList(null))),
                "/submission/answers/0");
        var choices = new ArrayList<@Nullable BigDecimal>();
        choices.add(null);
        assertFaults(
                with(
                        SUBMIT_ASSESSMENT,
                        "submission",
                        with(SUBMISSION, "answers", List.of(with(RATED, "choices", choices)))),
                "/submission/answers/0/choices/0");
        assertFaults(
                new PublishFramework(with(EDS, "sections", Collections.singletonList(null))), "/framework/sections/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e2147483647", "-1e15", "1e15", "0.0000001", "1e-2147483647"})
    void givenNumberThatIsNoFigure_whenLookedAt_thenItIsNamedAtOnce(String digits) {
        var reading = new Reading("seats", number(digits));
        assertFaults(
                with(RECORD_PROGRESS, "report", with(REPORT, "readings", List.of(reading))),
                "/report/readings/0/value");
        assertFaults(
                making("measures", List.of(with(SEATS, "target", number(digits)))), "/commitment/measures/0/target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "bell \u0007"})
    void givenTextWithNothingToSeeOrControls_whenLookedAt_thenItIsNamed(String text) {
        assertFaults(making("title", text), "/commitment/title");
    }

    private static Command making(String component, Object value) {
        return with(MAKE_PLEDGE, "commitment", with(COMMITMENT, component, value));
    }

    private static void assertFaults(Command command, String... pointers) {
        assertThat(refused(command).errors()).extracting(Fault::pointer).containsExactly(pointers);
    }

    private static Refusal refused(Command command) {
        return catchThrowableOfType(CommandExecutionException.class, () -> SHAPE.check(command))
                .<Refusal>getDetails()
                .orElseThrow();
    }
}
