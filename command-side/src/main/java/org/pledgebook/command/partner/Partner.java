package org.pledgebook.command.partner;

import java.util.HashSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.pledgebook.command.Decider;
import org.pledgebook.command.Faults;
import org.pledgebook.command.board.BoardFacts;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.partner.AddTeam;
import org.pledgebook.shared.partner.LeaveBoard;
import org.pledgebook.shared.partner.MergePartner;
import org.pledgebook.shared.partner.PartnerEvent;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.partner.PartnerLeft;
import org.pledgebook.shared.partner.PartnerMerged;
import org.pledgebook.shared.partner.PartnerRenamed;
import org.pledgebook.shared.partner.PredecessorMerged;
import org.pledgebook.shared.partner.RenamePartner;
import org.pledgebook.shared.partner.TeamAdded;

/** A partner: its teams, its names, and how it ends. */
@Aggregate(type = "partner")
class Partner extends Decider {

    private PartnerFacts facts = PartnerFacts.NONE;

    Partner() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(AddPartner command, MetaData origin, Streams streams) {
        return decide(origin, facts.version(), () -> {
            if (!BoardFacts.of(command.board(), streams).exists()) {
                throw Refusal.unknown("board", command.board()).asException();
            }
            if (facts.exists()) {
                throw Refusal.rule(
                                "partner-exists",
                                "This id is taken",
                                "There is a partner '%s' already. Ids are one over all boards: choose another."
                                        .formatted(command.partner()))
                        .asException();
            }
            checkTeams(command);
            return new PartnerJoined(
                    command.board(), command.partner(), command.name(), command.kind(), command.teams());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(AddTeam command, MetaData origin) {
        return decide(origin, facts.version(), () -> {
            checkExists(command.partner());
            facts.checkOnBoard();
            if (facts.teams().contains(command.team())) {
                throw Refusal.rule(
                                "team-exists",
                                "The partner has this team already",
                                "There is a team '%s' already. Choose another id.".formatted(command.team()))
                        .asException();
            }
            return new TeamAdded(facts.board(), command.partner(), command.team());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(RenamePartner command, MetaData origin) {
        return decide(origin, facts.version(), () -> {
            checkExists(command.partner());
            facts.checkOnBoard();
            if (facts.name().equals(command.name())) {
                throw Refusal.rule(
                                "name-unchanged",
                                "The partner has this name already",
                                "It is called '%s' already: nothing needs to be done.".formatted(command.name()))
                        .asException();
            }
            return new PartnerRenamed(facts.board(), command.partner(), command.name(), command.reason());
        });
    }

    /**
     * The other's stream takes an event too, so that neither can change under the other's decision: of A merging into B
     * while B leaves, or merges into A, one is decided after the other and refused.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(MergePartner command, MetaData origin, Streams streams) {
        return decide(origin, facts.version(), () -> {
            checkExists(command.partner());
            var into = PartnerFacts.of(command.into(), streams);
            checkIsAnotherOfTheBoard(command, into);
            facts.checkOnBoard();
            checkGoesOn(into);
            streams.append(
                    new PredecessorMerged(into.board(), into.id(), command.partner(), command.reason()),
                    into.version());
            return new PartnerMerged(facts.board(), command.partner(), into.id(), command.reason());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(LeaveBoard command, MetaData origin) {
        return decide(origin, facts.version(), () -> {
            checkExists(command.partner());
            facts.checkOnBoard();
            return new PartnerLeft(facts.board(), command.partner(), command.reason());
        });
    }

    @Override
    protected Receipt evolve(Event event) {
        facts = facts.after(event);
        return new Receipt(((PartnerEvent) event).partner(), facts.version());
    }

    private void checkExists(String partner) {
        if (!facts.exists()) {
            throw Refusal.unknown("partner", partner).asException();
        }
    }

    private void checkIsAnotherOfTheBoard(MergePartner command, PartnerFacts into) {
        if (command.into().equals(command.partner())) {
            throw Refusal.value(
                            "merger-with-itself",
                            "A partner merges into another",
                            "/into",
                            "Give the partner that goes on: this one cannot merge into itself.")
                    .asException();
        }
        // Another board's partners look as if they were not there.
        if (!into.exists() || !into.board().equals(facts.board())) {
            throw Refusal.value(
                            "unknown-partner",
                            "There is no such partner",
                            "/into",
                            "The board has no partner '%s'.".formatted(command.into()))
                    .asException();
        }
    }

    private static void checkGoesOn(PartnerFacts into) {
        if (!into.onBoard()) {
            throw Refusal.rule(
                            "successor-not-on-board",
                            "The partner it merges into is no longer on the board",
                            into.mergedInto() == null
                                    ? "'%s' has left the board. Name a partner that goes on.".formatted(into.id())
                                    : "'%s' has itself merged into '%s'. Name a partner that goes on."
                                            .formatted(into.id(), into.mergedInto()))
                    .asException();
        }
    }

    private static void checkTeams(AddPartner command) {
        var faults = new Faults();
        var seen = new HashSet<String>();
        for (int i = 0; i < command.teams().size(); i++) {
            if (!seen.add(command.teams().get(i))) {
                faults.add("named-twice", "An id is used twice", "/teams/" + i, "Give each team an id of its own.");
            }
        }
        faults.refuseIfAny();
    }
}
