package org.pledgebook.shared.exchange;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.pledgebook.shared.Command;

/**
 * One statement of a partner.
 *
 * @param pledge the number of the pledge it makes or is about, from 1; 0 where it is about none
 * @param command what records it
 */
public record Statement(
        @Min(value = 0, message = "Give a number from 1, or 0 for none.") int pledge,

        @NotNull Command command) {}
