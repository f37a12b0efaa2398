package org.pledgebook.command.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.shared.exchange.Imported;
import org.pledgebook.shared.exchange.Imported.Outcome;
import org.pledgebook.shared.exchange.Said;
import org.pledgebook.shared.exchange.Statement;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.PledgeId;

/**
 * The statements of one import, decided one after the other. Every refusal is gathered, so that a person can mend the
 * file in one go; of what stands on something that was refused, the values alone are looked at.
 */
final class Statements {

    private final ImportStatements command;
    private final CommandMessage<?> message;
    private final UnitOfWork<CommandMessage<?>> unit;
    private final List<MessageHandlerInterceptor<CommandMessage<?>>> interceptors;
    private final Aggregates aggregates;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Integer> refused = new HashSet<>();
    private int firstPledgeNotMade = Integer.MAX_VALUE;
    private boolean assessmentRefused;

    /** Locks the streams of its statements, always in the same order. */
    @SuppressWarnings("unchecked") // every unit of work here is a command's
    Statements(
            ImportStatements command,
            CommandMessage<?> message,
            UnitOfWork<?> unit,
            List<MessageHandlerInterceptor<CommandMessage<?>>> interceptors,
            Aggregates aggregates)
            throws Exception {
        this.command = command;
        this.message = message;
        this.unit = (UnitOfWork<CommandMessage<?>>) unit;
        this.interceptors = interceptors;
        this.aggregates = aggregates;
        var streams = command.statements().stream()
                .map(this::stream)
                .distinct()
                .sorted()
                .toList();
        for (var stream : streams) {
            aggregates.of(stream);
        }
    }

    /**
     * Takes them all.
     *
     * @param history what is in the book already
     * @throws CommandExecutionException with the refusal that names what is wrong, if anything is
     */
    Imported take(List<Said> history) throws Exception {
        var known = new ArrayList<>(history);
        for (int i = 0; i < command.statements().size(); i++) {
            take(i, command.statements().get(i), known);
        }
        if (!faults.isEmpty()) {
            throw new Refusal(
                            "statements-refused",
                            422,
                            "Some statements cannot be taken",
                            "Nothing was recorded, since %d things are wrong. Mend them and send it again; what is in the book already does no harm."
                                    .formatted(faults.size()),
                            faults)
                    .asException();
        }
        var recorded = outcomes.stream().filter(outcome -> !outcome.known()).count();
        return new Imported(command.partner() + "/" + command.cycle(), history.size() + recorded, outcomes);
    }

    private void take(int index, Statement statement, List<Said> known) throws Exception {
        var again = known.stream().filter(said -> said.is(statement)).findFirst();
        if (again.isPresent()) {
            known.remove(again.get());
            outcomes.add(new Outcome(id(statement), true));
            return;
        }
        try {
            if (standsOnRefused(statement)) {
                through(index, statement, nobody -> null);
                return;
            }
            var receipt = (Receipt) Objects.requireNonNull(through(
                    index, statement, one -> aggregates.of(stream(statement)).handle(one)));
            checkNumber(index, statement, receipt);
            outcomes.add(new Outcome(receipt.id(), false));
        } catch (CommandExecutionException e) {
            refuse(
                    index,
                    statement,
                    e.<Refusal>getDetails().filter(Statements::isOfTheStatement).orElseThrow(() -> e));
        }
    }

    /** Sends it the way of every command, with its own place in the request's origin. */
    private @Nullable Object through(int index, Statement statement, MessageHandler<CommandMessage<?>> decision)
            throws Exception {
        var origin = new HashMap<String, Object>(message.getMetaData());
        origin.remove(Origin.IF_MATCH);
        origin.computeIfPresent(Origin.IDEMPOTENCY_KEY, (name, key) -> key + "#" + (index + 1));
        origin.put(Origin.CORRELATION_ID, message.getIdentifier());
        unit.transformMessage(before -> new GenericCommandMessage<>(statement.command(), origin));
        return new DefaultInterceptorChain<>(unit, interceptors, decision).proceed();
    }

    private String stream(Statement statement) {
        var stream = statement.command().stream();
        if (!stream.equals(StreamId.pledges(command.partner(), command.cycle()))
                && !stream.equals(StreamId.assessment(command.partner(), command.cycle()))) {
            throw Refusal.forbidden("An import takes the statements of one partner in one cycle, and no others.")
                    .asException();
        }
        return stream;
    }

    private boolean standsOnRefused(Statement statement) {
        return statement.command() instanceof SubmitAssessment
                ? assessmentRefused
                : !makesPledge(statement) && statement.pledge() >= firstPledgeNotMade;
    }

    /** The book counts by itself. Once a pledge was refused, the later ones get other numbers than in the end. */
    private void checkNumber(int index, Statement statement, Receipt receipt) {
        if (makesPledge(statement)
                && firstPledgeNotMade == Integer.MAX_VALUE
                && !receipt.id().equals(id(statement))) {
            var given = receipt.id().substring(receipt.id().lastIndexOf('/') + 1);
            refuse(
                    index,
                    statement,
                    Refusal.value(
                            "pledge-number-differs",
                            "The book gives this pledge another number",
                            "/pledge",
                            "This would become pledge %s, not %d. Pledges are numbered in the order they are made: give it that number, or leave it out if pledge %d is in the book with other words."
                                    .formatted(given, statement.pledge(), statement.pledge())));
        }
    }

    private void refuse(int index, Statement statement, Refusal refusal) {
        if (refusal.status() == 404 && refused.contains(statement.pledge())) {
            // What it looks for would be there but for what was refused before.
            return;
        }
        refused.add(statement.pledge());
        if (makesPledge(statement)) {
            firstPledgeNotMade = Math.min(firstPledgeNotMade, statement.pledge());
        }
        assessmentRefused |= statement.command() instanceof SubmitAssessment;
        var at = "/statements/" + index;
        if (refusal.errors().isEmpty()) {
            faults.add(new Fault(at, refusal.detail().replace(" Check the address.", "")));
        }
        refusal.errors().forEach(fault -> faults.add(new Fault(at + fault.pointer(), fault.message())));
    }

    /** Who may not send it at all is not told what is wrong with it. */
    private static boolean isOfTheStatement(Refusal refusal) {
        return refusal.status() != 403;
    }

    private static boolean makesPledge(Statement statement) {
        return statement.command() instanceof MakePledge || statement.command() instanceof ContinuePledge;
    }

    private String id(Statement statement) {
        return statement.command() instanceof SubmitAssessment
                ? command.partner() + "/" + command.cycle()
                : PledgeId.of(command.partner(), command.cycle(), statement.pledge());
    }
}
