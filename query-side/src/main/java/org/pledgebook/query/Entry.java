package org.pledgebook.query;

/** A document that one event makes and no other ever changes: its id holds the position. */
public interface Entry extends Folded {

    /** A position spelled so that texts sort as positions do. */
    static String padded(long position) {
        return "%019d".formatted(position);
    }
}
