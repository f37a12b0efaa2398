package org.pledgebook.shared.assessment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * What a partner says of itself: answers to one published version of a framework, and what they rest on.
 *
 * @param data what its own figures say of who is and is not using the service
 * @param userFeedback what the people it serves say
 * @param staffFeedback what its staff say
 */
public record Submission(
        @NotNull @Slug String framework,
        @Min(value = 1, message = "Give a version from 1.") int version,

        @NotNull @Size(max = 5_000, message = "Give at most 5,000 answers.") List<@NotNull @Valid Answer> answers,

        @Nullable @Text String data,
        @Nullable @Text String userFeedback,
        @Nullable @Text String staffFeedback) {}
