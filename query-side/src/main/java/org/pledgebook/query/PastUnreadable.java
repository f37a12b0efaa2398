package org.pledgebook.query;

/** The past cannot be read just now; the message says why. It may go well when it is asked again after a while. */
public final class PastUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PastUnreadable(String why) {
        super(why);
    }
}
