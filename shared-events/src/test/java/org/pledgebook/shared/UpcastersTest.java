package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.pledgebook.shared.assessment.AssessmentSubmitted;

class UpcastersTest {

    private static final String REVISION_1 = """
            {"board": "b", "partner": "p", "cycle": "2023", "submission": {"framework": "starter", "version": 1,
             "answers": [{"item": "a", "value": %s}], "data": "Ünïcode 🗓️"}, "score": {"sections": []}}""";

    /** More digits than a binary fraction holds, and the longest there may be. */
    @Test
    void givenStoredFigures_whenReadThroughAStep_thenNoDigitIsLost() {
        for (var digits : new String[] {"-999999999999999.123456", "0.000001", "100", "12.5", "0"}) {
            var read = (AssessmentSubmitted) Upcasting.read("assessment-submitted", "1", REVISION_1.formatted(digits));

            assertThat(read.submission().answers().get(0).value()).isEqualTo(new BigDecimal(digits));
            assertThat(read.submission().data()).isEqualTo("Ünïcode 🗓️");
            assertThat(read.submission().tables()).isEmpty();
            assertThat(read.submission().statedTotal()).isNull();
        }
    }

    @Test
    void givenAssessmentOfRevision1_whenLifted_thenItsJsonHasWhatRevision2Has() {
        for (var event : new String[] {"assessment-submitted", "assessment-resubmitted"}) {
            var lifted = Upcasting.lifted(event, "1", REVISION_1.formatted("1"));

            assertThat(lifted.at("/submission/tables")).isEmpty();
            assertThat(lifted.at("/submission/tables").isArray()).isTrue();
            assertThat(lifted.at("/score/indicators").isArray()).isTrue();
            assertThat(lifted.at("/submission/statedTotal").isMissingNode()).isTrue();
        }
    }

    @Test
    void givenRevisionBeforeTheFirst_whenRead_thenNoStepTakesItForAnother() {
        assertThatThrownBy(() -> Upcasting.read("assessment-submitted", "0", REVISION_1.formatted("1")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("reads revision 2 of the event 'assessment-submitted', not 0");
    }
}
