package org.pledgebook.shared.partner;

import java.util.List;
import org.pledgebook.shared.Stored;

/**
 * An organisation sits on a board.
 *
 * @param teams ids of its teams, for pledges that pilot in one of them
 */
@Stored(name = "partner-joined")
public record PartnerJoined(String board, String partner, String name, Kind kind, List<String> teams)
        implements PartnerEvent {

    /** Copies the list. */
    public PartnerJoined {
        teams = List.copyOf(teams);
    }
}
