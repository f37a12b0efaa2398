package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "7",
                "-",
                "2023",
                "1a",
                "healthwatch-islington",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void givenId_whenItIsASlug_thenItIsTaken(String id) {
        assertThat(Checks.faults(new Named(id))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A",
                "2023-Q1",
                "a b",
                "a_b",
                "a.b",
                "..",
                "a/b",
                "a:b",
                "a%2Fb",
                "a\n",
                "\na",
                "a\0",
                "é",
                "ß",
                "\u0430",
                "\uFF11",
                "\u0661",
                "\u2011",
                "\uD83D",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void givenId_whenItIsNoSlug_thenItIsRefusedInPlainWords(String id) {
        assertThat(Checks.faults(new Named(id)))
                .containsEntry("id", "Use 1 to 60 lower case letters, digits and hyphens.")
                .hasSize(1);
    }

    @Test
    void givenNoId_whenChecked_thenItPasses() {
        assertThat(Checks.faults(new Named(null))).isEmpty();
    }

    private record Named(@Nullable @Slug String id) {}
}
