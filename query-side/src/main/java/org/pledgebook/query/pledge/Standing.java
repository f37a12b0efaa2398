package org.pledgebook.query.pledge;

/** Where a pledge is in its life. */
public enum Standing {
    /** It is being worked on. */
    LIVE,
    /** Its partner says that it is kept. */
    FULFILLED,
    /** Its partner has taken it back; its place is free. */
    WITHDRAWN
}
