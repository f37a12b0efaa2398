package org.pledgebook.shared;

/**
 * How stream ids are spelled. They carry their kind, because an event's key is (stream id, sequence) over all kinds:
 * without it, a board and a partner of the same name would collide. Ids that people see carry no kind.
 */
public final class StreamId {

    private StreamId() {}

    /** A board and its cycles, {@code board:islington-mental-health}. */
    public static String board(String board) {
        return "board:" + board;
    }

    /** A partner and its teams, {@code partner:healthwatch-islington}. */
    public static String partner(String partner) {
        return "partner:" + partner;
    }

    /** A framework in all its versions, {@code framework:eds-2022}. */
    public static String framework(String framework) {
        return "framework:" + framework;
    }

    /** One partner's self-assessment in one cycle, {@code assessment:healthwatch-islington/2023}. */
    public static String assessment(String partner, String cycle) {
        return "assessment:" + partner + "/" + cycle;
    }

    /** A reference population in all its versions, {@code reference:islington-census-2021-ts021}. */
    public static String reference(String reference) {
        return "reference:" + reference;
    }

    /** Everything of one partner that was released for everybody to read, {@code releases:healthwatch-islington}. */
    public static String releases(String partner) {
        return "releases:" + partner;
    }

    /** One partner's pledges in one cycle, {@code pledges:healthwatch-islington/2023}. */
    public static String pledges(String partner, String cycle) {
        return "pledges:" + partner + "/" + cycle;
    }

    /** What one partner offers and asks for, {@code support:healthwatch-islington}. */
    public static String support(String partner) {
        return "support:" + partner;
    }

    /** The keys that the log of this origin is signed with, {@code log:pledgebook/0f3a5c7e9b1d2f40}. */
    public static String log(String origin) {
        return "log:" + origin;
    }

    /** A person's access, {@code person:p-…}. */
    public static String person(String person) {
        return "person:" + person;
    }
}
