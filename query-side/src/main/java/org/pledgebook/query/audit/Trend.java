package org.pledgebook.query.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.Status;

/** Which way a status went. */
public enum Trend {
    BETTER,
    WORSE;

    private static final List<Status> FROM_WORST =
            List.of(Status.OFF_TRACK, Status.AT_RISK, Status.NOT_STARTED, Status.ON_TRACK, Status.ACHIEVED);

    /** Null where there is no way from one to the other: one is missing, or they are the same. */
    public static @Nullable Trend of(@Nullable Status then, @Nullable Status now) {
        if (then == null || now == null || then == now) {
            return null;
        }
        return FROM_WORST.indexOf(now) > FROM_WORST.indexOf(then) ? BETTER : WORSE;
    }
}
