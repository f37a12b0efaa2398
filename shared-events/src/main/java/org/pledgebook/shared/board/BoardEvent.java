package org.pledgebook.shared.board;

import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;

/** What can be recorded of a board. */
public sealed interface BoardEvent extends Event
        permits BoardEstablished, CycleOpened, CycleClosed, SmallNumbersPolicySet {

    /** The board's id. */
    String board();

    @Override
    default String stream() {
        return StreamId.board(board());
    }
}
