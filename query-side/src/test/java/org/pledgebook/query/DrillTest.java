package org.pledgebook.query;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Drill.Phase;
import org.pledgebook.query.Drill.Watcher;
import org.pledgebook.query.Findings.Deviation;
import org.pledgebook.query.Findings.What;
import org.pledgebook.shared.partner.PartnerEvent;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.partner.PartnerRenamed;
import org.pledgebook.shared.pledge.Status;
import org.springframework.data.mongodb.core.MongoOperations;

class DrillTest {

    private static final Watcher NOBODY = (phase, done, of) -> {};

    private static final List<Recorded> LONGER = History.of(new Random(5), 5, 900);
    private static final List<Recorded> HISTORY = LONGER.subList(0, 500);

    private static final TestBook BOOK = new TestBook(HISTORY).settled();

    private final List<Runnable> mending = new ArrayList<>();

    @AfterAll
    static void close() {
        BOOK.close();
    }

    @AfterEach
    void mend() {
        mending.forEach(Runnable::run);
    }

    @Test
    void givenASoundBook_whenItIsDrilledWhileStatementsGoOn_thenNothingDiffersAndNothingIsLeftBehind() {
        try (var book = new TestBook(HISTORY).settled()) {
            var more = new Object() {
                int appended = HISTORY.size();
            };
            var seen = new HashSet<Phase>();

            var findings = book.bean(Drill.class).run(7, (phase, done, of) -> {
                assertThat(done).isLessThanOrEqualTo(of);
                seen.add(phase);
                if (more.appended < LONGER.size()) {
                    book.append(LONGER.subList(more.appended, more.appended + 25));
                    more.appended += 25;
                    book.settled();
                }
            });

            assertThat(findings.differences()).isEmpty();
            assertThat(findings.differing()).isZero();
            assertThat(findings.unsettled()).isZero();
            assertThat(seen).containsExactlyInAnyOrder(Phase.values());
            assertThat(findings.position()).isEqualTo(HISTORY.size() - 1L);
            assertThat(findings.comparedUpTo()).isGreaterThan(findings.position());
            assertThat(findings.leaves()).isEqualTo(HISTORY.size());
            assertThat(findings.copies()).isBetween((long) HISTORY.size(), findings.comparedUpTo() + 1);
            assertThat(findings.documents()).isGreaterThan(HISTORY.size());
            assertThat(findings.moments())
                    .hasSizeGreaterThan(3)
                    .allSatisfy(moment -> assertThat(moment.answers()).isPositive());
            assertThat(shadows(book)).isEmpty();
        }
    }

    @Test
    void givenTwoBooksOfTheSameEvents_whenBothAreDrilled_thenTheDigestsAreTheSame() {
        try (var other = new TestBook(HISTORY).settled()) {
            var first = drilled();
            var second = drilled(other);

            assertThat(second.collections()).isEqualTo(first.collections());
            assertThat(second.root()).isEqualTo(first.root()).isNotNull();
            assertThat(first.collections().stream()
                            .mapToLong(Findings.Made::documents)
                            .sum())
                    .isEqualTo(first.documents() + first.copies());
        }
    }

    @Test
    void givenAnEmptyBook_whenItIsDrilled_thenThereIsNothingToFind() {
        try (var book = new TestBook(List.of())) {
            var findings = drilled(book);

            assertThat(findings.differing()).isZero();
            assertThat(findings.position()).isEqualTo(-1);
            assertThat(findings.root()).isNull();
        }
    }

    @Test
    void givenADocumentWhoseFieldWasChanged_whenDrilled_thenTheFieldAndTheEventItComesFromAreNamed() {
        var partner = partner();
        changed("partners", partner, "name", "Somebody else");

        var said = last(event -> event instanceof PartnerJoined joined
                        && joined.partner().equals(partner)
                || event instanceof PartnerRenamed renamed && renamed.partner().equals(partner));
        var findings = drilled();

        // What is answered of now is not compared with what is answered of then: only the document is wrong.
        assertThat(findings.differing()).isEqualTo(1);
        assertThat(findings.differences())
                .containsExactly(new Deviation(
                        "partners", partner, What.OTHER, "/name", said.position(), said.id(), said.type()));
    }

