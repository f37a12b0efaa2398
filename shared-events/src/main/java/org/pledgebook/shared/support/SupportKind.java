package org.pledgebook.shared.support;

/** Which way support goes. */
public enum SupportKind {
    /** A partner offers it; whoever answers takes it up. */
    OFFER,
    /** A partner asks for it; whoever answers gives it. */
    REQUEST
}
