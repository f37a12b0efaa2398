package org.pledgebook.shared.access;

/** What a person is to the book. */
public enum Role {
    /** Sets up boards, cycles, partners, people and frameworks; of one board, or of all. */
    ADMINISTRATOR,
    /** Reads everything under a board, or under all, and asks questions. */
    BOARD_MEMBER,
    /** Reads everything under a board, or under all, and writes nothing. */
    AUDITOR,
    /** Makes one partner's statements, and reads everything under its board. */
    PARTNER
}
