package org.pledgebook.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.MemoryPast;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Page;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.audit.CompareQueries.Scope;
import org.pledgebook.query.audit.Compared.Change;
import org.pledgebook.query.audit.Compared.FieldChange;
import org.pledgebook.shared.partner.PartnerLeft;
import org.pledgebook.shared.pledge.PledgeContinued;
import org.pledgebook.shared.pledge.Status;

/** What is other than it was. */
class CompareQueriesTest {

    private static final Scope BOARD = new Scope(Given.BOARD, null, null);

    private final List<Recorded> events = Given.board()
            .partner("a")
            .partner("b")
            .pledge("a", Given.CYCLE, 1, "Younger", Given.seats())
            .at("2023-04-10T09:00:00Z")
            .progress("a", 1, 1, Status.ON_TRACK, Given.seats("2"))
            .at("2023-05-02T09:00:00Z")
            .correction("a", 1, 1, Given.report(Status.AT_RISK, "We met.", Given.seats("1.5")))
            .pledge("b", Given.CYCLE, 1, "Older")
            .said(new PartnerLeft(Given.BOARD, "b", "Closed."))
            .events();

    @Test
    void givenACorrection_whenTheDaysAroundItAreCompared_thenEachFieldSaysThenNowAndWhichEventDidIt() {
        var changed = compare(BOARD, 6, 7);

        assertThat(changed).hasSize(1);
        var pledge = changed.get(0);
        assertThat(pledge.kind()).isEqualTo(ThingKind.PLEDGE);
        assertThat(pledge.id()).isEqualTo("a/2023/1");
        assertThat(pledge.change()).isEqualTo(Change.CHANGED);
        assertThat(pledge.trend()).isEqualTo(Trend.WORSE);
        assertThat(pledge.fields())
                .extracting(FieldChange::field)
                .containsExactlyInAnyOrder(
                        "/status",
                        "/measures/seats/reading",
                        "/measures/seats/attainment",
                        "/reports/2023-Q1/status",
                        "/reports/2023-Q1/corrected",
                        "/reports/2023-Q1/readings/seats/value");
        assertThat(field(pledge, "/status")).satisfies(status -> {
            assertThat(status.then()).isEqualTo(Status.ON_TRACK);
            assertThat(status.now()).isEqualTo(Status.AT_RISK);
            assertThat(status.trend()).isEqualTo(Trend.WORSE);
            assertThat(Objects.requireNonNull(status.by()))
                    .returns(7L, Doing::position)
                    .returns("progress-corrected", Doing::type)
                    .returns("p-editor", Doing::actor)
                    .returns("We had miscounted.", Doing::reason);
        });
    }

    @Test
    void givenAllThatWasRecorded_whenItIsComparedWithNothing_thenEverythingIsNew_theBoardFirstThenPartnerByPartner() {
        var changed = compare(BOARD, -1, 7);

        assertThat(changed)
                .extracting(one -> one.kind() + " " + one.id())
                .containsExactly("BOARD islington", "PARTNER a", "PLEDGE a/2023/1", "PARTNER b");
        assertThat(changed).extracting(Compared::change).containsOnly(Change.NEW);
        assertThat(field(changed.get(2), "/measures/seats/target").by())
                .returns("pledge-made", by -> Objects.requireNonNull(by).type());
    }

    @Test
    void givenAPartnerThatLeft_whenItIsCompared_thenItIsGone() {
        assertThat(compare(new Scope(null, "b", null), 8, 9))
                .extracting(Compared::change)
                .containsExactly(Change.GONE);
    }

    @Test
    void givenPledgesThatWereWithdrawnAndContinued_whenCompared_thenTheOneIsGoneAndTheOtherSaysWhereItGoesOn() {
        var lived = Given.board()
                .partner("a")
                .pledge("a", Given.SILENT, 1, "Listen")
                .pledge("a", Given.CYCLE, 1, "Younger")
                .withdrawal("a", 1)
                .said(new PledgeContinued(
                        Given.BOARD,
                        "a",
                        Given.CYCLE,
                        2,
                        Given.SILENT,
                        1,
                        Given.commitment("Listen"),
                        "There is more to hear.",
                        null))
                .events();

        var changed = new CompareQueries(MemoryPast.of(lived))
                .compare(BOARD, MemoryPast.after(lived, 5), MemoryPast.after(lived, 7), null, 100)
                .items();

        assertThat(changed)
                .extracting(one -> one.id() + " " + one.change())
                .containsExactly("a/2022/1 CHANGED", "a/2023/1 GONE", "a/2023/2 NEW");
        assertThat(changed.get(0).fields())
                .singleElement()
                .returns("/continuedAs", FieldChange::field)
                .returns("a/2023/2", FieldChange::now)
                .satisfies(field ->
                        assertThat(Objects.requireNonNull(field.by()).type()).isEqualTo("pledge-continued"));
    }

