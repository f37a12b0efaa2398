package org.pledgebook.shared.board;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Text;

/** Sets what the board does about small counts of people from now on. What was released before stays as it was. */
public record SetSmallNumbersPolicy(
        String board,
        @NotNull @Valid SmallNumbers policy,
        @Nullable @Text String reason) implements BoardCommand {}
