package org.pledgebook.shared.partner;

import org.pledgebook.shared.Stored;

/** A partner has another name. */
@Stored(name = "partner-renamed")
public record PartnerRenamed(String board, String partner, String name, String reason) implements PartnerEvent {}
