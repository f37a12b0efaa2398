package org.pledgebook.shared.assessment;

import org.pledgebook.shared.Stored;
import org.pledgebook.shared.StreamId;

/**
 * A table of a partner's assessment may be read by everybody, as it stands here. What was released is never reckoned
 * again.
 *
 * @param number counts up from 1 over all that was released of this partner
 * @param submission which of the cycle's submissions the table was taken from, counted from 1
 */
@Stored(name = "table-released")
public record TableReleased(String board, String partner, String cycle, int number, int submission, ReleasedTable table)
        implements UsageEvent {

    @Override
    public String stream() {
        return StreamId.releases(partner);
    }
}
