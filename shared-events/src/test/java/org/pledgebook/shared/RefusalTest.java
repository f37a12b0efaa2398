package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void givenRefusal_whenThrown_thenItTravelsAsTheExceptionsDetails() {
        var refusal = Refusal.rule("pledges-full", "All pledges are made", "There are three pledges already.");

        var thrown = refusal.asException();

        assertThat(thrown.<Refusal>getDetails()).contains(refusal);
        assertThat(thrown).hasMessage("pledges-full: There are three pledges already.");
    }

    @Test
    void givenEachKind_whenMade_thenItsStatusSaysTheSame() {
        assertThat(Refusal.forbidden("Only an administrator can do this.").status())
                .isEqualTo(403);
        assertThat(Refusal.unknown("board", "nowhere").status()).isEqualTo(404);
        assertThat(Refusal.rule("cycle-closed", "The cycle is closed", "It takes no more statements.")
                        .status())
                .isEqualTo(409);
        assertThat(Refusal.value("unknown-team", "Unknown team", "/teams/0", "Name a team.")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void givenSeveralFaults_whenRefused_thenTheDetailIsTheFirstAndAllAreListed() {
        var faults = List.of(new Fault("/teams/0", "Name a team."), new Fault("/lead", "Name a post."));

        var refusal = Refusal.values("not-valid", "Some values cannot be", faults);

        assertThat(refusal.detail()).isEqualTo("Name a team.");
        assertThat(refusal.errors()).isEqualTo(faults);
    }

    @Test
    void givenRefusal_whenItsFaultsAreChangedOutside_thenItStaysAsItWas() {
        var faults = new ArrayList<>(List.of(new Fault("/lead", "Name a post.")));
        var refusal = Refusal.values("not-valid", "Some values cannot be", faults);

        faults.clear();

        assertThat(refusal.errors()).hasSize(1);
    }
}
