package org.pledgebook.shared.board;

import jakarta.validation.constraints.NotNull;
import org.pledgebook.shared.Text;

/** Ends the time in which a cycle takes statements. */
public record CloseCycle(
        String board, String cycle, @NotNull @Text String reason) implements BoardCommand {}