    @Test
    void givenADocumentThatClaimsToReflectWhatHasNotBeen_whenDrilled_thenItIsNotTakenForANewerOne() {
        changed("partners", partner(), "position", 1_000_000L);

        assertThat(drilled().differences()).singleElement().satisfies(found -> {
            assertThat(found.document()).isEqualTo(partner());
            assertThat(found.field()).isEqualTo("/position");
        });
    }

    @Test
    void givenDocumentsThatWereTakenAwayOrPutIn_whenDrilled_thenBothAreFound() {
        var lost = lost("pledges", new Document()).getString("_id");
        put("pledges", new Document("_id", "zz/2023/1").append("position", 3L));
        put("pledges", new Document("_id", new ObjectId()).append("position", 3L));
        var entry = lost("audit", new Document());

        var findings = drilled();

        assertThat(findings.differing()).isEqualTo(4);
        assertThat(findings.differences())
                .filteredOn(found -> found.where().equals("pledges"))
                .extracting(Deviation::what)
                .containsExactly(What.MISSING, What.UNFOUNDED, What.UNFOUNDED);
        assertThat(findings.differences())
                .filteredOn(found -> found.document().equals(lost))
                .singleElement()
                .satisfies(found -> assertThat(found.event()).isNotNull());
        assertThat(findings.differences())
                .filteredOn(found -> found.where().equals("audit"))
                .singleElement()
                .returns(entry.getString("_id"), Deviation::document)
                .returns(entry.getString("event"), Deviation::event);
    }

    @Test
    void givenACopyOfAnEventThatWasChanged_whenDrilled_thenItIsFound_andSoIsOneThatIsMissing() {
        var changed = last(event -> event instanceof PartnerRenamed);
        changed("events", Entry.padded(changed.position()), "payload", "{}");
        var lost = last(event -> event instanceof PartnerJoined);
        lost("events", eq("_id", Entry.padded(lost.position())));

        assertThat(drilled().differences())
                .filteredOn(found -> found.where().equals("events"))
                .containsExactlyInAnyOrder(
                        new Deviation(
                                "events",
                                Entry.padded(changed.position()),
                                What.OTHER,
                                "/payload",
                                changed.position(),
                                changed.id(),
                                changed.type()),
                        new Deviation(
                                "events",
                                Entry.padded(lost.position()),
                                What.MISSING,
                                null,
                                lost.position(),
                                lost.id(),
                                lost.type()));
    }

