package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTest {

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2023-01-18", "2024-02-29", "2199-12-31"})
    void givenDay_whenPeopleMeanIt_thenItIsTaken(LocalDate day) {
        assertThat(Checks.faults(new Said(day))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1899-12-31",
                "2200-01-01",
                "0023-01-18",
                "-0001-01-01",
                "+10000-01-01",
                "-999999999-01-01",
                "+999999999-12-31"
            })
    void givenDay_whenNobodyMeansIt_thenItIsRefusedInPlainWords(LocalDate day) {
        assertThat(Checks.faults(new Said(day)))
                .containsEntry("on", "Give a day in the years 1900 to 2199.")
                .hasSize(1);
    }

    @Test
    void givenNoDay_whenChecked_thenItPasses() {
        assertThat(Checks.faults(new Said(null))).isEmpty();
    }

    private record Said(@Nullable @Day LocalDate on) {}
}
