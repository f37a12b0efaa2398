package org.pledgebook.web.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.UsageTable;

/** What a partner's own figures say: text, or an object of text and tables. */
@Schema(description = "Text, tables or both.")
record DataForm(
        @Schema(description = "In words.") @Nullable String text,

        @Schema(description = "In numbers: whole people, by group.") @Nullable List<UsageTable> tables) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    DataForm {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DataForm of(String text) {
        return new DataForm(text, null);
    }

    static @Nullable String text(@Nullable DataForm data) {
        return data == null ? null : data.text();
    }

    static List<UsageTable> tables(@Nullable DataForm data) {
        return data == null ? List.of() : Objects.requireNonNullElse(data.tables(), List.of());
    }
}
