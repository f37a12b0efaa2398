package org.pledgebook.web.board;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.board.EstablishBoard;

record EstablishBoardForm(
        @Schema(example = "islington-mental-health") String id,

        @Schema(example = "Islington All-Age Mental Health Partnership Board")
        String name,

        @Schema(description = "An IANA time zone.", example = "Europe/London")
        String timeZone,

        @Schema(description = "Additions to the Act's nine.", example = "[\"caring\"]") @Nullable List<String> characteristics) {

    EstablishBoard command() {
        return new EstablishBoard(id, name, timeZone, Objects.requireNonNullElse(characteristics, List.of()));
    }
}
