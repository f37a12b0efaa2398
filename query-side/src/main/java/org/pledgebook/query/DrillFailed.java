package org.pledgebook.query;

import org.jspecify.annotations.Nullable;

/** A drill cannot be carried through; the message says why, in words for whoever started it. */
public final class DrillFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DrillFailed(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
