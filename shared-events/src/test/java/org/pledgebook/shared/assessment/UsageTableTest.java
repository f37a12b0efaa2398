package org.pledgebook.shared.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.shared.Headcount;
import org.pledgebook.shared.assessment.UsageTable.Group;

class UsageTableTest {

    @Test
    void givenGroupsAndOtherPeople_whenAddedUp_thenTheStatedAndTheWholeAreTold() {
        var table = table(List.of(new Group("a", "A", 12), new Group("b", "B", 30)), 3, null, 5);

        assertThat(table.stated()).isEqualTo(42);
        assertThat(table.sum()).isEqualTo(50);
    }

    @Test
    void givenAsManyAsCanBe_whenAddedUp_thenNothingOverflows() {
        var most = new Group("a", "A", Headcount.MOST);

        var table = table(List.of(most, most, most), Headcount.MOST, Headcount.MOST, Headcount.MOST);

        assertThat(table.sum()).isEqualTo(6_000_000_000L);
    }

    private static UsageTable table(
            List<Group> groups,
            @Nullable Integer notStated,
            @Nullable Integer preferNotToSay,
            @Nullable Integer notAsked) {
        return new UsageTable(
                "ethnic-group",
                "Ethnic group",
                "race",
                LocalDate.parse("2022-04-01"),
                LocalDate.parse("2023-03-31"),
                groups,
                notStated,
                preferNotToSay,
                notAsked,
                50,
                null);
    }
}
