package org.pledgebook.shared.board;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * Gives a board its place in the book.
 *
 * @param board the id it will have for ever
 * @param timeZone an IANA zone, {@code Europe/London}
 * @param characteristics ids of its own, beside the Act's nine
 */
public record EstablishBoard(
        @NotNull @Slug String board,
        @NotNull @Text(max = Text.SHORT) String name,
        @NotNull @Text(max = Text.SHORT) String timeZone,

        @NotNull @Size(max = 50, message = "Give at most 50.") List<@NotNull @Slug String> characteristics)
        implements BoardCommand {}
