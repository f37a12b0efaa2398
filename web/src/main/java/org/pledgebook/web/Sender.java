package org.pledgebook.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Origin;

/**
 * Who sends a command, and what their request said beside its body.
 *
 * @param person the id of the person who signed in
 * @param requestId the request's id, as in its {@code X-Request-Id}
 * @param idempotencyKey of the header {@code Idempotency-Key}, 1 to 128 visible ASCII characters
 * @param ifMatch of the header {@code If-Match}: the version the sender had before their eyes
 */
public record Sender(
        String person,
        String requestId,
        @Nullable String idempotencyKey,
        @Nullable Long ifMatch) {

    /** Somebody whose command comes from no request, such as one that is sent while the service starts. */
    public static Sender of(String person, String requestId, String idempotencyKey) {
        return new Sender(person, requestId, idempotencyKey, null);
    }

    /** What the edge says of a command's origin; the command side adds the rest. */
    Map<String, Object> metaData() {
        var origin = new HashMap<String, Object>();
        origin.put(Origin.ACTOR, person);
        origin.put(Origin.REQUEST_ID, requestId);
        if (idempotencyKey != null) {
            origin.put(Origin.IDEMPOTENCY_KEY, idempotencyKey);
        }
        if (ifMatch != null) {
            origin.put(Origin.IF_MATCH, ifMatch);
        }
        return origin;
    }
}
