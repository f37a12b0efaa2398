package org.pledgebook.web.access;

import org.pledgebook.shared.access.EndAccess;

record EndAccessForm(String reason) {

    EndAccess command(String person) {
        return new EndAccess(person, reason);
    }
}
