package org.pledgebook.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A decimal number that people report: less than 10^15 either side of zero, with at most six decimals. Null passes; say
 * {@code @NotNull} beside it where it may not be absent.
 */
@Constraint(validatedBy = Figure.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Figure {

    /** What to do about it. */
    String message() default "Give a number with at most 15 digits before the decimal point and 6 after it.";

    /** No groups are used. */
    Class<?>[] groups() default {};

    /** No payload is used. */
    Class<? extends Payload>[] payload() default {};

    /** Compares without ever writing the number out, so that 1e2147483647 costs nothing. */
    final class Check implements ConstraintValidator<Figure, BigDecimal> {

        private static final BigDecimal LIMIT = BigDecimal.TEN.pow(15);
        private static final int DECIMALS = 6;

        @Override
        public boolean isValid(@Nullable BigDecimal value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            if (!Figures.isReadable(value)) {
                return false;
            }
            var plain = Figures.plain(value);
            return plain.scale() >= 0
                    && plain.scale() <= DECIMALS
                    && plain.abs().compareTo(LIMIT) < 0;
        }
    }
}
