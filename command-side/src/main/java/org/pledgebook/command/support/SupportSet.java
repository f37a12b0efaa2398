package org.pledgebook.command.support;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.command.Decider;
import org.pledgebook.command.Faults;
import org.pledgebook.command.SaidOn;
import org.pledgebook.command.board.BoardFacts;
import org.pledgebook.command.partner.PartnerFacts;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.pledge.PledgeEvent;
import org.pledgebook.shared.support.AnswerSupport;
import org.pledgebook.shared.support.PostSupport;
import org.pledgebook.shared.support.SupportAnswerGiven;
import org.pledgebook.shared.support.SupportAnswered;
import org.pledgebook.shared.support.SupportEvent;
import org.pledgebook.shared.support.SupportKind;
import org.pledgebook.shared.support.SupportPosted;

/** What one partner offers and asks for, with the answers, counted from 1. */
@Aggregate(type = "support")
class SupportSet extends Decider {

    private final Map<Integer, Item> items = new HashMap<>();

    SupportSet() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(PostSupport command, MetaData origin, Streams streams, Clock clock) {
        return decide(origin, 0, () -> {
            var partner = known(command.partner(), streams);
            var faults = new Faults();
            SaidOn.check(
                    command.saidOn(), BoardFacts.of(partner.board(), streams).today(clock), faults);
            checkPledge(command.pledge(), partner.board(), streams, faults);
            faults.refuseIfAny();
            partner.checkOnBoard();
            return new SupportPosted(
                    partner.board(),
                    command.partner(),
                    items.size() + 1,
                    command.kind(),
                    command.text(),
                    command.pledge(),
                    command.saidOn());
        });
    }

    /** It is the answering partner's statement, so it stands in that one's stream too, and on both their timelines. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(AnswerSupport command, MetaData origin, Streams streams, Clock clock) {
        var item = items.get(command.number());
        if (item == null) {
            throw Refusal.unknown("offer or request", SupportEvent.support(command.partner(), command.number()))
                    .asException();
        }
        return decide(origin, item.version(), () -> {
            var partner = known(command.partner(), streams);
            var from = PartnerFacts.of(command.from(), streams);
            var faults = new Faults();
            SaidOn.check(
                    command.saidOn(), BoardFacts.of(partner.board(), streams).today(clock), faults);
            checkIsAnotherOfTheBoard(command, from, partner, faults);
            faults.refuseIfAny();
            partner.checkOnBoard();
            from.checkOnBoard();
            streams.append(
                    new SupportAnswerGiven(
                            from.board(),
                            from.id(),
                            command.partner(),
                            command.number(),
                            item.kind(),
                            command.text(),
                            command.saidOn()),
                    streams.fold(StreamId.support(from.id()), 0L, (count, event) -> count + 1));
            return new SupportAnswered(
                    partner.board(),
                    command.partner(),
                    command.number(),
                    item.kind(),
                    command.from(),
                    command.text(),
                    command.saidOn());
        });
    }

    @Override
    protected Receipt evolve(Event event) {
        var about = (SupportEvent) event;
        if (event instanceof SupportAnswerGiven) {
            // Whoever sends it again is answered by the other's stream, which knows the version.
            return new Receipt(about.support(), 0);
        }
        var item = event instanceof SupportPosted posted
                ? new Item(posted.kind(), 1)
                : Objects.requireNonNull(items.get(about.number())).next();
        items.put(about.number(), item);
        return new Receipt(about.support(), item.version());
    }

    private static PartnerFacts known(String partner, Streams streams) {
        var facts = PartnerFacts.of(partner, streams);
        if (!facts.exists()) {
            throw Refusal.unknown("partner", partner).asException();
        }
        return facts;
    }

    /** It can be anybody's pledge: an offer is often about another's. */
    private static void checkPledge(@Nullable String pledge, String board, Streams streams, Faults faults) {
        if (pledge == null) {
            return;
        }
        var steps = pledge.split("/", -1);
        var made = PartnerFacts.of(steps[0], streams).board().equals(board)
                && streams.fold(
                        StreamId.pledges(steps[0], steps[1]),
                        false,
                        (found, event) -> found
                                || (event instanceof PledgeEvent about
                                        && about.pledge().equals(pledge)));
        if (!made) {
            faults.add(
                    "unknown-pledge",
                    "There is no such pledge",
                    "/pledge",
                    "The board has no pledge '%s'. Check it, or leave it out.".formatted(pledge));
        }
    }

    private static void checkIsAnotherOfTheBoard(
            AnswerSupport command, PartnerFacts from, PartnerFacts partner, Faults faults) {
        if (command.from().equals(command.partner())) {
            faults.add(
                    "own-support",
                    "A partner does not answer itself",
                    "/from",
                    "Give another partner of the board: this one offers or asks itself.");
        } else if (!from.exists() || !from.board().equals(partner.board())) {
            // Another board's partners look as if they were not there.
            faults.add(
                    "unknown-partner",
                    "There is no such partner",
                    "/from",
                    "The board has no partner '%s'.".formatted(command.from()));
        }
    }

    private record Item(SupportKind kind, long version) {

        Item next() {
            return new Item(kind, version + 1);
        }
    }
}
