package org.pledgebook.command.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.CYCLE;
import static org.pledgebook.command.Examples.CYCLE_CLOSED;
import static org.pledgebook.command.Examples.CYCLE_OPENED;
import static org.pledgebook.command.Examples.ETHNIC_GROUP;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.SUBMISSION;
import static org.pledgebook.command.Examples.day;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pledgebook.command.Book;
import org.pledgebook.command.assessment.SmallCells.Earlier;
import org.pledgebook.shared.assessment.AssessmentResubmitted;
import org.pledgebook.shared.assessment.AssessmentSubmitted;
import org.pledgebook.shared.assessment.ReleaseTable;
import org.pledgebook.shared.assessment.ReleasedTable;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedCount;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedGroup;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.TableReleased;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.assessment.UsageTable.Group;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.board.SmallNumbersPolicySet;

class ReleasesTest {

    private static final Score NO_SCORE = new Score(null, null, null, List.of(), List.of());
    private static final ReleaseTable RELEASE = new ReleaseTable(PARTNER, CYCLE, ETHNIC_GROUP.id(), null);
    private static final SmallNumbers UNROUNDED = new SmallNumbers(7, "few", null, List.of());

    /** Four others, and the largest group, are masked; the rest is rounded to the nearest five. */
    private static final ReleasedTable SHOWN = new ReleasedTable(
            "ethnic-group",
            "People seen, by ethnic group",
            "race",
            day("2022-04-01"),
            day("2023-03-31"),
            List.of(
                    masked("white", "White"),
                    shown("black", "Black", 60),
                    shown("asian", "Asian", 45),
                    shown("mixed", "Mixed", 10),
                    masked("other", "Other")),
            new ReleasedCount(false, 20),
            new ReleasedCount(false, 10),
            null,
            380,
            null,
            7,
            "*",
            5);

    private final Book book = Book.of(Releases.class).given(BOARD_ESTABLISHED, CYCLE_OPENED, PARTNER_JOINED);

    private boolean submitted;
    private int releases;

    @BeforeEach
    void noPolicyOfItsOwn() {
        assertThat(ETHNIC_GROUP.sum()).isEqualTo(ETHNIC_GROUP.total());
    }

    @Test
    void givenAssessmentWithATable_whenItIsReleased_thenSmallCountsAndOneMoreAreMaskedAndTheRestIsRounded() {
        given(ETHNIC_GROUP);

        book.when(RELEASE).then(released(1, 1, SHOWN)).answers("healthwatch/1", 1);
    }

    @Test
    void givenBoardsOwnPolicy_whenReleased_thenItIsTheOneThatCounts() {
        given(ETHNIC_GROUP);
        book.given(new SmallNumbersPolicySet(BOARD, new SmallNumbers(3, "few", null, List.of()), null));

        var all = SmallCells.release(ETHNIC_GROUP, new SmallNumbers(3, "few", null, List.of()), List.of(), null);

        assertThat(all.masked()).isFalse();
        assertThat(all.groups()).extracting(ReleasedGroup::count).containsExactly(232, 61, 43, 12, 4);
        assertThat(all.total()).isEqualTo(381);
        book.when(RELEASE).then(released(1, 1, all));
    }

    @Test
    void givenGroupNamedToGoWithSmallOnes_whenReleased_thenItIsMaskedInsteadOfTheLargest() {
        given(ETHNIC_GROUP);

        var shown = SmallCells.release(ETHNIC_GROUP, SmallNumbers.USUAL, List.of(), "black");

        assertThat(shown.groups().stream().filter(ReleasedGroup::masked).map(ReleasedGroup::id))
                .containsExactly("black", "other");
        book.when(with(RELEASE, "with", "black")).then(released(1, 1, shown));
    }

    @Test
    void givenNoSuchGroupOrASmallOne_whenNamedToGoWithSmallOnes_thenItIsRefused() {
        given(ETHNIC_GROUP);
        book.when(with(RELEASE, "with", "green")).refused("unknown-group", 422, "/with");
        book.when(with(RELEASE, "with", "other")).refused("companion-small", 422, "/with");
    }

