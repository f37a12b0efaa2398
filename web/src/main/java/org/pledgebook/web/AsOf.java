package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Moments;
import org.pledgebook.query.Past;
import org.pledgebook.query.Queries;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives a route its {@link Queries}: those that stand on now or, where {@code asOf} is given, on that moment of the
 * past. Pages know that moment as {@code asOf}. So one method answers both, and what it answers of the past is what it would have answered then. A route that
 * asks the past anyway can take the {@link Moment} itself, null where none is given.
 */
@Component
final class AsOf implements HandlerMethodArgumentResolver, HandlerInterceptor {

    static final String PARAMETER = "asOf";
    static final String HEADER = "X-As-Of";
    static final String POSITION = "X-As-Of-Position";

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    private final Queries now;
    private final Past past;
    private final Moments moments;
    private final PartnerBoards partnerBoards;
    private final BoardDays days;
    private final Clock clock;

    AsOf(Queries now, Past past, Moments moments, PartnerBoards partnerBoards, BoardDays days, Clock clock) {
        this.now = now;
        this.past = past;
        this.moments = moments;
        this.partnerBoards = partnerBoards;
        this.days = days;
        this.clock = clock;
    }

    /** Refuses it where it would be passed over: somebody would take today's answer for another day's. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getParameterMap().containsKey(PARAMETER)
                && handler instanceof HandlerMethod route
                && !isTakenBy(route)) {
            throw Refused.parameter(PARAMETER, "Leave it out: this cannot be asked of the past.");
        }
        return true;
    }

    /** Whether a route can be asked of the past. */
    static boolean isTakenBy(HandlerMethod route) {
        return Arrays.stream(route.getMethodParameters())
                .anyMatch(parameter -> isTakenBy(parameter)
                        || PARAMETER.equals(parameter.getParameter().getName()));
    }

    private static boolean isTakenBy(MethodParameter parameter) {
        return parameter.getParameterType() == Queries.class || parameter.getParameterType() == Moment.class;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return isTakenBy(parameter);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var given = webRequest.getParameterValues(PARAMETER);
        var wantsQueries = parameter.getParameterType() == Queries.class;
        if (given == null) {
            return wantsQueries ? now : null;
        }
        if (given.length > 1) {
            throw Refused.parameter(PARAMETER, "Give it once.");
        }
        var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(webRequest.getNativeResponse(HttpServletResponse.class));
        var path = path(request);
        var moment = moments.at(instant(given[0], path, request));
        tell(moment, response);
        request.setAttribute(PARAMETER, moment);
        if (!wantsQueries) {
            return moment;
        }
        var queries = past.at(moment);
        checkExisted(queries, path);
        return queries;
    }

    private Instant instant(String text, Map<String, String> path, HttpServletRequest request) {
        var partner = named("partner", path, request);
        var board = partner == null
                ? named("board", path, request)
                : partnerBoards.boardOf(partner).orElse(null);
        return days.endOf(PARAMETER, text, days.zoneOf(board), clock.instant());
    }

    /** What a path or else a query names; a query may name a pledge, and thereby its partner. */
    private static @Nullable String named(String what, Map<String, String> path, HttpServletRequest request) {
        var named = path.getOrDefault(what, request.getParameter(what));
        var pledge = request.getParameter("pledge");
        return named == null && what.equals("partner") && pledge != null ? pledge.split("/", 2)[0] : named;
    }

    /** Answers 404 for what was not there yet, also where what is asked for is only a list below it. */
    private static void checkExisted(Queries queries, Map<String, String> path) {
        var board = path.get("board");
        if (board != null && queries.boards().find(board).isEmpty()) {
            throw Refused.unknown("board", board);
        }
        var partner = path.get("partner");
        if (partner != null && queries.partners().find(partner).isEmpty()) {
            throw Refused.unknown("partner", partner);
        }
    }

    private static void tell(Moment moment, HttpServletResponse response) {
        response.setHeader(POSITION, Long.toString(moment.position()));
        response.setHeader(HEADER, MILLISECONDS.format(moment.instant()));
    }

    @SuppressWarnings("unchecked") // what Spring MVC puts there
    private static Map<String, String> path(HttpServletRequest request) {
        var path = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return path == null ? Map.of() : (Map<String, String>) path;
    }
}
