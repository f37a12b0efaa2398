package org.pledgebook.web.board;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.board.SetSmallNumbersPolicy;
import org.pledgebook.shared.board.SmallNumbers;

record SetSmallNumbersPolicyForm(
        @Schema(description = "Counts from 1 to this are masked, 1 to 1,000.", example = "7")
        int threshold,

        @Schema(description = "Stands where a count is masked; without digits.", example = "*")
        String marker,

        @Schema(
                description = "Other counts are rounded to the nearest multiple of this; none shows them as they are.",
                example = "5")
        @Nullable Integer rounding,

        @Schema(
                description =
                        "Units of measures that count people, whatever their case and whatever else a unit says. Percentages count none.",
                example = "[\"people\", \"seats\"]")
        List<String> peopleUnits,

        @Nullable String reason) {

    SetSmallNumbersPolicy command(String board) {
        return new SetSmallNumbersPolicy(board, new SmallNumbers(threshold, marker, rounding, peopleUnits), reason);
    }
}