    /** The cache of states is damaged alone: the copy that it was made from is mended before the drill. */
    @Test
    void givenAnAnswerOfThePastThatIsALie_whenDrilled_thenItIsFound() {
        try (var book = new TestBook(HISTORY).settled()) {
            var renamed = last(event -> event instanceof PartnerRenamed);
            var events = book.bean(MongoOperations.class).getCollection("events");
            var copy = eq("_id", Entry.padded(renamed.position()));
            var sound = events.find(copy).first();
            events.updateOne(
                    copy,
                    set(
                            "payload",
                            sound.getString("payload").replaceFirst("\"name\":\"[^\"]*\"", "\"name\":\"A lie\"")));
            var partner = ((PartnerEvent) renamed.event()).partner();
            assertThat(name(book, partner)).isEqualTo("A lie");
            events.replaceOne(copy, sound);

            assertThat(drilled(book).differences())
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(found.where()).startsWith("as of 20"))
                    .anySatisfy(found -> {
                        assertThat(found.document()).isEqualTo("/api/partners/" + partner);
                        assertThat(found.field()).isEqualTo("/name");
                        assertThat(found.event()).isNotNull();
                    });
        }
    }

    @Test
    void givenALogWhoseLeafWasChanged_whenDrilled_thenTheLeafIsFoundAndTheRootDoesNotHold() {
        BOOK.bean(ProofLog.class).catchUp();
        var hashes = collection("log")
                .find(eq("_id", Tile.id(0, 1)))
                .first()
                .get("hashes", Binary.class)
                .getData()
                .clone();
        hashes[5 * 32] ^= 1;
        changed("log", Tile.id(0, 1), "hashes", new Binary(hashes));

        var event = HISTORY.get(Tile.WIDTH + 5);
        assertThat(drilled().differences())
                .contains(new Deviation("log", "261", What.OTHER, "/hash", event.position(), event.id(), event.type()));
    }

    @Test
    void givenADrillThatIsInterrupted_whenItEnds_thenNothingIsLeftBehind() {
        assertThatThrownBy(() -> BOOK.bean(Drill.class)
                        .run(7, (phase, done, of) -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(shadows()).isEmpty();
    }

    @Test
    void givenWhatKilledDrillsLeftBehind_whenItIsCleared_thenThatOfALaterOneStays() {
        for (var number : List.of(1, 7, 12)) {
            var left = collection("drill-" + number + "-pledges");
            left.insertOne(new Document("_id", "x"));
            mending.add(left::drop);
        }

        BOOK.bean(Drill.class).clear(7);

        assertThat(shadows()).containsExactly("drill-12-pledges");
    }

    @Test
    void givenAnEventThatCannotBeFolded_whenDrilled_thenItSaysWhichAndLeavesNothingBehind() {
        var broken = Given.board()
                .correction("b", 1, 1, Given.report(Status.AT_RISK, "No."))
                .events();
        try (var book = new TestBook(broken)) {
            assertThatThrownBy(() -> drilled(book))
                    .isInstanceOf(DrillFailed.class)
                    .hasMessageContaining("at position 3 cannot be folded");
            assertThat(shadows(book)).isEmpty();
        }
    }

    @Test
    void givenAnEventOfALaterVersion_whenDrilled_thenItSaysSo() {
        try (var book = new TestBook(List.of())) {
            book.events.appendStored("pledge-sung", "7", "{}".getBytes(UTF_8));

            assertThatThrownBy(() -> drilled(book))
                    .isInstanceOf(DrillFailed.class)
                    .hasMessageContaining(
                            "after position -1 cannot be read: This program does not know the event 'pledge-sung'");
        }
    }

    @Test
    void givenEveryKindOfDocument_whenTheyAreListed_thenADrillComparesEachOfThem() {
        var kinds = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.pledgebook.query").stream()
                        .filter(Predicates.assignableTo(Folded.class).and(Predicates.assignableTo(Record.class)))
                        .map(found -> found.reflect())
                        .filter(kind -> kind != Tile.class)
                        .toList();

        assertThat(kinds).hasSizeGreaterThan(15);
        assertThat(Set.<Class<?>>copyOf(MongoMapping.FOLDED)).containsExactlyInAnyOrderElementsOf(kinds);
    }

    private static Findings drilled() {
        return drilled(BOOK);
    }

    private static Findings drilled(TestBook book) {
        return book.bean(Drill.class).run(1, NOBODY);
    }

    private static List<String> shadows() {
        return shadows(BOOK);
    }

    private static List<String> shadows(TestBook book) {
        return book.bean(MongoOperations.class).getCollectionNames().stream()
                .filter(name -> name.startsWith("drill-"))
                .toList();
    }

    private static MongoCollection<Document> collection(String name) {
        return BOOK.bean(MongoOperations.class).getCollection(name);
    }

    /** Changes a document until the test is over. */
    private Document changed(String collection, String id, String field, Object value) {
        var before = collection(collection).findOneAndUpdate(eq("_id", id), set(field, value));
        assertThat(before.get(field)).isNotEqualTo(value);
        mending.add(() -> collection(collection).replaceOne(eq("_id", id), before));
        return before;
    }

    private Document lost(String collection, Bson which) {
        var before = collection(collection).findOneAndDelete(which);
        mending.add(() -> collection(collection).insertOne(before));
        return before;
    }

    private void put(String collection, Document document) {
        collection(collection).insertOne(document);
        mending.add(() -> collection(collection).deleteOne(eq("_id", document.get("_id"))));
    }

    private static String name(TestBook book, String partner) {
        var head = HISTORY.get(HISTORY.size() - 1);
        return book.bean(Past.class)
                .at(new Moment(head.position(), head.recordedAt()))
                .partners()
                .find(partner)
                .orElseThrow()
                .name();
    }

    /** One that has been renamed. */
    private String partner() {
        return ((PartnerEvent) last(event -> event instanceof PartnerRenamed).event()).partner();
    }

    private Recorded last(Predicate<Object> wanted) {
        return HISTORY.stream()
                .filter(recorded -> wanted.test(recorded.event()))
                .reduce((one, other) -> other)
                .orElseThrow();
    }
}
