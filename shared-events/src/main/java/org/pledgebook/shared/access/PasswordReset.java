package org.pledgebook.shared.access;

import org.pledgebook.shared.Stored;

/** An administrator has set a person's password; it is to be changed at the next sign-in. */
@Stored(name = "password-reset")
public record PasswordReset(String person) implements AccessEvent {}
