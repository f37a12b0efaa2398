package org.pledgebook.shared.assessment;

import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.StreamId;

/**
 * Releases one table of a partner's latest assessment in a cycle, for everybody to read, under its board's policy for
 * small numbers.
 *
 * @param with the group to mask along with small ones, so that no total gives them away; the largest where it is absent
 */
public record ReleaseTable(
        String partner,
        String cycle,
        String table,
        @Nullable @Slug String with) implements UsageCommand {

    @Override
    public String stream() {
        return StreamId.releases(partner);
    }
}
