package org.pledgebook.shared;

/**
 * The metadata that says where a message came from. The edge sets {@link #ACTOR}, {@link #REQUEST_ID},
 * {@link #IDEMPOTENCY_KEY} and {@link #IF_MATCH} on a command; the command side adds the rest, and copies all but
 * {@link #IF_MATCH} to the events.
 */
public final class Origin {

    /** The id of the person who asks. Generated, never chosen; what that person may do is read from their stream. */
    public static final String ACTOR = "actor";

    /** The partner whose statement it is, where it is one's: an administrator who enters it stands beside it as actor. */
    public static final String ACTED_FOR = "actedFor";

    /** The request the command came in with; it travels to the sender in a header. */
    public static final String REQUEST_ID = "requestId";

    /** What makes a resend recognisable: 1 to 128 visible characters, chosen by the sender. Belongs to actor and stream. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";

    /** SHA-256, in lower case hexadecimal, of the command's JSON: tells a resend from another use of the same key. */
    public static final String DIGEST = "digest";

    /** The version of the thing that the sender had before their eyes. Never stored. */
    public static final String IF_MATCH = "ifMatch";

    /** The first message of the chain that led here. */
    public static final String CORRELATION_ID = "correlationId";

    /** The message that led directly here. */
    public static final String CAUSATION_ID = "causationId";

    /**
     * 128 random bits in lower case hexadecimal, new for each event. The proof's leaf hash covers them, so that a text
     * removed later cannot be guessed from its hash.
     */
    public static final String SALT = "salt";

    private Origin() {}
}
