package org.pledgebook.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Refusal;

/** Gathers everything that is wrong with the values of a command, so that a person can mend it in one go. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();
    private @Nullable String type;
    private @Nullable String title;

    /**
     * One more value that cannot be. The refusal takes the first one's rule for its type and title.
     *
     * @param type the rule's name
     * @param title the rule in a few words
     * @param pointer the field, as the sender wrote it
     * @param message what to do about it
     */
    public void add(String type, String title, String pointer, String message) {
        if (this.type == null) {
            this.type = type;
            this.title = title;
        }
        found.add(new Fault(pointer, message));
    }

    /** Refuses the command if anything was found. */
    public void refuseIfAny() {
        if (type != null && title != null) {
            throw Refusal.values(type, title, found).asException();
        }
    }
}
