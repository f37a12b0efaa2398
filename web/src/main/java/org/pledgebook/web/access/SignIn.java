package org.pledgebook.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pledgebook.cabinet.CabinetFailed;
import org.pledgebook.web.SignedIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks sign-in names and passwords. A credential that was right is remembered for five minutes, in memory and as a
 * keyed hash alone, so that not every request pays for the slow hash; each request still looks whether the person's
 * password is the one that was checked.
 */
@Component
public final class SignIn implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int CREDENTIALS = 10_000;
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final Pattern NAME = Pattern.compile(SignInName.PATTERN);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Cache<String, Verified> remembered;
    private final SecretKeySpec key = key();

    SignIn(Accounts accounts, Passwords passwords, Ticker ticker) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = new Attempts(ticker);
        this.remembered = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(REMEMBERED)
                .maximumSize(CREDENTIALS)
                .build();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        try {
            var person = person(asked.getName(), String.valueOf(asked.getCredentials()));
            return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
        } catch (CabinetFailed away) {
            LOG.error("Nobody can sign in: the cabinet does not answer", away);
            throw new AuthenticationServiceException("The cabinet does not answer", away);
        }
    }

    private SignedIn person(String signIn, String password) {
        var name = SignInName.plain(signIn);
        var credential = keyed(name, password);
        return Optional.ofNullable(remembered.getIfPresent(credential))
                .flatMap(verified -> stillRight(verified, credential))
                .orElseGet(() -> {
                    // One check at a time for one credential: fifty requests at once pay for one.
                    var verified = remembered.get(credential, unknown -> verify(name, password));
                    return stillRight(verified, credential).orElseThrow(SignIn::wrong);
                });
    }

    /** Whose credential it is, if the person's password is still the one that was checked. */
    private Optional<SignedIn> stillRight(Verified verified, String credential) {
        var signedIn = accounts.account(verified.person())
                .map(Accounts.Kept::paper)
                .filter(account -> account.passwordHash().equals(verified.passwordHash()))
                .map(account -> new SignedIn(verified.person(), account.mustChange()));
        if (signedIn.isEmpty()) {
            remembered.asMap().remove(credential, verified);
        }
        return signedIn;
    }

    private Verified verify(String name, String password) {
        var person = NAME.matcher(name).matches()
                ? accounts.reservation(name).map(kept -> kept.paper().person())
                : Optional.<String>empty();
        var wait = attempts.begin(name);
        if (!wait.isZero()) {
            // Without the name: people type their password into the wrong field.
            LOG.warn("Signing in as {} has to wait {} ms", person.orElse("somebody unknown"), wait.toMillis());
            throw new SignInSlowed(wait);
        }
        var hash = person.flatMap(accounts::account).map(kept -> kept.paper().passwordHash());
        if (person.isEmpty() || hash.isEmpty()) {
            passwords.matchNobodys(password);
            throw wrong();
        }
        if (!passwords.matches(password, hash.get())) {
            throw wrong();
        }
        attempts.succeeded(name);
        return new Verified(person.get(), hash.get());
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("The sign-in name or the password is wrong");
    }

    private String keyed(String name, String password) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(key);
            // No name has a zero byte in it.
            return HexFormat.of().formatHex(mac.doFinal((name + '\0' + password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
        }
    }

    private static SecretKeySpec key() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, HMAC);
    }

    private record Verified(String person, String passwordHash) {}
}
