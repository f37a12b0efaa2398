package org.pledgebook.shared.partner;

import org.pledgebook.shared.Stored;

/**
 * Another partner of the board has merged into this one. It is stored in one transaction with that partner's
 * {@link PartnerMerged}.
 *
 * @param predecessor the partner that is no more
 */
@Stored(name = "predecessor-merged")
public record PredecessorMerged(String board, String partner, String predecessor, String reason)
        implements PartnerEvent {}
