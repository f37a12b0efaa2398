package org.pledgebook.web.access;

import java.time.Duration;
import org.pledgebook.web.Refused;
import org.springframework.security.core.AuthenticationException;

/** Too many attempts to sign in under one name have failed; the next has to wait. */
public final class SignInSlowed extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    SignInSlowed(Duration wait) {
        super("Too many attempts to sign in have failed");
        this.wait = wait;
    }

    /** What is answered: 429, and when to try again. */
    public Refused refused() {
        // Rounded up, so that whoever waits as long as they are told may try.
        var seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return Refused.tooOften(
                "Too many attempts to sign in under this name have failed. Wait %d seconds, then try again; an administrator can set another password."
                        .formatted(seconds),
                Duration.ofSeconds(seconds));
    }
}
