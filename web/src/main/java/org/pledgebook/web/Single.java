package org.pledgebook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.springframework.http.HttpHeaders;

/** Answers with one thing, or 404. */
public final class Single {

    private Single() {}

    /**
     * The thing, with its version as {@code ETag}. The header is for {@code If-Match} alone: a read is never answered
     * 304, because what stands beside a thing, such as a partner's scores, moves without its version.
     *
     * @param what a noun for the words of a 404: {@code "pledge"}
     */
    public static <T> T of(
            Optional<T> found, ToLongFunction<T> version, String what, String id, HttpServletResponse response) {
        var thing = found.orElseThrow(() -> Refused.unknown(what, id));
        response.setHeader(HttpHeaders.ETAG, '"' + Long.toString(version.applyAsLong(thing)) + '"');
        return thing;
    }
}
