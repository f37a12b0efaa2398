package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.security.core.Authentication;

/**
 * Who a request comes from, after signing in.
 *
 * @param person the person's generated id
 * @param mustChangePassword whether they have to set a password of their own before anything else
 */
public record SignedIn(String person, boolean mustChangePassword) implements Principal {

    @Override
    public String getName() {
        return person;
    }

    static SignedIn of(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication signedIn
                && signedIn.getPrincipal() instanceof SignedIn person) {
            return person;
        }
        throw new IllegalStateException("Nobody is signed in: the security filters did not see this request.");
    }
}
