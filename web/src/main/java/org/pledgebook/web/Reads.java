package org.pledgebook.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may use a route that only reads. A route without this and without {@link Sends} is refused to everybody. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reads {

    /** Who may. */
    By value();

    /** Who may read something. Nobody reads anything without some access. */
    enum By {
        /** Whoever may read the board that the path names, or the board of the partner that it names. */
        READERS_OF_THE_BOARD,
        /** Anybody who has any access; the route itself leaves out what they may not read. */
        ANYBODY_WITH_ACCESS,
        /** Administrators of any board; the route itself leaves out what they may not read. */
        ADMINISTRATORS,
        /** Auditors and administrators of all boards: what it is about goes through every board. */
        AUDITORS_OF_ALL_BOARDS,
        /** Anybody who has any access, about themselves alone; also while their password is to be changed. */
        ONESELF
    }
}
