package org.pledgebook.query;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.query.assessment.ReleaseDocument;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.board.BoardDocument;
import org.pledgebook.query.partner.PartnerDocument;

/** The documents of a position are what its prefix of the record makes, in whatever order positions are asked for. */
class FoldedDocumentsTest {

    private static final int PARTNERS = 4;

    @Property(tries = 40)
    void givenARandomHistory_whenPositionsAreReadInAnyOrder_thenEachIsWhatItsPrefixMakes(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 500) int remembered) {
        var random = new Random(seed);
        var history = History.of(random, PARTNERS, 100 + random.nextInt(300));
        var states = MemoryCopy.of(history).states(remembered);

        for (var i = 0; i < 6; i++) {
            var position = random.nextInt(history.size() + 1) - 1;
            var reached = position + random.nextInt(history.size() - position);
            var prefix = TestBook.folded(history.subList(0, position + 1));
            var past = new FoldedDocuments(states, position, reached);

            Folds.ALL.stream()
                    .map(Fold::kind)
                    .forEach(kind -> assertThat(past.list(kind, Selection.ALL, Documents.UNLIMITED))
                            .as("%s at %d", kind.getSimpleName(), position)
                            .isEqualTo(of(kind, prefix)));
            TestBook.folded(history).values().stream()
                    .filter(document -> !(document instanceof AuditEntry))
                    .collect(groupingBy(Object::getClass, mapping(Folded::id, toList())))
                    .forEach((kind, ids) -> assertThat(found(past, kind.asSubclass(Folded.class), ids))
                            .as("%s at %d", kind.getSimpleName(), position)
                            .isEqualTo(of(kind.asSubclass(Folded.class), prefix)));
            var some = List.of(History.partner(0), History.partner(PARTNERS - 1));
            assertThat(past.list(ReleaseDocument.class, Selection.ALL.with("partner", some), Documents.UNLIMITED))
                    .isEqualTo(of(ReleaseDocument.class, prefix).stream()
                            .filter(release -> some.contains(release.partner()))
                            .toList());
            timelineIsThatOf(prefix, past, History.partner(random.nextInt(PARTNERS)), 1 + random.nextInt(40));
        }
    }

    private static void timelineIsThatOf(Map<Key, Folded> prefix, Documents past, String partner, int limit) {
        var all = of(AuditEntry.class, prefix).stream()
                .filter(entry -> partner.equals(entry.partner()))
                .toList();
        for (var falling : List.of(true, false)) {
            var expected = new ArrayList<>(all);
            if (falling) {
                expected.sort(Comparator.comparing(AuditEntry::id).reversed());
            }
            var read = new ArrayList<AuditEntry>();
            var selection = Selection.ALL;
            if (falling) {
                selection = selection.newestFirst();
            }
            List<AuditEntry> page;
            do {
                page = past.entries(
                        AuditEntry.class,
                        partner,
                        selection.after(
                                read.isEmpty()
                                        ? null
                                        : read.get(read.size() - 1).id()),
                        limit);
                read.addAll(page);
            } while (page.size() == limit);
            assertThat(read).isEqualTo(expected);
        }
    }

    @Test
    void givenABoard_whenItsPartnersAreListed_thenTheyAreThoseOfThatPosition_byIdAndPage() {
        var given = Given.board().partner("b").partner("a").partner("c");
        var states = MemoryCopy.of(given.events()).states(10);
        var board = Selection.ALL.with("board", Given.BOARD);

        assertThat(new FoldedDocuments(states, 4, 5).list(PartnerDocument.class, board, 1))
                .extracting(PartnerDocument::id)
                .containsExactly("a");
        assertThat(new FoldedDocuments(states, 4, 5).list(PartnerDocument.class, board.after("a"), 5))
                .extracting(PartnerDocument::id)
                .containsExactly("b");
        assertThat(new FoldedDocuments(states, 2, 5).list(PartnerDocument.class, board, 5))
                .isEmpty();
        assertThat(new FoldedDocuments(states, -1, 5).list(BoardDocument.class, Selection.ALL, 5))
                .isEmpty();
    }

    @Test
    void givenACopyThatGrows_whenALaterPositionIsRead_thenNothingThatWasRememberedHidesIt() {
        var events = Given.board().partner("a").events();
        var copy = MemoryCopy.of(events.subList(0, 3));
        var states = copy.states(10);
        var board = Selection.ALL.with("board", Given.BOARD);
        assertThat(new FoldedDocuments(states, 2, 2).list(PartnerDocument.class, board, 5))
                .isEmpty();
        assertThat(new FoldedDocuments(states, 2, 2).find(PartnerDocument.class, "a"))
                .isEmpty();

        copy.add(events.get(3));

        assertThat(new FoldedDocuments(states, 3, 3).list(PartnerDocument.class, board, 5))
                .hasSize(1);
        assertThat(new FoldedDocuments(states, 3, 3).find(PartnerDocument.class, "a"))
                .isPresent();
        assertThat(new FoldedDocuments(states, 2, 3).list(PartnerDocument.class, board, 5))
                .isEmpty();
    }

    @Test
    void givenACopyThatLacksAnEvent_whenItIsNeeded_thenThePastIsNotMadeUp() {
        var events = Given.board().partner("a").events();
        var copy = new MemoryCopy() {
            @Override
            public <D extends Folded> List<D> find(Class<D> kind, Collection<String> ids) {
                return super.find(kind, ids).stream()
                        .filter(one -> one instanceof Register || one.position() != 1)
                        .toList();
            }
        };
        events.forEach(copy::add);

        assertThatThrownBy(() -> new FoldedDocuments(copy.states(10), 3, 3).find(BoardDocument.class, Given.BOARD))
                .isInstanceOf(PastUnreadable.class)
                .hasMessageContaining("holds 2 of 3");
    }

    private static <D extends Folded> List<D> of(Class<D> kind, Map<Key, Folded> documents) {
        return documents.values().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(Comparator.comparing(Folded::id))
                .toList();
    }

    private static <D extends Folded> List<D> found(Documents past, Class<D> kind, List<String> ids) {
        return past.find(kind, ids).stream()
                .sorted(Comparator.comparing(Folded::id))
                .toList();
    }
}
