package org.pledgebook.query;

/**
 * A document that events are folded into. It has one owner, so the events that touch it come one after the other,
 * whatever else is folded at the same time.
 */
public interface Folded {

    /** Unique among the documents of its kind. */
    String id();

    /** Whose it is, as {@link Owner} spells it. */
    String owner();

    /** The position of the last event it reflects. Events that are not newer do not change it. */
    long position();
}
