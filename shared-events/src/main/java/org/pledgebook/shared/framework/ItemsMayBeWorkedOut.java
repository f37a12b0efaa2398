package org.pledgebook.shared.framework;

import org.pledgebook.shared.UpcasterStep;
import tools.jackson.databind.node.ObjectNode;

/**
 * Revision 2 of {@code framework-published}: an item may have a formula. In revision 1 every item was answered, which an
 * item without a formula still is: so the JSON stays as it is.
 */
public final class ItemsMayBeWorkedOut extends UpcasterStep {

    /** The step of the event that publishes a framework. */
    public ItemsMayBeWorkedOut() {
        super("framework-published", 1);
    }

    @Override
    protected void lift(ObjectNode json) {
        // Nothing to add: an absent formula means the same as it does in revision 2.
    }
}