    @Test
    void givenAPledge_whenItIsComparedAlone_thenNothingElseOfThePartnerIsThere() {
        assertThat(compare(new Scope(null, null, "a/2023/1"), -1, 9))
                .extracting(Compared::id)
                .containsExactly("a/2023/1");
        assertThat(compare(new Scope(null, "a", null), -1, 9)).hasSize(2);
        assertThat(compare(BOARD, 9, 9)).isEmpty();
    }

    @Test
    void givenPages_whenMoreIsRecordedBetweenThem_thenAllOfThemSpeakOfTheFirstOnesMoment() {
        var queries = new CompareQueries(MemoryPast.of(events));
        var first = queries.compare(BOARD, moment(-1), moment(6), null, 2);

        var second = queries.compare(BOARD, moment(-1), moment(9), first.next(), 100);

        assertThat(field(second.items().get(0), "/status").now()).isEqualTo(Status.ON_TRACK);
    }

    @Test
    void givenACursorOfAnotherList_whenItIsUsed_thenItIsRefused() {
        for (var cursor : List.of("x", "0000000000000000007", "7.", "7.A")) {
            assertThatThrownBy(() ->
                            new CompareQueries(MemoryPast.of(events)).compare(BOARD, moment(-1), moment(6), cursor, 2))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property(tries = 20)
    void givenThreeMoments_whenTheyAreCompared_thenTheStepsAddUpToTheWhole_onPagesOfAnySize(@ForAll long seed) {
        var random = new Random(seed);
        var history = MemoryPast.history(random, 5, 60 + random.nextInt(140));
        var queries = new CompareQueries(MemoryPast.of(history));
        var positions = random.ints(3, -1, history.size()).sorted().toArray();
        var moments = Arrays.stream(positions)
                .mapToObj(position -> MemoryPast.after(history, position))
                .toList();

        for (var board : MemoryPast.boards()) {
            var scope = new Scope(board, null, null);
            var whole = all(queries, scope, moments.get(0), moments.get(2), 500);
            var steps = new HashMap<String, List<@Nullable Object>>();
            all(queries, scope, moments.get(0), moments.get(1), 2 + random.nextInt(20))
                    .forEach(change -> add(steps, change));
            all(queries, scope, moments.get(1), moments.get(2), 2 + random.nextInt(20))
                    .forEach(change -> add(steps, change));
            steps.values().removeIf(thenAndNow -> Objects.equals(thenAndNow.get(0), thenAndNow.get(1)));

            var once = new HashMap<String, List<@Nullable Object>>();
            whole.forEach(change -> add(once, change));
            assertThat(steps)
                    .as("seed %d, %s at %s", seed, board, Arrays.toString(positions))
                    .isEqualTo(once);
            assertThat(whole)
                    .allSatisfy(change -> assertThat(change.fields())
                            .allSatisfy(field -> assertThat(
                                            Objects.requireNonNull(field.by(), change + " " + field.field())
                                                    .position())
                                    .isGreaterThan(positions[0])
                                    .isLessThanOrEqualTo(positions[2])));
        }
    }

    private static List<Compared> all(CompareQueries queries, Scope scope, Moment from, Moment to, int limit) {
        var all = new ArrayList<Compared>();
        Page<Compared> page = new Page<>(List.of(), null);
        do {
            page = queries.compare(scope, from, to, page.next(), limit);
            all.addAll(page.items());
        } while (page.next() != null);
        return all;
    }

    private static void add(Map<String, List<@Nullable Object>> fields, Compared change) {
        for (var field : change.fields()) {
            fields.merge(
                    change.kind() + " " + change.id() + field.field(),
                    Arrays.asList(field.then(), field.now()),
                    (first, second) -> Arrays.asList(first.get(0), second.get(1)));
        }
    }

    private List<Compared> compare(Scope scope, int from, int to) {
        return new CompareQueries(MemoryPast.of(events))
                .compare(scope, moment(from), moment(to), null, 100)
                .items();
    }

    private Moment moment(int position) {
        return MemoryPast.after(events, position);
    }

    private static FieldChange field(Compared thing, String field) {
        return thing.fields().stream()
                .filter(one -> one.field().equals(field))
                .findFirst()
                .orElseThrow();
    }
}
