package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgebook.web.page.KeptForm;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ViewResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Shows to people what {@link Problems} tells to programs. A page is answered where a page was asked for: outside of
 * the API's addresses, by somebody who accepts HTML.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemPages implements HandlerExceptionResolver {

    /** Addresses that programs use, and the API's description with its own pages. */
    static final String[] NO_PAGES = {
        "/api", "/api/**", "/v3/**", "/swagger-ui/**", "/swagger-ui.html", "/actuator", "/actuator/**"
    };

    private final Problems problems;
    private final ViewResolver views;

    ProblemPages(Problems problems, ThymeleafViewResolver views) {
        this.problems = problems;
        this.views = views;
    }

    /** Whether an address is a page's, or could be one's. */
    static boolean isForPages(HttpServletRequest request) {
        var path = request.getRequestURI();
        for (var pattern : NO_PAGES) {
            var beginning = pattern.replace("/**", "");
            if (path.equals(beginning) || pattern.endsWith("/**") && path.startsWith(beginning + "/")) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        return asksForAPage(request) ? page(Problems.refused(failure), request, response) : null;
    }

    /** Answers with a page, or with a problem where none was asked for. */
    void write(Refused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!asksForAPage(request)) {
            problems.write(refused, response);
            return;
        }
        render(page(refused, request, response), request, response);
    }

    /**
     * Answers a form that is none of ours, as far as can be seen. Where the browser says that it is, it was open while
     * somebody signed out or in: it is kept and shown again, and not sent.
     */
    void writeForged(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"same-origin".equals(request.getHeader("Sec-Fetch-Site"))) {
            write(Refused.forbidden("This did not come from a page of ours, so nothing was done."), request, response);
        } else if (SignedIn.find(request).isEmpty()) {
            write(Refused.notSignedIn(), request, response);
        } else {
            KeptForm.keep(request.getRequestURI(), KeptForm.fields(request), request.getSession());
            response.sendRedirect(request.getRequestURI());
        }
    }

    private ModelAndView page(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        var refusal = refused.refusal();
        if (refusal.type().equals("not-signed-in")) {
            return signIn(request);
        }
        if (refusal.type().equals("password-change-needed")) {
            return new ModelAndView("redirect:/password");
        }
        var after = refused.retryAfter();
        if (after != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds())));
        }
        return new ModelAndView(
                "problem",
                Map.of("refusal", refusal, "requestId", RequestId.of(request)),
                HttpStatusCode.valueOf(refusal.status()));
    }

    /** Sends to sign in, and back; what was typed into a form goes along. */
    private static ModelAndView signIn(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (request.getMethod().equals("POST")) {
            return new ModelAndView(
                    "sign-in", Map.of("then", path, "kept", KeptForm.fields(request)), HttpStatusCode.valueOf(401));
        }
        var query = request.getQueryString();
        var then = query == null ? path : path + "?" + query;
        return new ModelAndView("redirect:/sign-in?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8));
    }

    private void render(ModelAndView page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            var view = views.resolveViewName(String.valueOf(page.getViewName()), Locale.UK);
            if (view == null) {
                throw new IllegalStateException("There is no page " + page.getViewName());
            }
            if (page.getStatus() != null) {
                response.setStatus(page.getStatus().value());
            }
            view.render(new LinkedHashMap<>(page.getModel()), request, response);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The page for a problem cannot be shown", e);
        }
    }

    private static boolean asksForAPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return isForPages(request) && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
