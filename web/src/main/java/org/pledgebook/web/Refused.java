package org.pledgebook.web;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Refusal;

/** A request that is not answered as it was meant: thrown anywhere at the edge, and turned into a problem. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient @Nullable Duration retryAfter;

    /** Answers with the refusal's status and words. */
    public Refused(Refusal refusal) {
        this(refusal, null);
    }

    private Refused(Refusal refusal, @Nullable Duration retryAfter) {
        super(refusal.type() + ": " + refusal.detail(), null, false, false);
        this.refusal = refusal;
        this.retryAfter = retryAfter;
    }

    /** 400: a parameter or header that cannot be read. {@code detail} names it and says what to give. */
    public static Refused malformed(String type, String title, String detail) {
        return new Refused(new Refusal(type, 400, title, detail, List.of()));
    }

    /** 400: a query parameter that cannot be read. */
    public static Refused parameter(String name, String whatToGive) {
        return malformed(
                "malformed-parameter",
                "A parameter cannot be read",
                "The parameter '" + name + "' cannot be read. " + whatToGive);
    }

    /** 400: a header that cannot be read. */
    public static Refused header(String name, String whatToGive) {
        return malformed(
                "malformed-header", "A header cannot be read", "The header " + name + " cannot be read. " + whatToGive);
    }

    /** 404: there is no such thing, or it belongs to a board the person may not read; both look the same. */
    public static Refused unknown(String what, String id) {
        return new Refused(Refusal.unknown(what, id));
    }

    /** 404 for an address that leads nowhere. */
    public static Refused nowhere() {
        return new Refused(new Refusal(
                "not-found",
                404,
                "There is no such thing",
                "Nothing is at this address. Check it against the API's description at /v3/api-docs.",
                List.of()));
    }

    /** 401: somebody has to sign in first. */
    public static Refused notSignedIn() {
        return new Refused(new Refusal(
                "not-signed-in",
                401,
                "Sign in first",
                "Send your sign-in name and password by HTTP Basic. If you did, one of them is wrong.",
                List.of()));
    }

    /** 403. */
    public static Refused forbidden(String detail) {
        return new Refused(Refusal.forbidden(detail));
    }

    /** 409: a rule says no, whatever the values. */
    public static Refused rule(String type, String title, String detail) {
        return new Refused(Refusal.rule(type, title, detail));
    }

    /** 422: values that can be read, but cannot be. {@code faults} is not empty. */
    public static Refused values(List<Fault> faults) {
        return new Refused(Refusal.values("invalid-values", "Some values cannot be", faults));
    }

    /** 422: one value that cannot be. */
    public static Refused value(String pointer, String message) {
        return values(List.of(new Fault(pointer, message)));
    }

    /** 422: a query parameter that asks for what has not been yet. */
    public static Refused future(String parameter) {
        return new Refused(new Refusal(
                "in-the-future",
                422,
                "That has not been yet",
                "The parameter '" + parameter
                        + "' is in the future. Give a time that has passed, or today's date for now.",
                List.of()));
    }

    /** 429: too many attempts. */
    public static Refused tooOften(String detail, Duration after) {
        return new Refused(new Refusal("too-many-attempts", 429, "Too many attempts", detail, List.of()), after);
    }

    /** 503: it may go well when it is asked again after a while. */
    public static Refused later(String type, String title, String detail, Duration after) {
        return new Refused(new Refusal(type, 503, title, detail, List.of()), after);
    }

    /** 503: something that keeps data does not answer. */
    public static Refused storeAway() {
        return later(
                "store-away",
                "The service cannot reach its data",
                "A store that this needs did not answer. Nothing was changed; ask again in a while.",
                Duration.ofSeconds(5));
    }

    /** What is answered. */
    public Refusal refusal() {
        return refusal;
    }

    /** How long to wait before asking again, where that helps. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
