package org.pledgebook.web.access;

/**
 * What the cabinet keeps of a person, and no event does.
 *
 * @param signIn the sign-in name as it was given
 * @param mustChange whether an administrator set the password, so that it is to be changed before anything else
 * @param resetAt the person's version at which an administrator last set the password; 0 where none did
 */
record Account(String signIn, String name, String email, String passwordHash, boolean mustChange, long resetAt) {

    Account withOwnPassword(String hash) {
        return new Account(signIn, name, email, hash, false, resetAt);
    }

    Account withPasswordReset(String hash, long version) {
        return new Account(signIn, name, email, hash, true, version);
    }

    /** Leaves out what no log should hold. */
    @Override
    public String toString() {
        return "Account[mustChange=%s, resetAt=%d]".formatted(mustChange, resetAt);
    }
}
