package org.pledgebook.web.access;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords, slowly and with a salt. PBKDF2, because bcrypt looks at the first 72 bytes only. A hash names its
 * method and rounds, so that a later one can stand beside it.
 */
@Component
final class Passwords {

    /** 8 to 128 characters, of any script, without control characters. */
    static final String PATTERN = "[^\\p{Cc}\\p{Cs}]{8,128}";

    static final String MESSAGE = "Use 8 to 128 characters.";

    private static final int USUAL_ROUNDS = 310_000;
    private static final int SALT_BYTES = 16;

    private final PasswordEncoder encoder;
    private final String nobodys;

    Passwords(@Value("${pledgebook.password-rounds:" + USUAL_ROUNDS + "}") int rounds) {
        // Hashes of the usual rounds can always be checked, whatever new ones are made with.
        var methods = new LinkedHashMap<String, PasswordEncoder>();
        methods.put(method(USUAL_ROUNDS), pbkdf2(USUAL_ROUNDS));
        methods.put(method(rounds), pbkdf2(rounds));
        this.encoder = new DelegatingPasswordEncoder(method(rounds), Map.copyOf(methods));
        this.nobodys = hash("the password of somebody who does not exist");
    }

    String hash(String password) {
        var hash = encoder.encode(composed(password));
        if (hash == null) {
            throw new IllegalStateException("A password has a hash");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        return encoder.matches(composed(password), hash);
    }

    /** Takes as long as {@link #matches}, so that nobody learns from the time whether a sign-in name is known. */
    void matchNobodys(String password) {
        encoder.matches(composed(password), nobodys);
    }

    private static String method(int rounds) {
        return "pbkdf2-sha256-" + rounds;
    }

    private static PasswordEncoder pbkdf2(int rounds) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    /** Keyboards differ in whether an accent is a character of its own. */
    private static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
