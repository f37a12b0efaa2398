package org.pledgebook.shared.board;

import org.pledgebook.shared.Event;

/** What can be recorded of a board. */
public sealed interface BoardEvent extends Event permits BoardEstablished, CycleOpened, CycleClosed {

    /** The board's id. */
    String board();
}
