package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.web.page.Typed;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives routes what every request says beside its path and body: {@link Sender}, {@link Grants},
 * {@link Paging}, and to pages their {@link Reader} and what was {@link Typed}. */
final class Arguments implements HandlerMethodArgumentResolver {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");
    private static final Pattern FIELD = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Sender.class
                || type == Grants.class
                || type == Paging.class
                || type == Reader.class
                || type == Typed.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        var type = parameter.getParameterType();
        if (type == Sender.class) {
            return sender(request);
        }
        if (type == Reader.class) {
            return Objects.requireNonNull(
                    (Reader) request.getAttribute(Reader.ATTRIBUTE), "the route is open, or no page");
        }
        if (type == Typed.class) {
            return Typed.of(request);
        }
        return type == Grants.class ? Access.grantsOf(request) : paging(request);
    }

    private static Sender sender(HttpServletRequest request) {
        if (ProblemPages.isForPages(request)) {
            return senderOfForm(request);
        }
        return new Sender(
                SignedIn.of(request).person(), RequestId.of(request), idempotencyKey(request), ifMatch(request));
    }

    /** Forms have fields where programs have headers. */
    private static Sender senderOfForm(HttpServletRequest request) {
        var key = request.getParameter("key");
        var version = request.getParameter("version");
        if (key != null && !KEY.matcher(key).matches()
                || version != null
                        && !version.isEmpty()
                        && !FIELD.matcher(version).matches()) {
            throw Problems.generic(HttpStatus.BAD_REQUEST.value());
        }
        return new Sender(
                SignedIn.of(request).person(),
                RequestId.of(request),
                key,
                version == null || version.isEmpty() ? null : Long.valueOf(version));
    }

    private static @Nullable String idempotencyKey(HttpServletRequest request) {
        var key = only(request, IDEMPOTENCY_KEY);
        if (key != null && !KEY.matcher(key).matches()) {
            throw Refused.header(IDEMPOTENCY_KEY, "Give 1 to 128 visible ASCII characters.");
        }
        return key;
    }

    private static @Nullable Long ifMatch(HttpServletRequest request) {
        var version = only(request, HttpHeaders.IF_MATCH);
        if (version == null || version.equals("*")) {
            return null;
        }
        var quoted = VERSION.matcher(version);
        if (!quoted.matches()) {
            throw Refused.header(
                    HttpHeaders.IF_MATCH, "Give the ETag you last read, a version in quotation marks such as \"3\".");
        }
        return Long.valueOf(quoted.group(1));
    }

    private static @Nullable String only(HttpServletRequest request, String header) {
        var values = Collections.list(request.getHeaders(header));
        if (values.size() > 1) {
            throw Refused.header(header, "Give it once.");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private static Paging paging(HttpServletRequest request) {
        var limit = request.getParameter("limit");
        if (limit == null) {
            return new Paging(request.getParameter("cursor"), Paging.USUAL);
        }
        if (!LIMIT.matcher(limit).matches() || Integer.parseInt(limit) > Paging.MOST) {
            throw Refused.parameter("limit", "Give a whole number from 1 to " + Paging.MOST + ".");
        }
        return new Paging(request.getParameter("cursor"), Integer.parseInt(limit));
    }
}
