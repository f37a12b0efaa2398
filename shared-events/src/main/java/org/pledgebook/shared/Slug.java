package org.pledgebook.shared;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An id that people choose: 1 to 60 lower case letters, digits and hyphens. Fixed once given. Null passes; say
 * {@code @NotNull} beside it where it may not be absent.
 */
@Pattern(regexp = Slug.PATTERN) @ReportAsSingleViolation
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface Slug {

    /** The whole of an id. */
    String PATTERN = "[a-z0-9-]{1,60}";

    /** What to do about it. */
    String message() default "Use 1 to 60 lower case letters, digits and hyphens.";

    /** No groups are used. */
    Class<?>[] groups() default {};

    /** No payload is used. */
    Class<? extends Payload>[] payload() default {};
}
