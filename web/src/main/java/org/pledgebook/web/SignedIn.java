package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/**
 * Who a request comes from, after signing in.
 *
 * @param person the person's generated id
 * @param mustChangePassword whether they have to set a password of their own before anything else
 */
public record SignedIn(String person, boolean mustChangePassword) implements Principal, Serializable {

    @Override
    public String getName() {
        return person;
    }

    static SignedIn of(HttpServletRequest request) {
        return find(request).orElseThrow(Refused::notSignedIn);
    }

    /** The name of whoever is signed in to the pages. */
    static String nameOf(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication signedIn
                        && signedIn.getDetails() instanceof String name
                ? name
                : "";
    }

    /** Empty where nobody is signed in. */
    public static Optional<SignedIn> find(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication signedIn
                        && signedIn.getPrincipal() instanceof SignedIn person
                ? Optional.of(person)
                : Optional.empty();
    }
}
