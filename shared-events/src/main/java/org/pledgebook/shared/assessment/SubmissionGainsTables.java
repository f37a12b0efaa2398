package org.pledgebook.shared.assessment;

import org.pledgebook.shared.UpcasterStep;
import tools.jackson.databind.node.ObjectNode;

/**
 * Revision 2 of both assessment events: a submission has a total that the partner stated, where it stated one, and
 * tables. In revision 1 nobody could give either.
 */
public final class SubmissionGainsTables extends UpcasterStep {

    /** The step of one of the two events. */
    public SubmissionGainsTables(String event) {
        super(event, 1);
    }

    @Override
    protected void lift(ObjectNode json) {
        ((ObjectNode) json.required("submission")).putArray("tables");
    }
}
