package org.pledgebook.query;

/** A document that one event makes and no other ever changes: its id holds the position. */
public interface Entry extends Folded {

    /** Of the greatest position there can be. */
    int DIGITS = 19;

    /** A position spelled so that texts sort as positions do. */
    static String padded(long position) {
        var digits = Long.toString(position);
        return "0".repeat(DIGITS - digits.length()) + digits;
    }
}