    @Test
    void givenNoSuchPartnerCycleAssessmentOrTable_whenReleased_thenItIsUnknown() {
        book.when(RELEASE).refused("not-found", 404);
        given(ETHNIC_GROUP);
        book.when(with(RELEASE, "partner", "nobody")).refused("not-found", 404);
        book.when(with(RELEASE, "cycle", "2019")).refused("not-found", 404);
        book.when(with(RELEASE, "table", "religion")).refused("not-found", 404);
    }

    @Test
    void givenClosedCycle_whenReleased_thenItIsTakenAllTheSame() {
        given(ETHNIC_GROUP);
        book.given(CYCLE_CLOSED).when(RELEASE).then(released(1, 1, SHOWN));
    }

    @Test
    void givenTableThatDoesNotAddUp_whenReleased_thenItIsRefused() {
        given(with(ETHNIC_GROUP, "total", 400));

        var refusal = book.when(RELEASE).refused("table-does-not-add-up", 409);

        assertThat(refusal.detail()).contains("come to 381 and its total says 400");
    }

    @Test
    void givenFewPeople_whenReleased_thenThereIsNobodyToHideAmong() {
        given(table(Map.of("women", 8, "men", 6)));
        book.when(RELEASE).refused("too-few-to-mask-among", 409);
    }

    @Test
    void givenOnePersonMoreThanTwiceTheThreshold_whenReleased_thenItIsEnough() {
        given(table(Map.of("women", 9, "men", 6)));
        book.when(RELEASE)
                .then(released(
                        1,
                        1,
                        SmallCells.release(table(Map.of("women", 9, "men", 6)), SmallNumbers.USUAL, List.of(), null)));
    }

    @Test
    void givenTwoGroupsThatAreNearlyTheLargest_whenReleased_thenOneHasToBeNamed() {
        var table = table(sexes(120, 118, 3));
        given(table);
        book.when(RELEASE).refused("companion-not-named", 409);
        book.when(with(RELEASE, "with", "men"))
                .then(released(1, 1, SmallCells.release(table, SmallNumbers.USUAL, List.of(), "men")));
    }

    @Test
    void givenTableReleased_whenItIsReleasedAgainAsItIs_thenItIsNoNews() {
        given(ETHNIC_GROUP);
        release(ETHNIC_GROUP, SHOWN);

        book.when(RELEASE).refused("released-already", 409);
    }

    @Test
    void givenTableReleased_whenALargeShownCountIsRestated_thenItIsReleasedWithTheSameMasked() {
        given(ETHNIC_GROUP);
        release(ETHNIC_GROUP, SHOWN);
        var restated = with(with(ETHNIC_GROUP, "notStated", 60), "total", 421);
        given(restated);

        var shown = SmallCells.release(restated, SmallNumbers.USUAL, List.of(new Earlier(ETHNIC_GROUP, SHOWN)), null);

        assertThat(shown.groups()).isEqualTo(SHOWN.groups());
        assertThat(shown.notStated()).isEqualTo(new ReleasedCount(false, 60));
        book.when(RELEASE).then(released(2, 2, shown)).answers("healthwatch/2", 1);
    }

    @Test
    void givenEverythingShown_whenACountIsSmallLater_thenItsDifferenceWouldTellIt() {
        refusesAfter(sexes(120, 90, 12), sexes(120, 90, 5), "a count was shown before that must be masked now");
    }

    @Test
    void givenSomethingMasked_whenAnotherCountIsSmallLater_thenItsDifferenceWouldTellIt() {
        refusesAfter(sexes(120, 40, 5), sexes(120, 6, 5), "a count that was shown before is small now");
    }

    @Test
    void givenSomethingMasked_whenItIsSmallNoLonger_thenShowingOrMaskingItWouldTellOfBefore() {
        refusesAfter(sexes(120, 40, 5), sexes(120, 40, 8), "a count that was masked before is small no longer");
    }

