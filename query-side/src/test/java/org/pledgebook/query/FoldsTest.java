package org.pledgebook.query;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Language;
import org.pledgebook.shared.StreamId;

class FoldsTest {

    private static List<Recorded> history;

    @BeforeAll
    static void inventABookWithEveryEvent() {
        history = History.of(new Random(1), 8, 2_000);
        Set<Class<?>> invented =
                history.stream().map(recorded -> recorded.event().getClass()).collect(toSet());
        assertThat(invented)
                .as("the invented history holds every event of the language; teach it the new one")
                .isEqualTo(Set.copyOf(Language.EVENTS));
    }

    @Test
    void givenEveryEvent_whenFolded_thenADocumentChangesAndOneEntryTellsOfItInWords() {
        var documents = new MemoryDocuments();
        for (var recorded : history) {
            var after = documents.fold(recorded);

            assertThat(after).as(recorded.toString()).anyMatch(one -> !(one instanceof Entry));
            var told = after.stream()
                    .filter(AuditEntry.class::isInstance)
                    .map(AuditEntry.class::cast)
                    .toList();
            assertThat(told).as("exactly one fold tells of " + recorded.event()).hasSize(1);
            assertThat(told.get(0).words()).endsWith(".").doesNotContain("null").hasSizeGreaterThan(15);
            assertThat(told.get(0).position()).isEqualTo(recorded.position());
        }
    }

    @Test
    void givenEveryEventOfAPartner_whenFolded_thenItsTimelineTellsOfIt() {
        var documents = new MemoryDocuments();
        for (var recorded : history) {
            assertThat(documents.fold(recorded).stream()
                            .filter(AuditEntry.class::isInstance)
                            .map(AuditEntry.class::cast)
                            .filter(entry -> entry.partner() != null))
                    .hasSize(isAPartners(recorded.event()) ? 1 : 0);
        }
    }

    private static boolean isAPartners(Event event) {
        return Owner.of(event.stream()).startsWith(StreamId.partner(""));
    }

    @Test
    void givenEveryEvent_whenFolded_thenAllItChangesBelongsToTheOwnerOfItsStream() {
        var documents = new MemoryDocuments();
        for (var recorded : history) {
            assertThat(documents.fold(recorded)).allSatisfy(document -> {
                assertThat(document.owner()).isEqualTo(Owner.of(recorded.stream()));
                assertThat(document.position()).isEqualTo(recorded.position());
            });
        }
    }

    @Test
    void givenEveryEventFolded_whenItComesAgain_thenNothingChanges() {
        var documents = new MemoryDocuments();
        history.forEach(documents::fold);
        var before = documents.all();

        var again = history.stream().map(documents::fold).flatMap(List::stream).toList();

        assertThat(again).isEmpty();
        assertThat(documents.all()).isEqualTo(before);
    }

    @Test
    void givenAllEvents_whenFoldedOwnerByOwner_thenTheDocumentsAreThoseOfTheGlobalOrder() {
        var inOrder = new MemoryDocuments();
        history.forEach(inOrder::fold);

        var byOwner = new MemoryDocuments();
        for (var owner : new TreeSet<>(
                history.stream().map(one -> Owner.of(one.stream())).toList())) {
            history.stream().filter(one -> Owner.of(one.stream()).equals(owner)).forEach(byOwner::fold);
        }

        assertThat(byOwner.all()).isEqualTo(inOrder.all());
    }

    @Test
    void givenEveryFold_whenAskedForItsKind_thenNoTwoMakeTheSame() {
        assertThat(Folds.ALL.stream().map(Fold::kind).filter(Objects::nonNull)).doesNotHaveDuplicates();
    }
}
