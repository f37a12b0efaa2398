package org.pledgebook.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into a form that could not be sent as it came, because the session had ended meanwhile. It is shown
 * in its form again once somebody has signed in, and is sent only when they say so.
 *
 * @param path the form's address
 */
public record KeptForm(String path, LinkedHashMap<String, ArrayList<String>> fields) implements Serializable {

    /** In front of the names under which the sign-in page carries another form's fields. */
    public static final String PREFIX = "kept.";

    private static final String ATTRIBUTE = KeptForm.class.getName();

    /** A form's fields as they arrived, without those that only say who sends it. */
    public static Map<String, List<String>> fields(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.startsWith("_") && !isSecret(name)) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }

    /** Those that the sign-in page carried along. */
    public static Map<String, List<String>> carried(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                fields.put(name.substring(PREFIX.length()), List.of(values));
            }
        });
        return fields;
    }

    /** Keeps fields in a session until their form is shown. */
    public static void keep(String path, Map<String, List<String>> fields, HttpSession session) {
        var copy = new LinkedHashMap<String, ArrayList<String>>();
        fields.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
        session.setAttribute(ATTRIBUTE, new KeptForm(path, copy));
    }

    /** Takes out what is kept for the form at this address. */
    static Optional<KeptForm> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(ATTRIBUTE) instanceof KeptForm kept
                && kept.path().equals(request.getRequestURI())) {
            session.removeAttribute(ATTRIBUTE);
            return Optional.of(kept);
        }
        return Optional.empty();
    }

    private static boolean isSecret(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).contains("password") || name.equals("current");
    }
}
