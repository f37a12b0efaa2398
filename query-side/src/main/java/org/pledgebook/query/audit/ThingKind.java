package org.pledgebook.query.audit;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folded;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.query.Queries;
import org.pledgebook.query.assessment.AssessmentDocument;
import org.pledgebook.query.assessment.ReleaseDocument;
import org.pledgebook.query.board.BoardDocument;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.pledge.Continuation;
import org.pledgebook.query.pledge.PledgeDocument;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.Standing;
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
    PLEDGE(PledgeDocument.class, Continuation.class) {
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
    },
    RELEASE(ReleaseDocument.class) {
        @Override
        Optional<Record> find(Queries at, String id) {
            var parts = id.split("/", -1);
            return at.releases().find(parts[0], Integer.parseInt(parts[1])).map(Record.class::cast);
        }
    };

    private final List<Class<? extends Folded>> documents;

    /** @param documents what its answer is made of, under the thing's id; the first has most of it */
    @SafeVarargs
    ThingKind(Class<? extends Folded>... documents) {
        this.documents = List.of(documents);
    }

    /** Names the thing, whichever of its documents changed. */
    Key key(String id) {
        return new Key(documents.get(0), id);
    }

    /** The thing as it stands there. */
    abstract Optional<Record> find(Queries at, String id);

    /** The kind of thing that a document of that id is of; null where it only sums up others. */
    static @Nullable ThingKind of(Key document) {
        for (var kind : values()) {
            if (kind.documents.contains(document.kind())) {
                return kind;
            }
        }
        return null;
    }

    /** Whether it is over by now: nobody says anything more of it. */
    static boolean isOver(Record thing) {
        return thing instanceof PartnerView partner && partner.leftAt() != null
                || thing instanceof PledgeView pledge && pledge.standing() == Standing.WITHDRAWN;
    }
}
