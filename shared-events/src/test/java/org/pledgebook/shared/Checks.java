package org.pledgebook.shared;

import static java.util.stream.Collectors.toMap;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.TreeMap;

/** Looks at values as the command side does. */
final class Checks {

    /** The one that {@code jakarta.validation} finds. */
    static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    private Checks() {}

    /** What is wrong, by path; a path with two faults fails. */
    static Map<String, String> faults(Object value) {
        return VALIDATOR.validate(value).stream()
                .collect(toMap(
                        violation -> violation.getPropertyPath().toString(),
                        ConstraintViolation::getMessage,
                        (one, other) -> {
                            throw new AssertionError("Two faults in one place: " + one + " " + other);
                        },
                        TreeMap::new));
    }
}