    @Test
    void givenSomethingMasked_whenItChangesByFewPeople_thenTheTotalWouldTell() {
        refusesAfter(sexes(120, 40, 5), sexes(120, 40, 2), "changed by too few people");
        refusesAfter(sexes(120, 40, 5), sexes(127, 40, 5), "changed by too few people");
    }

    @Test
    void givenSomethingMasked_whenTheCompanionChangesByMoreThanTheSmallCountsCould_thenItIsReleased() {
        given(table(sexes(120, 40, 5)));
        release(table(sexes(120, 40, 5)), first(sexes(120, 40, 5)));
        var later = table(sexes(130, 41, 3));
        given(later);

        var shown = SmallCells.release(
                later,
                SmallNumbers.USUAL,
                List.of(new Earlier(table(sexes(120, 40, 5)), first(sexes(120, 40, 5)))),
                null);

        book.when(RELEASE).then(released(2, 2, shown));
    }

    @Test
    void givenSomethingMasked_whenAGroupIsSplitOrRenamed_thenItsPartsWouldTell() {
        refusesAfter(
                sexes(120, 40, 5),
                counts("women", 120, "men", 40, "other", 3, "non-binary", 2),
                "released before with other groups");
        refusesAfter(
                sexes(120, 40, 5), counts("women", 120, "men", 40, "another", 5), "released before with other groups");
    }

    @Test
    void givenSamePeopleUnderAnotherId_whenReleased_thenTheyAreHeldBesideWhatWasReleased() {
        var merged = with(table(counts("women", 125, "men", 40)), "id", "sexes");
        given(table(sexes(120, 40, 5)));
        release(table(sexes(120, 40, 5)), first(sexes(120, 40, 5)));
        given(merged);

        book.when(with(RELEASE, "table", "sexes")).refused("release-would-reveal", 409);

        given(with(with(merged, "startsOn", day("2022-01-01")), "endsOn", day("2022-03-31")));
        book.when(with(RELEASE, "table", "sexes"))
                .then(released(
                        2,
                        3,
                        SmallCells.release(
                                with(with(merged, "startsOn", day("2022-01-01")), "endsOn", day("2022-03-31")),
                                SmallNumbers.USUAL,
                                List.of(),
                                null)));
    }

    @Test
    void givenHigherThreshold_whenWhatWasShownIsSmallUnderIt_thenItCannotBeTakenBack() {
        given(table(sexes(120, 40, 9)));
        release(table(sexes(120, 40, 9)), first(sexes(120, 40, 9)));
        book.given(new SmallNumbersPolicySet(BOARD, new SmallNumbers(10, "*", 5, List.of()), null))
                .when(RELEASE)
                .refused("release-would-reveal", 409);
    }

    @Test
    void givenLowerThreshold_whenReleasedAgain_thenWhatWasMaskedStaysMasked() {
        given(table(sexes(120, 40, 5)));
        release(table(sexes(120, 40, 5)), first(sexes(120, 40, 5)));
        book.given(new SmallNumbersPolicySet(BOARD, new SmallNumbers(3, "few", null, List.of()), null));

        var shown = SmallCells.release(
                table(sexes(120, 40, 5)),
                new SmallNumbers(3, "few", null, List.of()),
                List.of(new Earlier(table(sexes(120, 40, 5)), first(sexes(120, 40, 5)))),
                null);

        assertThat(shown.groups().stream().filter(ReleasedGroup::masked).map(ReleasedGroup::id))
                .containsExactly("women", "other");
        book.when(RELEASE).then(released(2, 1, shown));
    }

    @Test
    void givenOneGroupMaskedAlong_whenAnotherIsNamedLater_thenTheTwoTogetherWouldTell() {
        given(table(sexes(120, 40, 5)));
        release(table(sexes(120, 40, 5)), first(sexes(120, 40, 5)));

        book.when(with(RELEASE, "with", "men")).refused("release-would-reveal", 409);
        book.when(with(RELEASE, "with", "women")).refused("released-already", 409);
    }

