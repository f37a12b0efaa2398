package org.pledgebook.shared.partner;

import org.pledgebook.shared.Stored;

/**
 * A partner has merged into another of its board and makes no more statements. The other's stream has a
 * {@link PredecessorMerged}, stored in the same transaction.
 *
 * @param into the partner that goes on
 */
@Stored(name = "partner-merged")
public record PartnerMerged(String board, String partner, String into, String reason) implements PartnerEvent {}
