package org.pledgebook.web.pledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.Commitment.Origin;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.web.page.Typed;

class CommitmentFieldsTest {

    private static final Commitment FULL = new Commitment(
            "Evenings",
            "Young men seldom come.\nNor do carers.",
            "Open two evenings.",
            "More are seen early.",
            "We count.",
            List.of("age", "sex"),
            Origin.EXISTING,
            List.of("outreach", "crisis-line"),
            new Basis("Few come.", null, "Staff say so."),
            "Head of Access",
            List.of(
                    new Measure(
                            "visits",
                            "First visits",
                            "people",
                            new BigDecimal("40"),
                            new BigDecimal("2000.5"),
                            LocalDate.of(2026, 3, 9)),
                    new Measure("calls", "Calls", null, null, null, null)),
            List.of(new AnsweredItem("eds-2022", "1a")));

    @Test
    void givenAPledge_whenItsFormIsReadUnchanged_thenItSaysTheSame() {
        assertThat(CommitmentFields.read(CommitmentFields.of(FULL))).isEqualTo(FULL);
    }

    @Test
    void givenMeasuresWithRowsLeftEmpty_whenTheFormIsKept_thenTheyStandOneBelowTheOther() {
        var typed = CommitmentFields.withoutGaps(
                typed(Map.of(
                        "title", "T",
                        "measures.0.title", " ",
                        "measures.0.id", "old",
                        "measures.2.title", "Second",
                        "measures.1.target", "5")),
                null);

        assertThat(typed.raw("measures.0.target")).isEqualTo("5");
        assertThat(typed.raw("measures.1.title")).isEqualTo("Second");
        assertThat(CommitmentFields.rows(typed)).isEqualTo(2);
        assertThat(typed.raw("title")).isEqualTo("T");
    }

    @Test
    void givenAMeasureThatIsRemoved_whenTheFormIsKept_thenTheOthersKeepTheirIds() {
        var left = CommitmentFields.read(CommitmentFields.withoutGaps(CommitmentFields.of(FULL), "0"));

        assertThat(left.measures()).containsExactly(FULL.measures().get(1));
    }

    @Test
    void givenNewMeasures_whenTheyAreRead_thenEachHasAnIdOfItsOwn_alsoBesideThoseThatAreThere() {
        var fields = new LinkedHashMap<>(CommitmentFields.of(FULL).fields());
        fields.put("measures.2.title", List.of("Visits"));
        fields.put("measures.3.title", List.of("Überweisungen & Co.  "));
        fields.put("measures.4.title", List.of("百分"));
        fields.put("measures.5.title", List.of("x".repeat(200)));

        assertThat(CommitmentFields.read(Typed.of(fields)).measures())
                .extracting(Measure::id)
                .containsExactly("visits", "calls", "visits-2", "uberweisungen-co", "measure", "x".repeat(50));
    }

    @Test
    void givenFiguresThatAreNone_whenTheyAreRead_thenTheirFieldsAreNamed() {
        var typed = typed(Map.of(
                "measures.0.title", "Visits",
                "measures.0.target", "many",
                "measures.0.targetDate-day", "31",
                "measures.0.targetDate-month", "2",
                "measures.0.targetDate-year", "2026"));

        CommitmentFields.read(typed);

        assertThat(typed.faults().keySet()).containsExactly("measures.0.target", "measures.0.targetDate");
    }

    @Test
    void givenAnswersOfAnotherPage_whenOnePageIsTypedAnew_thenTheyStay_andWhatWasTakenOutThereIsGone() {
        var kept = typed(Map.of("title", "Old", "inequality", "Stays", "characteristics", "age"));

        var what = kept.with(typed(Map.of("title", "New", "lead", "sneaked in")), QuestionGroup.WHAT::asks);
        var who = kept.with(Typed.nothing(), QuestionGroup.WHO::asks);

        assertThat(what.raw("title")).isEqualTo("New");
        assertThat(what.raw("inequality")).isEmpty();
        assertThat(what.raw("characteristics")).isEqualTo("age");
        assertThat(what.raw("lead")).isEmpty();
        assertThat(who.all("characteristics")).isEmpty();
        assertThat(who.raw("title")).isEqualTo("Old");
    }

    private static Typed typed(Map<String, String> fields) {
        var lists = new LinkedHashMap<String, List<String>>();
        fields.forEach((field, value) -> lists.put(field, List.of(value)));
        return Typed.of(lists);
    }
}
