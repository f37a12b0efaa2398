package org.pledgebook.shared.pledge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner has extended a pilot to more teams.
 *
 * @param teams ids of all teams it covers from now on; empty for the whole organisation
 * @param saidOn when it was said, where that is not the day it was entered
 */
@Stored(name = "pledge-extended")
public record PledgeExtended(
        String board,
        String partner,
        String cycle,
        int number,
        List<String> teams,
        String reason,
        @Nullable LocalDate saidOn)
        implements PledgeEvent {}
