package org.pledgebook.shared.pledge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.Commitment.Origin;

/**
 * What is to change in a {@link Commitment}. What is null stays as it is. A list, a measure among them, and the basis
 * are each replaced whole: what is left out of them is gone afterwards.
 */
public record Amendment(
        @Nullable @Text(max = Text.SHORT) String title,
        @Nullable @Text String inequality,
        @Nullable @Text String action,
        @Nullable @Text String outcome,
        @Nullable @Text String howWeWillKnow,

        @Nullable @Size(max = 59, message = "Give at most 59.") List<@NotNull @Slug String> characteristics,

        @Nullable Origin origin,

        @Nullable @Size(max = 200, message = "Give at most 200.") List<@NotNull @Slug String> teams,

        @Nullable @Valid Basis basis,
        @Nullable @Text(max = Text.SHORT) String lead,

        @Nullable @Size(max = 20, message = "Give at most 20.") List<@NotNull @Valid Measure> measures,

        @Nullable @Size(max = 100, message = "Give at most 100.") List<@NotNull @Valid AnsweredItem> items) {

    /** What makes {@code after} of {@code before}, and nothing beside that. */
    public static Amendment between(Commitment before, Commitment after) {
        return new Amendment(
                changed(before.title(), after.title()),
                changed(before.inequality(), after.inequality()),
                changed(before.action(), after.action()),
                changed(before.outcome(), after.outcome()),
                changed(before.howWeWillKnow(), after.howWeWillKnow()),
                changed(before.characteristics(), after.characteristics()),
                changed(before.origin(), after.origin()),
                changed(before.teams(), after.teams()),
                changed(before.basis(), after.basis()),
                changed(before.lead(), after.lead()),
                changed(before.measures(), after.measures()),
                changed(before.items(), after.items()));
    }

    private static <T> @Nullable T changed(T before, T after) {
        return before.equals(after) ? null : after;
    }

    /** The commitment with these changes. */
    public Commitment of(Commitment before) {
        return new Commitment(
                Objects.requireNonNullElse(title, before.title()),
                Objects.requireNonNullElse(inequality, before.inequality()),
                Objects.requireNonNullElse(action, before.action()),
                Objects.requireNonNullElse(outcome, before.outcome()),
                Objects.requireNonNullElse(howWeWillKnow, before.howWeWillKnow()),
                Objects.requireNonNullElse(characteristics, before.characteristics()),
                Objects.requireNonNullElse(origin, before.origin()),
                Objects.requireNonNullElse(teams, before.teams()),
                Objects.requireNonNullElse(basis, before.basis()),
                Objects.requireNonNullElse(lead, before.lead()),
                Objects.requireNonNullElse(measures, before.measures()),
                Objects.requireNonNullElse(items, before.items()));
    }
}
