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
import org.pledgebook.shared.partner.PartnerEvent;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.partner.TeamAdded;

/** A partner and its teams. */
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
            if (!facts.exists()) {
                throw Refusal.unknown("partner", command.partner()).asException();
            }
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

    @Override
    protected Receipt evolve(Event event) {
        facts = facts.after(event);
        return new Receipt(((PartnerEvent) event).partner(), facts.version());
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
