package org.pledgebook.shared.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Figure;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * What a partner says of itself: answers to one published version of a framework, and what they rest on.
 *
 * @param data what its own figures say of who is and is not using the service
 * @param userFeedback what the people it serves say
 * @param staffFeedback what its staff say
 * @param statedTotal the overall score that the partner itself has published; it is kept beside the one that its
 *     answers come to, whether they agree or not
 * @param tables who used its service, in numbers
 */
public record Submission(
        @NotNull @Slug String framework,
        @Min(value = 1, message = "Give a version from 1.") int version,

        @NotNull @Size(max = 5_000, message = "Give at most 5,000 answers.") List<@NotNull @Valid Answer> answers,

        @Nullable @Text String data,
        @Nullable @Text String userFeedback,
        @Nullable @Text String staffFeedback,
        @Nullable @Figure BigDecimal statedTotal,

        @Size(max = 50, message = "Give at most 50 tables.") List<@NotNull @Valid UsageTable> tables) {

    /** Spells equal numbers alike and makes absent tables an empty list. */
    public Submission {
        statedTotal = Figures.plainOrNull(statedTotal);
        tables = tables == null ? List.of() : tables;
    }
}
