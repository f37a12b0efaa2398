package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses with 400 a query parameter that the route does not know: somebody who misspells {@code period} would otherwise
 * get another answer than they asked for, and take it for theirs.
 */
@Component
final class KnownParameters implements HandlerInterceptor {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var query = request.getQueryString();
        if (query != null && handler instanceof HandlerMethod route) {
            var known = known(route);
            Arrays.stream(query.split("&", -1))
                    .map(KnownParameters::name)
                    .filter(name -> !name.isEmpty() && !known.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw unknown(name, known);
                    });
        }
        return true;
    }

    private static Set<String> known(HandlerMethod route) {
        var known = new TreeSet<String>();
        for (var parameter : route.getMethodParameters()) {
            names(parameter).forEach(known::add);
        }
        if (AsOf.isTakenBy(route)) {
            known.add(AsOf.PARAMETER);
        }
        return known;
    }

    private static Stream<String> names(MethodParameter parameter) {
        if (parameter.getParameterType() == Paging.class) {
            return Stream.of("cursor", "limit");
        }
        if (parameter.hasParameterAnnotation(ParameterObject.class)) {
            return Arrays.stream(parameter.getParameterType().getRecordComponents())
                    .map(RecordComponent::getName);
        }
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked == null) {
            return Stream.of();
        }
        parameter.initParameterNameDiscovery(NAMES);
        return Stream.ofNullable(StringUtils.hasText(asked.name()) ? asked.name() : parameter.getParameterName());
    }

    private static String name(String parameter) {
        var name = parameter.split("=", 2)[0];
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return name;
        }
    }

    private static Refused unknown(String name, Set<String> known) {
        return Refused.malformed(
                "unknown-parameter",
                "A parameter is not known",
                "The parameter '%s' is not known here. Remove it or correct its name; %s."
                        .formatted(name, known.isEmpty() ? "there is none" : "known are " + String.join(", ", known)));
    }
}
