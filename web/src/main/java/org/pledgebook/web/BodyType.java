package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses with 415 a body whose type is no type, or whose bytes are packed: nothing here unpacks them. */
@Component
final class BodyType implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        var type = request.getContentType();
        var encoding = request.getHeader("Content-Encoding");
        var packed = encoding != null && !encoding.equalsIgnoreCase("identity");
        if (packed || (type != null && !isConcrete(type))) {
            throw new HttpMediaTypeNotSupportedException("no type that is read", List.of(MediaType.APPLICATION_JSON));
        }
        return true;
    }

    private static boolean isConcrete(String type) {
        try {
            return MediaType.parseMediaType(type).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
