package org.pledgebook.shared.access;

import org.pledgebook.shared.Stored;

/** A person may do nothing more, and nothing but their id is kept. Nothing else is ever recorded of them again. */
@Stored(name = "person-forgotten")
public record PersonForgotten(String person) implements AccessEvent {}
