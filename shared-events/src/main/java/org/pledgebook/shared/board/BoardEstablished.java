package org.pledgebook.shared.board;

import java.util.List;
import org.pledgebook.shared.Stored;

/**
 * A partnership board has a place in the book.
 *
 * @param timeZone the IANA zone in which the board's days begin and end, {@code Europe/London}
 * @param characteristics ids of the board's own characteristics, beside the Act's nine
 */
@Stored(name = "board-established")
public record BoardEstablished(String board, String name, String timeZone, List<String> characteristics)
        implements BoardEvent {

    /** Copies the list. */
    public BoardEstablished {
        characteristics = List.copyOf(characteristics);
    }
}
