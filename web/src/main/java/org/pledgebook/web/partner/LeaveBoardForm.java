package org.pledgebook.web.partner;

import org.pledgebook.shared.partner.LeaveBoard;

record LeaveBoardForm(String reason) {

    LeaveBoard command(String partner) {
        return new LeaveBoard(partner, reason);
    }
}
