package org.pledgebook.shared.board;

/** How often a cycle asks for reports. */
public enum Cadence {
    /** Every three months from the cycle's start. */
    QUARTERLY,
    /** Every six months from the cycle's start. */
    HALF_YEARLY,
    /** Never: a report speaks for the day it was said. */
    NONE,
    /** In the periods that are given. */
    GIVEN
}
