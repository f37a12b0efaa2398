package org.pledgebook.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and revision an event is stored under. Both outlive the Java class: a class may be renamed, a stored name
 * never. A change of shape takes the next revision, a golden file of its own, and an upcaster step from the one before.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Stored {

    /** Lower case words joined by hyphens, in the past tense: {@code pledge-made}. */
    String name();

    /** Counts up from 1. */
    int revision() default 1;
}
