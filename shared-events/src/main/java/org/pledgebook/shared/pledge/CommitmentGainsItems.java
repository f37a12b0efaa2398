package org.pledgebook.shared.pledge;

import org.pledgebook.shared.UpcasterStep;
import tools.jackson.databind.node.ObjectNode;

/** Revision 2 of a pledge that was made: it names the framework items it answers. In revision 1 it could name none. */
public final class CommitmentGainsItems extends UpcasterStep {

    /** The step of {@link PledgeMade}. */
    public CommitmentGainsItems() {
        super("pledge-made", 1);
    }

    @Override
    protected void lift(ObjectNode json) {
        ((ObjectNode) json.required("commitment")).putArray("items");
    }
}
