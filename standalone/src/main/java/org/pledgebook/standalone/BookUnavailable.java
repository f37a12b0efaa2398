package org.pledgebook.standalone;

import org.jspecify.annotations.Nullable;

/** The book cannot be opened, so nothing must start. The message says what is wrong and what to do about it. */
final class BookUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String remedy;

    BookUnavailable(String reason, String remedy, @Nullable Throwable cause) {
        super(reason + " " + remedy, cause);
        this.reason = reason;
        this.remedy = remedy;
    }

    /** What is wrong, as one sentence that names the file or folder. */
    String reason() {
        return reason;
    }

    /** What the person who starts Pledgebook can do. */
    String remedy() {
        return remedy;
    }
}
