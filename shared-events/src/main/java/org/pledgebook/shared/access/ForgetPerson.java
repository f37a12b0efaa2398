package org.pledgebook.shared.access;

/**
 * Puts on record that a person is forgotten: their name, address, sign-in name and password are removed from the
 * cabinet, and their access ends. The id stays in the record.
 */
public record ForgetPerson(String person) implements AccessCommand {}
