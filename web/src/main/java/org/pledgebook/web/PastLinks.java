package org.pledgebook.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Whoever looks at a page of the past stays in it: the links that templates write lead to the same moment. */
@Component
final class PastLinks extends OncePerRequestFilter {

    private static final List<String> WITH_A_PAST = List.of("/boards", "/partners");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !ProblemPages.isForPages(request) || request.getQueryString() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asOf = request.getParameter(AsOf.PARAMETER);
        chain.doFilter(request, asOf == null ? response : new Staying(response, asOf));
    }

    private static final class Staying extends HttpServletResponseWrapper {

        private final String rest;

        Staying(HttpServletResponse response, String asOf) {
            super(response);
            this.rest = AsOf.PARAMETER + "=" + URLEncoder.encode(asOf, StandardCharsets.UTF_8);
        }

        @Override
        public String encodeURL(String url) {
            var encoded = super.encodeURL(url);
            return WITH_A_PAST.stream().anyMatch(encoded::startsWith) && !encoded.endsWith("/desk")
                    ? encoded + (encoded.contains("?") ? "&" : "?") + rest
                    : encoded;
        }
    }
}
