package org.pledgebook.query;

import java.time.Clock;
import org.pledgebook.query.assessment.AssessmentQueries;
import org.pledgebook.query.assessment.ReferenceQueries;
import org.pledgebook.query.assessment.ReleaseQueries;
import org.pledgebook.query.audit.HistoryQueries;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.framework.FrameworkQueries;
import org.pledgebook.query.partner.PartnerQueries;
import org.pledgebook.query.pledge.PledgeQueries;
import org.pledgebook.query.support.SupportQueries;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The queries that can be asked of any point of the record, all standing on the same one: now, or a moment of the past. */
@Component
public record Queries(
        AssessmentQueries assessments,
        BoardQueries boards,
        FrameworkQueries frameworks,
        HistoryQueries histories,
        PartnerQueries partners,
        PledgeQueries pledges,
        ReferenceQueries references,
        ReleaseQueries releases,
        SupportQueries support) {

    /** Those that stand on now. */
    @Autowired
    public Queries {}

    /** Those that stand on these documents, judge by this clock, and tell stories up to there. */
    static Queries on(Documents documents, Clock clock, HistoryQueries histories) {
        return new Queries(
                new AssessmentQueries(documents),
                new BoardQueries(documents, clock),
                new FrameworkQueries(documents),
                histories,
                new PartnerQueries(documents),
                new PledgeQueries(documents),
                new ReferenceQueries(documents),
                new ReleaseQueries(documents),
                new SupportQueries(documents));
    }
}
