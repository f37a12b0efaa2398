package org.pledgebook.shared;

import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;

/**
 * Why the book did not take a command. It travels as the exception's details, because exception classes do not cross
 * Axon Server; the web turns it into an RFC 9457 problem.
 *
 * @param type the rule's name, lower case words joined by hyphens: {@code pledges-full}
 * @param status the HTTP status that says the same: 403 may not, 404 unknown, 409 a rule says no, 412 the version has
 *     moved on, 422 a value cannot be
 * @param title the rule in a few words, the same for every refusal of this type
 * @param detail what happened and what to do, in words for the person who asked
 * @param errors the fields it is about, if any
 */
public record Refusal(String type, int status, String title, String detail, List<Fault> errors) {

    /** Copies the errors. */
    public Refusal {
        errors = List.copyOf(errors);
    }

    /** The actor may not do this. */
    public static Refusal forbidden(String detail) {
        return new Refusal("forbidden", 403, "You may not do this", detail, List.of());
    }

    /** There is no such thing. {@code what} is a noun without its article, {@code "partner"}. */
    public static Refusal unknown(String what, String id) {
        return new Refusal(
                "not-found",
                404,
                "There is no such thing",
                "There is no " + what + " '" + id + "'. Check the address.",
                List.of());
    }

    /** A rule says no, whatever the values. */
    public static Refusal rule(String type, String title, String detail) {
        return new Refusal(type, 409, title, detail, List.of());
    }

    /** A value cannot be: the field it stands in is named. */
    public static Refusal value(String type, String title, String pointer, String message) {
        return values(type, title, List.of(new Fault(pointer, message)));
    }

    /** Several values cannot be; {@code faults} is not empty. */
    public static Refusal values(String type, String title, List<Fault> faults) {
        return new Refusal(type, 422, title, faults.get(0).message(), faults);
    }

    /** This refusal, to be thrown from a command handler. */
    public CommandExecutionException asException() {
        return new CommandExecutionException(type + ": " + detail, null, this);
    }
}
