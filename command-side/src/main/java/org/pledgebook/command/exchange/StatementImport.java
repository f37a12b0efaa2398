package org.pledgebook.command.exchange;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.pledgebook.command.partner.Stance;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.exchange.History;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.shared.exchange.Imported;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Takes many statements in one unit of work, so that all of them are recorded or none. It has no rules of its own: each
 * statement goes through the interceptors and the aggregate that it would go through alone. A preview is the same, in a
 * unit of work that is rolled back.
 */
@Component
class StatementImport {

    private final Configuration axon;
    private final List<MessageHandlerInterceptor<CommandMessage<?>>> interceptors;
    private final Streams streams;
    private final Clock clock;

    StatementImport(
            // Axon's configuration knows this handler.
            @Lazy Configuration axon,
            List<MessageHandlerInterceptor<CommandMessage<?>>> interceptors,
            Streams streams,
            Clock clock) {
        this.axon = axon;
        this.interceptors = interceptors;
        this.streams = streams;
        this.clock = clock;
    }

    @CommandHandler
    Imported handle(ImportStatements command, CommandMessage<?> message) throws Exception {
        var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
        if (!command.preview()) {
            return take(command, message, stance.board().zone(), CurrentUnitOfWork.get());
        }
        var trial = DefaultUnitOfWork.startAndGet(message);
        try {
            return take(command, message, stance.board().zone(), trial);
        } finally {
            trial.rollback();
        }
    }

    private Imported take(ImportStatements command, CommandMessage<?> message, ZoneId zone, UnitOfWork<?> unit)
            throws Exception {
        var statements = new Statements(command, message, unit, interceptors, new Aggregates(axon));
        // After the streams are locked, so that nobody adds to them in between.
        var history = History.of(command.partner(), command.cycle(), zone, streams);
        checkVersion(message, history.size());
        var imported = statements.take(history);
        unit.transformMessage(last -> message);
        return imported;
    }

    private static void checkVersion(CommandMessage<?> message, int statements) {
        if (message.getMetaData().get(Origin.IF_MATCH) instanceof Number seen && seen.longValue() != statements) {
            throw new Refusal(
                            "version-moved-on",
                            412,
                            "Somebody else was here in the meantime",
                            "You made this file with %d statements in the book, and it has %d now. Look at them again, then send it with the new version."
                                    .formatted(seen.longValue(), statements),
                            List.of())
                    .asException();
        }
    }
}
