package org.pledgebook.shared.board;

import org.pledgebook.shared.Command;
import org.pledgebook.shared.StreamId;

/** What can be asked of a board. */
public sealed interface BoardCommand extends Command
        permits EstablishBoard, OpenCycle, CloseCycle, SetSmallNumbersPolicy {

    /** The board's id. */
    String board();

    @Override
    default String stream() {
        return StreamId.board(board());
    }
}
