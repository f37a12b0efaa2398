package org.pledgebook.shared;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that people mean: in the years 1900 to 2199. ISO 8601 reaches much further, to where reckoning with days ends
 * in an error and dates no longer sort as text. Null passes; say {@code @NotNull} beside it where it may not be absent.
 */
@Constraint(validatedBy = Day.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Day {

    /** What to do about it. */
    String message() default "Give a day in the years 1900 to 2199.";

    /** No groups are used. */
    Class<?>[] groups() default {};

    /** No payload is used. */
    Class<? extends Payload>[] payload() default {};

    /** Looks at the year. */
    final class Check implements ConstraintValidator<Day, LocalDate> {

        private static final int FIRST_YEAR = 1900;
        private static final int LAST_YEAR = 2199;

        @Override
        public boolean isValid(@Nullable LocalDate value, ConstraintValidatorContext context) {
            return value == null || value.getYear() >= FIRST_YEAR && value.getYear() <= LAST_YEAR;
        }
    }
}
