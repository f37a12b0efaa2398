package org.pledgebook.shared.pledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * What a partner commits itself to, in its own words. The first four questions are the ones Islington Council asks of
 * every action against inequality.
 *
 * @param inequality which inequality it addresses
 * @param action what will be done
 * @param outcome what is meant to come of it
 * @param howWeWillKnow how the impact will be known
 * @param characteristics whom it concerns: ids of the Act's nine or of the board's own, at least one
 * @param origin whether it is new or goes on with existing work
 * @param teams ids of the partner's teams it pilots in; empty for the whole organisation
 * @param basis what it rests on
 * @param lead the post that leads it, not a person
 * @param measures what will be counted; without a target in any of them the pledge is not yet measurable
 * @param items what it answers: items of frameworks that partners assess themselves by
 */
public record Commitment(
        @NotNull @Text(max = Text.SHORT) String title,
        @NotNull @Text String inequality,
        @NotNull @Text String action,
        @NotNull @Text String outcome,
        @NotNull @Text String howWeWillKnow,

        @NotNull @Size(max = 59, message = "Give at most 59.") List<@NotNull @Slug String> characteristics,

        @NotNull Origin origin,

        @NotNull @Size(max = 200, message = "Give at most 200.") List<@NotNull @Slug String> teams,

        @NotNull @Valid Basis basis,
        @NotNull @Text(max = Text.SHORT) String lead,

        @NotNull @Size(max = 20, message = "Give at most 20.") List<@NotNull @Valid Measure> measures,

        @NotNull @Size(max = 100, message = "Give at most 100.") List<@NotNull @Valid AnsweredItem> items) {

    /** Whether any measure has a target; if not, the pledge is <em>not yet measurable</em>. */
    public boolean measurable() {
        return measures.stream().anyMatch(measure -> measure.target() != null);
    }

    /** The same in these teams; in none of them, for the whole organisation. */
    public Commitment in(List<String> teams) {
        return new Commitment(
                title,
                inequality,
                action,
                outcome,
                howWeWillKnow,
                characteristics,
                origin,
                teams,
                basis,
                lead,
                measures,
                items);
    }

    /** The same counted otherwise. */
    public Commitment measuring(List<Measure> measures) {
        return new Commitment(
                title,
                inequality,
                action,
                outcome,
                howWeWillKnow,
                characteristics,
                origin,
                teams,
                basis,
                lead,
                measures,
                items);
    }

    /** Where a pledge comes from. */
    public enum Origin {
        /** A new idea. */
        NEW,
        /** Work that is done already. */
        EXISTING
    }

    /** What a pledge rests on; at least one is not null. */
    public record Basis(
            @Nullable @Text String data,
            @Nullable @Text String userFeedback,
            @Nullable @Text String staffFeedback) {}
}
