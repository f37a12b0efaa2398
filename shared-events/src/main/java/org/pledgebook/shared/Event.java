package org.pledgebook.shared;

/**
 * A fact in the book. Its record components are what is stored for ever, so they are plain JSON: text, whole and
 * decimal numbers, truth values, ISO 8601 dates, and lists and records of these.
 *
 * <p>Each feature has one sealed interface of its events; {@link Language#EVENTS} lists them all.
 */
public interface Event {

    /** The stream it stands in, as {@link StreamId} spells it. */
    String stream();
}
