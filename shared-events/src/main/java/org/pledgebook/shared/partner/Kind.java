package org.pledgebook.shared.partner;

/** What sort of organisation a partner is. */
public enum Kind {
    /** Part of the National Health Service. */
    NHS,
    /** A local authority. */
    COUNCIL,
    /** A charity or other voluntary organisation. */
    VOLUNTARY,
    /** A community group. */
    COMMUNITY,
    /** Anything else. */
    OTHER
}
