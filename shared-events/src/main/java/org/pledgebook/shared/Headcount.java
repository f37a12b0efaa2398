package org.pledgebook.shared;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many people: a whole number from 0 to 1,000,000,000. Null passes; say {@code @NotNull} beside it where it may not
 * be absent.
 */
@Min(0) @Max(Headcount.MOST) @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Headcount {

    /** The most people that can be counted in one place. */
    int MOST = 1_000_000_000;

    /** What to do about it. */
    String message() default "Give a whole number from 0 to 1,000,000,000.";

    /** No groups are used. */
    Class<?>[] groups() default {};

    /** No payload is used. */
    Class<? extends Payload>[] payload() default {};
}
