package org.pledgebook.web.exchange;

import org.pledgebook.web.Refused;

/** Why a file cannot be read at all. */
final class Unread {

    private Unread() {}

    static Refused because(String whatToDo) {
        return Refused.malformed("unreadable-file", "The file cannot be read", whatToDo);
    }

    static Refused tooLarge() {
        return because("Unpacked it is larger than 16 MiB, or has more than 200,000 cells or 50 sheets."
                + " Leave out what is no statement, also formats of empty rows.");
    }
}
