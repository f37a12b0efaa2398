package org.pledgebook.query.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folded;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.query.Queries;
import org.pledgebook.query.assessment.AssessmentDocument;
import org.pledgebook.query.board.BoardDocument;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.pledge.PledgeDocument;
import org.pledgebook.query.support.SupportDocument;

/** What can be compared: things with an answer of their own. They are listed in this order. */
public enum ThingKind {
    BOARD(BoardDocument.class) {
        @Override
        Optional<Record> find(Queries at, String id) {
            return at.boards().find(id).map(Record.class::cast);
        }
    },
    PARTNER(PartnerDocument.class) {
        @Override
        Optional<Record> find(Queries at, String id) {
            return at.partners().find(id).map(Record.class::cast);
        }
    },
    ASSESSMENT(AssessmentDocument.class) {
        @Override
        Optional<Record> find(Queries at, String id) {
            var parts = id.split("/", -1);
            return at.assessments().find(parts[0], parts[1]).map(Record.class::cast);
        }
    },
    PLEDGE(PledgeDocument.class) {
        @Override
        Optional<Record> find(Queries at, String id) {
            var parts = id.split("/", -1);
            return at.pledges()
                    .find(parts[0], parts[1], Integer.parseInt(parts[2]))
                    .map(Record.class::cast);
        }
    },
    SUPPORT(SupportDocument.class) {
        @Override
        Optional<Record> find(Queries at, String id) {
            var parts = id.split("/", -1);
            return at.support().find(parts[0], Integer.parseInt(parts[1])).map(Record.class::cast);
        }
    };

    private final Class<? extends Folded> document;

    ThingKind(Class<? extends Folded> document) {
        this.document = document;
    }

    /** The thing as it stands there. */
    abstract Optional<Record> find(Queries at, String id);

    /** What kind of thing a document is about; null where it is a thing's only in part. */
    static @Nullable ThingKind of(Key document) {
        for (var kind : values()) {
            if (kind.document == document.kind()) {
                return kind;
            }
        }
        return null;
    }

    /** Whether it is over by now: nobody says anything more of it. */
    static boolean isOver(Record thing) {
        return thing instanceof PartnerView partner && partner.leftAt() != null;
    }
}
