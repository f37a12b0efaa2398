package org.pledgebook.web.page;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Gives each form that is opened the key under which it is recorded once, however often it is sent. */
public final class Keys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private Keys() {}

    /** The form's key, a new one where it has none yet. */
    public static String of(Typed typed) {
        var key = typed.raw("key");
        if (!key.isEmpty()) {
            return key;
        }
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return "page-" + HexFormat.of().formatHex(bytes);
    }
}
