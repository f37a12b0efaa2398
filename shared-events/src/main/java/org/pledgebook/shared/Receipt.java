package org.pledgebook.shared;

/**
 * What the book answers to a command it took.
 *
 * @param id the public id of the thing the command was about, {@code healthwatch-islington/2023/2}
 * @param version how many events that thing has now, counted from 1
 */
public record Receipt(String id, long version) {}
