package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeadcountTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_000_000_000})
    void givenNumberOfPeople_whenChecked_thenItIsTaken(int people) {
        assertThat(Checks.faults(new Counted(people))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 1_000_000_001, Integer.MAX_VALUE})
    void givenNumberThatPeopleCannotBe_whenChecked_thenItIsRefusedInPlainWords(int people) {
        assertThat(Checks.faults(new Counted(people)))
                .containsEntry("people", "Give a whole number from 0 to 1,000,000,000.")
                .hasSize(1);
    }

    @Test
    void givenNothingCounted_whenChecked_thenItPasses() {
        assertThat(Checks.faults(new Counted(null))).isEmpty();
    }

    private record Counted(@Nullable @Headcount Integer people) {}
}
