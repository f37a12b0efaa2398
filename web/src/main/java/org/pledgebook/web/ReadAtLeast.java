package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Pattern;
import org.pledgebook.query.ReadModels;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Makes a GET with {@code X-Read-At-Least} wait until what it reads has come that far. */
@Component
final class ReadAtLeast implements HandlerInterceptor {

    static final String HEADER = "X-Read-At-Least";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern POSITION = Pattern.compile("-1|0|[1-9][0-9]{0,17}");

    private final ReadModels readModels;

    ReadAtLeast(ReadModels readModels) {
        this.readModels = readModels;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
            return true;
        }
        var sent = request.getHeader(HEADER);
        if (sent != null) {
            await(sent);
        }
        return true;
    }

    private void await(String sent) {
        if (!POSITION.matcher(sent).matches()) {
            throw Refused.header(HEADER, "Give the position that a POST answered, a whole number.");
        }
        var position = Long.parseLong(sent);
        if (position > readModels.head()) {
            throw Refused.malformed(
                    "beyond-the-head",
                    "The book has not come that far",
                    "%s is %d, and the book's newest event is at %d. Give a position that a POST answered."
                            .formatted(HEADER, position, readModels.head()));
        }
        if (!readModels.await(position, PATIENCE)) {
            throw Refused.later(
                    "not-yet-reflected",
                    "What is read lags behind",
                    "What is read does not reflect position %d yet, after %d seconds. Ask again in a while, or without %s."
                            .formatted(position, PATIENCE.toSeconds(), HEADER),
                    Duration.ofSeconds(1));
        }
    }
}
