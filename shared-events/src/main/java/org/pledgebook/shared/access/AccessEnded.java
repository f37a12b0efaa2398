package org.pledgebook.shared.access;

import org.pledgebook.shared.Stored;

/** A person may do nothing more, from the next request on. */
@Stored(name = "access-ended")
public record AccessEnded(String person, String reason) implements AccessEvent {}
