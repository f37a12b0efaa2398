package org.pledgebook.query;

import java.time.Instant;

/**
 * A point of the record that somebody stands on.
 *
 * @param position of the last event that was recorded by then; before all positions where there was none
 * @param instant the end of what had been recorded, UTC, to the millisecond, included
 */
public record Moment(long position, Instant instant) {}
