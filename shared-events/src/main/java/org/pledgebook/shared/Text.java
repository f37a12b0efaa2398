package org.pledgebook.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Text that a person wrote: not blank, at most {@link #max()} characters (Unicode code points), no control characters
 * but line breaks, and valid Unicode. Null passes; say {@code @NotNull} beside it where it may not be absent.
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
            if (value.isBlank()) {
                return "Write something here: it is empty.";
            }
            var length = value.codePointCount(0, value.length());
            if (length > max) {
                return "Shorten this to %,d characters; it has %,d.".formatted(max, length);
            }
            if (value.codePoints().anyMatch(Check::isControl)) {
                return "Remove the control characters; only line breaks are allowed.";
            }
            // A surrogate without its partner is no character and cannot be written as UTF-8.
            if (value.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                return "Remove the broken character: it is half of a surrogate pair.";
            }
            return null;
        }

        private static boolean isControl(int c) {
            return Character.getType(c) == Character.CONTROL && c != '\n' && c != '\r';
        }
    }
}
