package org.pledgebook.shared.assessment;

import org.pledgebook.shared.UpcasterStep;
import tools.jackson.databind.node.ObjectNode;

/**
 * Revision 2 of both assessment events: a submission has tables and, where the partner stated one, a total of its own;
 * a score has the indicators that are worked out of counts. Revision 1 had none of them.
 */
public final class AssessmentGainsFigures extends UpcasterStep {

    /** The step of one of the two events. */
    public AssessmentGainsFigures(String event) {
        super(event, 1);
    }

    @Override
    protected void lift(ObjectNode json) {
        ((ObjectNode) json.required("submission")).putArray("tables");
        ((ObjectNode) json.required("score")).putArray("indicators");
    }
}
