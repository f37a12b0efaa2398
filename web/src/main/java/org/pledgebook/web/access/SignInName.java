package org.pledgebook.web.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** How sign-in names are compared: {@code Anna} and {@code anna} are one. */
final class SignInName {

    /** 1 to 100 visible characters; HTTP Basic ends a name at its first colon. */
    static final String PATTERN = "[^\\p{C}\\p{Z}:]{1,100}";

    static final String MESSAGE = "Use 1 to 100 visible characters without spaces and colons.";

    private SignInName() {}

    /** The name in the one spelling that all its spellings share: NFKC, in lower case. */
    static String plain(String name) {
        return Normalizer.normalize(
                Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** Under which id the cabinet keeps it: short whatever the name is, and no name to whoever reads a list of ids. */
    static String id(String name) {
        return sha256(plain(name));
    }

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
