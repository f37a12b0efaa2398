package org.pledgebook.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text that a person wrote: with something to see in it, at most {@link #max()} characters (Unicode code points), no
 * control characters but line breaks, nothing that makes it read otherwise than it is stored, and valid Unicode. Null
 * passes; say {@code @NotNull} beside it where it may not be absent.
 *
 * <p>Every language is welcome: joiners, marks of writing direction and characters newer than this Java are let
 * through, and the text is kept as it was written, without normalising it.
 */
@Constraint(validatedBy = Text.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Text {

    /** The most characters a statement may have. */
    int LONG = 4_000;

    /** The most characters a title or a name may have. */
    int SHORT = 200;

    /** Most characters, in Unicode code points. */
    int max() default LONG;

    /** Replaced by a message that says which of the conditions failed. */
    String message() default "Write something here.";

    /** No groups are used. */
    Class<?>[] groups() default {};

    /** No payload is used. */
    Class<? extends Payload>[] payload() default {};

    /** Says which condition failed. */
    final class Check implements ConstraintValidator<Text, String> {

        private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
        private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;

        private int max = LONG;

        @Override
        public void initialize(Text text) {
            max = text.max();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            var fault = value == null ? null : fault(value);
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            return false;
        }

        private @Nullable String fault(String value) {
            if (value.codePoints().allMatch(Check::isBlank)) {
                return "Write something here: it is empty.";
            }
            var length = value.codePointCount(0, value.length());
            if (length > max) {
                return String.format(Locale.UK, "Shorten this to %,d characters; it has %,d.", max, length);
            }
            if (value.codePoints().anyMatch(Check::isControl)) {
                return "Remove the control characters; only line breaks are allowed.";
            }
            if (value.codePoints().anyMatch(Check::isOverride)) {
                return "Remove the invisible characters that turn the direction of writing round.";
            }
            if (value.codePoints().anyMatch(Check::isBroken)) {
                return "Remove the broken character: it cannot be kept as text.";
            }
            return null;
        }

        /** Spaces of every width, line breaks, and characters that only steer others. */
        private static boolean isBlank(int c) {
            return Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.NON_SPACING_MARK;
        }

        private static boolean isControl(int c) {
            return Character.getType(c) == Character.CONTROL && c != '\n' && c != '\r';
        }

        /** With these, "kept" can be stored and "tpek" be read. Embeddings and isolates do not reorder letters. */
        private static boolean isOverride(int c) {
            return c == LEFT_TO_RIGHT_OVERRIDE || c == RIGHT_TO_LEFT_OVERRIDE;
        }

        /** A surrogate without its partner cannot be written as UTF-8, nor a noncharacter as XML. */
        private static boolean isBroken(int c) {
            return Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        }
    }
}
