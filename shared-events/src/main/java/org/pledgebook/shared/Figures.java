package org.pledgebook.shared;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One spelling for equal numbers, so that records which mean the same are equal and are stored as the same bytes. */
public final class Figures {

    /** Digits before the decimal point that are written out; far more than a {@link Figure} has. */
    private static final int WRITABLE = 40;

    /** About 1,000 digits, the most that JSON is read with. To take the zeros off a long number costs minutes. */
    private static final int READABLE_BITS = 3_400;

    private Figures() {}

    /**
     * The number without trailing zeros and without an exponent: 1.50 becomes 1.5, 1E+2 becomes 100. A number too long
     * to be a {@link Figure} is left as it is, to be refused.
     *
     * <p>Null gives null, though the type denies it: a record built from a body is looked at only after it is built,
     * and validation then refuses what is absent.
     */
    @SuppressWarnings("NullAway")
    public static BigDecimal plain(BigDecimal number) {
        if (number == null) {
            return null;
        }
        if (!isReadable(number)) {
            return number;
        }
        var digits = (long) number.precision() - number.scale();
        if (digits > WRITABLE && number.signum() != 0) {
            return number;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Whether it has so few digits that reckoning with it costs nothing, wherever its decimal point is. */
    static boolean isReadable(BigDecimal number) {
        return number.unscaledValue().bitLength() <= READABLE_BITS;
    }

    /** As {@link #plain}, for what may be absent. */
    @SuppressWarnings("NullAway")
    public static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal number) {
        return plain(number);
    }
}
