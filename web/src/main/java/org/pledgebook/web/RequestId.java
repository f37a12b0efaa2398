package org.pledgebook.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request its id: the sender's own {@code X-Request-Id} where that is 1 to 64 letters, digits, dots, hyphens
 * and underscores, else a new one. It goes into the answer's header, into every line of the log and into the events,
 * never into a body.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestId extends OncePerRequestFilter {

    /** The header it comes and goes in. */
    public static final String HEADER = "X-Request-Id";

    private static final String NAME = "requestId";
    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** The id of a request that has come through the filter. */
    public static String of(HttpServletRequest request) {
        return Objects.requireNonNull((String) request.getAttribute(ATTRIBUTE), "the request has no id yet");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = idOf(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        try (var ignored = MDC.putCloseable(NAME, id)) {
            chain.doFilter(request, response);
        }
    }

    private String idOf(@Nullable String sent) {
        if (sent != null && SAFE.matcher(sent).matches()) {
            return sent;
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