    /** Had the year women's count, whoever knows one half's would know the other's, which is masked. */
    @Test
    void givenTwoSpansInWhichOtherCountsWereMasked_whenBothAreReleasedInOne_thenItWouldTell() {
        var first = table(counts("men", 300, "women", 120, "other", 5));
        var second = with(
                spanning(table(counts("men", 300, "women", 6, "other", 0)), "2023-04-01", "2023-04-10"),
                "id",
                "spring");
        given(first);
        release(first, first(counts("men", 300, "women", 120, "other", 5)));
        given(second);
        book.given(released(2, 2, SmallCells.release(second, SmallNumbers.USUAL, List.of(), null)));

        given(with(
                spanning(table(counts("men", 600, "women", 126, "other", 5)), "2022-04-01", "2023-04-10"),
                "id",
                "whole-year"));
        book.when(with(RELEASE, "table", "whole-year")).refused("release-would-reveal", 409);
    }

    private static UsageTable spanning(UsageTable table, String startsOn, String endsOn) {
        return with(with(table, "startsOn", day(startsOn)), "endsOn", day(endsOn));
    }

    @Test
    void givenPlacesBesideTheGroups_whenOneIsSmall_thenItIsACountLikeOthers() {
        var table = with(with(with(table(sexes(120, 40, 0)), "notAsked", 3), "preferNotToSay", 1), "total", 164);

        var shown = SmallCells.release(table, UNROUNDED, List.of(), null);

        assertThat(shown.notAsked()).isEqualTo(new ReleasedCount(true, null));
        assertThat(shown.preferNotToSay()).isEqualTo(new ReleasedCount(true, null));
        assertThat(shown.notStated()).isNull();
        assertThat(shown.groups()).extracting(ReleasedGroup::count).containsExactly(null, 40, 0);
        assertThat(shown.total()).isEqualTo(164);
    }

    private void refusesAfter(Map<String, Integer> before, Map<String, Integer> after, String why) {
        var fresh = new ReleasesTest();
        fresh.given(table(before));
        fresh.release(table(before), first(before));
        fresh.given(table(after));

        assertThat(fresh.book.when(RELEASE).refused("release-would-reveal", 409).detail())
                .contains(why);
    }

    private void given(UsageTable table) {
        var submission = with(SUBMISSION, "tables", List.of(table));
        book.given(
                submitted
                        ? new AssessmentResubmitted(BOARD, PARTNER, CYCLE, submission, NO_SCORE, "Counted again", null)
                        : new AssessmentSubmitted(BOARD, PARTNER, CYCLE, submission, NO_SCORE, null));
        submitted = true;
    }

    private void release(UsageTable table, ReleasedTable shown) {
        assertThat(shown.id()).isEqualTo(table.id());
        releases++;
        book.given(released(releases, 1, shown));
    }

    private static ReleasedTable first(Map<String, Integer> counts) {
        return SmallCells.release(table(counts), SmallNumbers.USUAL, List.of(), null);
    }

    private static UsageTable table(Map<String, Integer> counts) {
        var groups = counts.entrySet().stream()
                .map(count -> new Group(count.getKey(), count.getKey(), count.getValue()))
                .toList();
        var total = counts.values().stream().mapToInt(Integer::intValue).sum();
        return with(
                with(with(with(ETHNIC_GROUP, "groups", groups), "notStated", null), "preferNotToSay", null),
                "total",
                total);
    }

    private static Map<String, Integer> sexes(int women, int men, int other) {
        return counts("women", women, "men", men, "other", other);
    }

    private static Map<String, Integer> counts(Object... pairs) {
        var counts = new LinkedHashMap<String, Integer>();
        for (int i = 0; i < pairs.length; i += 2) {
            counts.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return counts;
    }

    private static TableReleased released(int number, int submission, ReleasedTable table) {
        return new TableReleased(BOARD, PARTNER, CYCLE, number, submission, table);
    }

    private static ReleasedGroup masked(String id, String label) {
        return new ReleasedGroup(id, label, true, null);
    }

    private static ReleasedGroup shown(String id, String label, @Nullable Integer count) {
        return new ReleasedGroup(id, label, false, count);
    }
}
