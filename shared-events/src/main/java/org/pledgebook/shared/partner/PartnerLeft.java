package org.pledgebook.shared.partner;

import org.pledgebook.shared.Stored;

/** A partner has left its board and makes no more statements. */
@Stored(name = "partner-left")
public record PartnerLeft(String board, String partner, String reason) implements PartnerEvent {}
