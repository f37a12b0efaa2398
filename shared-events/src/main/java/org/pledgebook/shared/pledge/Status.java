package org.pledgebook.shared.pledge;

/** How a partner says its pledge is going. No report is never a status: silence is a fact of its own. */
public enum Status {
    /** Nothing has been done yet. */
    NOT_STARTED,
    /** It will be kept as promised. */
    ON_TRACK,
    /** It may not be kept as promised. */
    AT_RISK,
    /** It will not be kept as promised unless something changes. */
    OFF_TRACK,
    /** It has been kept. */
    ACHIEVED
}
