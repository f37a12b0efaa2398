package org.pledgebook.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Folded;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.query.MemoryPast;
import org.pledgebook.query.pledge.PledgeSetDocument;
import org.pledgebook.query.support.SupportSetDocument;
import org.pledgebook.shared.StreamId;

class ThingKindTest {

    /** They sum up what other documents say. */
    private static final List<Class<? extends Folded>> SUMS =
            List.of(PledgeSetDocument.class, SupportSetDocument.class);

    @Test
    void givenEveryDocumentOfABoardOrPartner_whenThingsAreCompared_thenItIsOneOfThem() {
        assertThat(MemoryPast.folds())
                .filteredOn(fold ->
                        List.of(StreamId.board(""), StreamId.partner("")).contains(fold.owners()))
                .extracting(Fold::kind)
                .filteredOn(kind -> !SUMS.contains(kind))
                .isNotEmpty()
                .allSatisfy(
                        kind -> assertThat(ThingKind.of(new Key(kind, "id"))).isNotNull());
    }
}
