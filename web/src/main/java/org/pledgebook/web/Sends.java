package org.pledgebook.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.pledgebook.shared.Command;

/**
 * The command a route sends, or whose form it shows. Who may use the route is what
 * {@link org.pledgebook.shared.access.AccessRules AccessRules} says of that command, and is settled before the body is
 * looked at. A route without this and without {@link Reads} is refused to everybody.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Sends {

    /** The command. */
    Class<? extends Command> value();

    /**
     * Whether the person whom {@code {person}} in the path names may use the route for themselves, whatever they are;
     * also while their password is to be changed.
     */
    boolean orOneself() default false;
}
