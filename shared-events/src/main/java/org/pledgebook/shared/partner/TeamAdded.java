package org.pledgebook.shared.partner;

import org.pledgebook.shared.Stored;

/** A partner has one more team. */
@Stored(name = "team-added")
public record TeamAdded(String board, String partner, String team) implements PartnerEvent {}
