package org.pledgebook.shared.access;

import org.pledgebook.shared.Stored;

/** A person may do something from now on, beside what they may already. */
@Stored(name = "access-given")
public record AccessGiven(String person, Grant grant) implements AccessEvent {}
