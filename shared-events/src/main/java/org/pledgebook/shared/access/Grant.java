package org.pledgebook.shared.access;

import org.jspecify.annotations.Nullable;

/**
 * One access that a person has.
 *
 * @param board the board it is limited to; null for all boards, never null for a {@link Role#PARTNER}
 * @param partner the partner whose statements it lets a {@link Role#PARTNER} make; null for the other roles
 */
public record Grant(
        Role role, @Nullable String board, @Nullable String partner) {

    /** Whether it reaches this board; null asks for all boards. */
    boolean reaches(@Nullable String board) {
        return this.board == null || this.board.equals(board);
    }
}
