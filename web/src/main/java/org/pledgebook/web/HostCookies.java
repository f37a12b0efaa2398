package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * The two cookies that pages set. Over TLS their names begin with {@code __Host-}, so that no other host, and nobody on
 * an open line, can set them.
 */
final class HostCookies {

    private static final String PREFIX = "__Host-";

    private HostCookies() {}

    /** Holds the session's id. */
    static final class OfTheSession implements CookieSerializer {

        private static final String NAME = "pledgebook";

        private final CookieSerializer plain = serializer(NAME);
        private final CookieSerializer overTls = serializer(PREFIX + NAME);

        @Override
        public void writeCookieValue(CookieValue value) {
            of(value.getRequest()).writeCookieValue(value);
        }

        @Override
        public List<String> readCookieValues(HttpServletRequest request) {
            return of(request).readCookieValues(request);
        }

        private CookieSerializer of(HttpServletRequest request) {
            return request.isSecure() ? overTls : plain;
        }

        private static CookieSerializer serializer(String name) {
            var serializer = new DefaultCookieSerializer();
            serializer.setCookieName(name);
            serializer.setCookiePath("/");
            serializer.setSameSite("Lax");
            return serializer;
        }
    }

    /**
     * Holds what a form has to send back, to show that it is one of ours. It needs no session, so that a form which was
     * open for longer than its session can still be told from a forged one.
     */
    static final class OfForms implements CsrfTokenRepository {

        private static final String NAME = "pledgebook-form";

        private final CsrfTokenRepository plain = repository(NAME);
        private final CsrfTokenRepository overTls = repository(PREFIX + NAME);

        @Override
        public CsrfToken generateToken(HttpServletRequest request) {
            return of(request).generateToken(request);
        }

        @Override
        public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
            of(request).saveToken(token, request, response);
        }

        @Override
        public @Nullable CsrfToken loadToken(HttpServletRequest request) {
            return of(request).loadToken(request);
        }

        private CsrfTokenRepository of(HttpServletRequest request) {
            return request.isSecure() ? overTls : plain;
        }

        private static CsrfTokenRepository repository(String name) {
            var repository = new CookieCsrfTokenRepository();
            repository.setCookieName(name);
            repository.setCookiePath("/");
            repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax").httpOnly(true));
            return repository;
        }
    }
}
