package org.pledgebook.web;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What every POST answers.
 *
 * @param id the public id of the thing it was about
 * @param version how many events that thing has now
 * @param position the head of the book's global order, read after the commit: at least the event's own
 */
@Schema(description = "What was recorded.")
public record Recorded(
        @Schema(description = "The public id of the thing it was about.", example = "healthwatch-islington/2023/2")
        String id,

        @Schema(description = "How many events that thing has now.", example = "1")
        long version,

        @Schema(
                description = "The head of the book's global order, read after the commit. Send it as X-Read-At-Least"
                        + " to read what was just written.",
                example = "42")
        long position) {}
