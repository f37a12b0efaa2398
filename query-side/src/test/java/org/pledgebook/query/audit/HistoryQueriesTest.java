package org.pledgebook.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Given;
import org.pledgebook.query.MemoryPast;
import org.pledgebook.query.Recorded;
import org.pledgebook.shared.pledge.PledgeContinued;
import org.pledgebook.shared.pledge.Status;

/** A pledge's story. */
class HistoryQueriesTest {

    private final List<Recorded> events = Given.board()
            .partner("a")
            .pledge("a", Given.CYCLE, 1, "Younger", Given.seats())
            .pledge("a", Given.CYCLE, 2, "Another")
            .at("2023-04-10T09:00:00Z")
            .progress("a", 1, 1, Status.ON_TRACK, Given.seats("2"))
            .at("2023-05-02T09:00:00Z")
            .correction("a", 1, 1, Given.report(Status.AT_RISK, "We met.", Given.seats("1.5")))
            .events();

    @Test
    void givenAPledge_whenItsStoryIsTold_thenEachStepSaysWhoWhenWhyAndWhatItChanged() {
        var story = story(7, null, 100);

        assertThat(story)
                .extracting(HistoryEntry::type)
                .containsExactly("pledge-made", "progress-recorded", "progress-corrected");
        assertThat(story).extracting(HistoryEntry::version).containsExactly(1L, 2L, 3L);
        assertThat(story).extracting(HistoryEntry::about).containsOnly("pledge");
        assertThat(story.get(0).differences())
                .contains(new Difference("/title", null, "Younger", null))
                .allSatisfy(difference -> assertThat(difference.then()).isNull());
        var corrected = story.get(2);
        assertThat(corrected.actor()).isEqualTo("p-editor");
        assertThat(corrected.reason()).isEqualTo("We had miscounted.");
        assertThat(corrected.differences())
                .contains(
                        new Difference("/status", Status.ON_TRACK, Status.AT_RISK, Trend.WORSE),
                        new Difference("/measures/seats/reading", new BigDecimal("2"), new BigDecimal("1.5"), null));
    }

    @Test
    void givenAStory_whenItIsReadOnPages_thenTheyAreTheWhole() {
        var whole = story(7, null, 100);
        var read = new ArrayList<HistoryEntry>();
        String cursor = null;
        do {
            var page = new HistoryQueries(MemoryPast.of(events), () -> MemoryPast.after(events, 7))
                    .pledge("a", Given.CYCLE, 1, cursor, 1)
                    .orElseThrow();
            read.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(read).isEqualTo(whole);
    }

    @Test
    void givenAStory_whenItIsToldAsOfAnEarlierMoment_thenItEndsThere() {
        assertThat(story(6, null, 100)).isEqualTo(story(7, null, 100).subList(0, 2));
        assertThat(new HistoryQueries(MemoryPast.of(events), () -> MemoryPast.after(events, 3))
                        .pledge("a", Given.CYCLE, 1, null, 100))
                .isEmpty();
    }

    @Test
    void givenAPledgeThatGoesOnInALaterCycle_whenItsStoryIsTold_thenThatIsItsLastStep() {
        var lived = Given.board()
                .partner("a")
                .pledge("a", Given.SILENT, 1, "Listen")
                .said(new PledgeContinued(
                        Given.BOARD,
                        "a",
                        Given.CYCLE,
                        1,
                        Given.SILENT,
                        1,
                        Given.commitment("Listen"),
                        "There is more to hear.",
                        null))
                .events();

        var story = new HistoryQueries(MemoryPast.of(lived), () -> MemoryPast.after(lived, lived.size() - 1))
                .pledge("a", Given.SILENT, 1, null, 100)
                .orElseThrow()
                .items();

        assertThat(story).extracting(HistoryEntry::type).containsExactly("pledge-made", "pledge-continued");
        assertThat(story.get(1))
                .returns("pledge", HistoryEntry::about)
                .returns(1L, HistoryEntry::version)
                .returns(List.of(new Difference("/continuedAs", null, "a/2023/1", null)), HistoryEntry::differences);
    }

    @Test
    void givenAPledgeThatCarriesOnAnother_whenItsStoryIsTold_thenItIsOneStoryOverBothCycles() {
        var said = Given.commitment("Listen");
        var lived = Given.board()
                .partner("a")
                .pledge("a", Given.SILENT, 1, "Listen")
                .pledge("a", Given.SILENT, 2, "Another")
                .progress("a", 1, "2022-07-01", Status.ON_TRACK)
                .said(new PledgeContinued(
                        Given.BOARD, "a", Given.CYCLE, 1, Given.SILENT, 1, said, "There is more to hear.", null))
                .progress("a", 1, "2022-11-01", Status.ACHIEVED)
                .progress("a", 1, 1, Status.AT_RISK)
                .events();

        var story = new HistoryQueries(MemoryPast.of(lived), () -> MemoryPast.after(lived, lived.size() - 1))
                .pledge("a", Given.CYCLE, 1, null, 100)
                .orElseThrow()
                .items();

        assertThat(story)
                .extracting(HistoryEntry::type, HistoryEntry::pledge, HistoryEntry::version)
                .containsExactly(
                        tuple("pledge-made", "a/2022/1", 1L),
                        tuple("progress-recorded", "a/2022/1", 2L),
                        tuple("pledge-continued", "a/2023/1", 1L),
                        tuple("progress-recorded", "a/2022/1", 3L),
                        tuple("progress-recorded", "a/2023/1", 2L));
        assertThat(story.get(2).differences()).contains(new Difference("/title", null, "Listen", null));
        assertThat(story.get(3).differences())
                .extracting(Difference::field)
                .as("what the continuation did is not told again")
                .doesNotContain("/continuedAs")
                .contains("/status");
    }

    @Test
    void givenACursorOfAnotherList_whenItIsUsed_thenItIsRefused() {
        assertThatThrownBy(() -> story(7, "x", 5)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<HistoryEntry> story(int upTo, @Nullable String cursor, int limit) {
        return new HistoryQueries(MemoryPast.of(events), () -> MemoryPast.after(events, upTo))
                .pledge("a", Given.CYCLE, 1, cursor, limit)
                .orElseThrow()
                .items();
    }
}
