package org.pledgebook.web.pledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.Measure;

record MakePledgeForm(
        @Schema(example = "A younger board") String title,

        @Schema(description = "Which inequality it addresses.")
        String inequality,

        @Schema(description = "What will be done.") String action,

        @Schema(description = "What is meant to come of it.")
        String outcome,

        @Schema(description = "How the impact will be known.")
        String howWeWillKnow,

        @Schema(
                description = "At least one of age, disability, gender-reassignment, marriage-civil-partnership,"
                        + " pregnancy-maternity, race, religion-belief, sex, sexual-orientation, or the board's own.",
                example = "[\"age\"]")
        List<String> characteristics,

        Commitment.Origin origin,

        @Schema(description = "Ids of the teams it pilots in; empty for the whole organisation.", example = "[]")
        @Nullable List<String> teams,

        @Schema(description = "What it rests on, at least one of them.")
        Commitment.Basis basis,

        @Schema(description = "The post that leads it, not a person.", example = "Chief Executive")
        String lead,

        @Schema(description = "What will be counted; without a target in any of them it is not yet measurable.")
        @Nullable List<Measure> measures,

        @Schema(description = "The framework items it answers.") @Nullable List<AnsweredItem> items,

        @Schema(description = "When it was said, where that is not today.") @Nullable LocalDate saidOn) {

    MakePledge command(String partner, String cycle) {
        var commitment = new Commitment(
                title,
                inequality,
                action,
                outcome,
                howWeWillKnow,
                characteristics,
                origin,
                Objects.requireNonNullElse(teams, List.of()),
                basis,
                lead,
                Objects.requireNonNullElse(measures, List.of()),
                Objects.requireNonNullElse(items, List.of()));
        return new MakePledge(partner, cycle, commitment, saidOn);
    }
}
