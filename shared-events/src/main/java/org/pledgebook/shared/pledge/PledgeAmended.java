package org.pledgebook.shared.pledge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Stored;

/**
 * A partner has changed what a pledge says.
 *
 * @param commitment all that it says from now on
 * @param classes what kind of change it is, as {@link AmendmentClass#between} has it; in their order, never empty
 * @param saidOn when it was said, where that is not the day it was entered
 */
@Stored(name = "pledge-amended")
public record PledgeAmended(
        String board,
        String partner,
        String cycle,
        int number,
        Commitment commitment,
        List<AmendmentClass> classes,
        String reason,
        @Nullable LocalDate saidOn)
        implements PledgeEvent {}
