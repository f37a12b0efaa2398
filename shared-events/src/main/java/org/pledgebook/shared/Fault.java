package org.pledgebook.shared;

/**
 * One thing wrong with what was sent.
 *
 * @param pointer a JSON Pointer (RFC 6901) into the body as the sender wrote it, {@code /measures/0/target}; empty for
 *     the whole body
 * @param message what to do about it, in words for the person who typed it
 */
public record Fault(String pointer, String message) {}
