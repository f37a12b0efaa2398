package org.pledgebook.web.board;

import org.pledgebook.shared.board.CloseCycle;

record CloseCycleForm(String reason) {

    CloseCycle command(String board, String cycle) {
        return new CloseCycle(board, cycle, reason);
    }
}
