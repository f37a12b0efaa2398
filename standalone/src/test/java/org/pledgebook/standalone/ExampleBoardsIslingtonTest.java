package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.pledge.MakePledge;

/** Islington's board says what its page says, in the page's words, and nothing else. */
class ExampleBoardsIslingtonTest {

    private static final String NOT_STATED = "Not stated on the page";

    private static final String SOURCE =
            "Source: the page “Challenging Inequalities Self-Assessment Toolkit”, section “Our equality pledges”.";

    /** The three pledges as they stand on the page. */
    private static final List<String> PAGE = List.of(
            "Increase the diversity of ages and ethnicities represented on our Board. There are nine seats on our Board. We currently have a young board (all aged 25 – 40) representing White British, White Other and Asian ethnicities. We will use a wider range of recruitment channels to attract people from a wider variety of backgrounds.",
            "Increase the gender and ethnic diversity of our staff team. We have a staff team of 8 and low staff turnover. We primarily advertise roles locally, but also through Charity Job and the national Healthwatch network. We shortlist applications anonymously and work with partners to ensure gender and ethnic diversity on panels. We are making progress and now have two men, and staff from Black, Mixed, White Other and White British backgrounds. But we want to keep focused on diversifying our recruitment channels, and to review our recruitment processes.",
            "Ensure the balance of partners we work with through Diverse Communities Health Voices helps us to reach more men, and more families, children and young people.");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void givenAPledge_whenRead_thenEveryFieldIsInThePagesWordsOrNotStated(int number) {
        var lines = texts(pledges().get(number)).flatMap(String::lines);

        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(PAGE.get(number) + NOT_STATED + SOURCE).contains(line));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void givenAPledge_whenRead_thenEverySentenceOfThePageHasItsField(int number) {
        var fields = String.join("\n", texts(pledges().get(number)).toList());

        assertThat(PAGE.get(number).split("(?<=\\.) "))
                .allSatisfy(sentence -> assertThat(fields).contains(sentence));
    }

    @Test
    void givenThePage_whenRead_thenNothingIsAddedToIt() {
        assertThat(pledges()).hasSize(3).allSatisfy(pledge -> {
            assertThat(pledge.partner()).isEqualTo("healthwatch-islington");
            assertThat(pledge.commitment().measures()).isEmpty();
            assertThat(pledge.commitment().teams()).isEmpty();
            assertThat(pledge.commitment().howWeWillKnow()).isEqualTo(NOT_STATED);
            assertThat(pledge.commitment().lead()).isEqualTo(NOT_STATED);
            assertThat(pledge.saidOn()).isNull();
        });
        assertThat(pledges().stream().map(pledge -> pledge.commitment().characteristics()))
                .containsExactly(List.of("age", "race"), List.of("sex", "race"), List.of("age", "sex"));
        assertThat(pledges().get(0).commitment().basis().data()).contains("nine seats", "all aged 25 – 40", SOURCE);
        assertThat(pledges().get(1).commitment().basis().data()).contains("a staff team of 8", SOURCE);
    }

    @Test
    void givenTheCycle_whenRead_thenItAsksForNoReportsAndStaysOpen() {
        var board = ExampleBoardsData.board("islington-mental-health");
        var cycle = ExampleBoardsData.cycle("islington-mental-health", board.cycles(), 2023);

        assertThat(board.board().name()).isEqualTo("Islington All Age Mental Health Partnership Board");
        assertThat(board.board().timeZone()).isEqualTo("Europe/London");
        assertThat(board.source()).contains("Challenging Inequalities Self-Assessment Toolkit");
        assertThat(cycle.open().cadence()).isEqualTo(Cadence.NONE);
        assertThat(cycle.open().pledgesPerPartner()).isEqualTo(3);
        assertThat(cycle.closing()).isNull();
        assertThat(cycle.partners())
                .allSatisfy(said -> assertThat(said.assessments()).isEmpty());
    }

    @Test
    void givenTheStarterFramework_whenRead_thenItSaysThatItIsNotTheBoards() {
        var starter = ExampleBoardsData.framework("starter");

        assertThat(starter.title()).isEqualTo("Starter self-assessment (Pledgebook's own, not the board's toolkit)");
        assertThat(starter.source()).startsWith("Pledgebook's own.").contains("It is not the board's toolkit");
    }

    private static List<MakePledge> pledges() {
        return ExampleBoardsScript.until(LocalDate.of(2026, 11, 22), ExampleBoardsData.read()).stream()
                .map(ExampleBoardsScript.Step::deed)
                .filter(ExampleBoardsScript.Send.class::isInstance)
                .map(deed -> ((ExampleBoardsScript.Send) deed).command())
                .filter(MakePledge.class::isInstance)
                .map(MakePledge.class::cast)
                .filter(pledge -> pledge.partner().equals("healthwatch-islington"))
                .toList();
    }

    private static Stream<String> texts(MakePledge pledge) {
        var said = pledge.commitment();
        return Stream.of(
                said.title(),
                said.inequality(),
                said.action(),
                said.outcome(),
                said.howWeWillKnow(),
                said.lead(),
                said.basis().data(),
                said.basis().userFeedback(),
                said.basis().staffFeedback());
    }
}
