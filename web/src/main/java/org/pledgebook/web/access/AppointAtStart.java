package org.pledgebook.web.access;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.web.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a new book gets its first administrator, with the sign-in name and password of the settings. Where
 * the part of the service that records is started later, it tries again until that is there.
 */
@Component
@Lazy(false)
final class AppointAtStart implements ApplicationRunner, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AppointAtStart.class);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

    private final FirstAdministrator first;
    private final String signIn;
    private final @Nullable String password;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "first-administrator");
        thread.setDaemon(true);
        return thread;
    });

    AppointAtStart(
            FirstAdministrator first,
            @Value("${pledgebook.administrator.sign-in:administrator}") String signIn,
            @Value("${pledgebook.administrator.password:}") String password) {
        check("sign-in", signIn, SignInName.PATTERN, SignInName.MESSAGE);
        if (!password.isEmpty()) {
            check("password", password, Passwords.PATTERN, Passwords.MESSAGE);
        }
        this.first = first;
        this.signIn = signIn;
        this.password = password.isEmpty() ? null : password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            first.appoint(signIn, password);
        } catch (RuntimeException notYet) {
            LOG.warn("The first administrator cannot be appointed yet, which is tried again: {}", reason(notYet));
            var unused = later.schedule(() -> run(arguments), BETWEEN_ATTEMPTS.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof Refused refused ? refused.refusal().detail() : failure.toString();
    }

    private static void check(String setting, String value, String pattern, String message) {
        if (!Pattern.matches(pattern, value)) {
            throw new IllegalArgumentException("pledgebook.administrator." + setting + " cannot be this. " + message);
        }
    }
}
