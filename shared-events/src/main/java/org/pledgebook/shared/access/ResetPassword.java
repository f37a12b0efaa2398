package org.pledgebook.shared.access;

/** Puts on record that an administrator sets a person's password. The password itself is nobody's event. */
public record ResetPassword(String person) implements AccessCommand {}
