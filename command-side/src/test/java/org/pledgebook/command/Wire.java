package org.pledgebook.command;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.MetaData;
import org.pledgebook.shared.BookSerializer;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.shared.exchange.Imported;

/**
 * Sends commands as a process far away would: buses in one JVM hand objects over as they are, so everything is written
 * as JSON and read again here, on the way out and on the way back.
 */
final class Wire {

    private static final BookSerializer SERIALIZER = BookSerializer.create();

    private final CommandGateway gateway;

    Wire(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /** What the edge says of a command's origin. */
    static Map<String, Object> by(String actor) {
        return Map.of(Origin.ACTOR, actor, Origin.REQUEST_ID, "request-1");
    }

    /** The same with an idempotency key. */
    static Map<String, Object> by(String actor, String key) {
        return and(by(actor), Origin.IDEMPOTENCY_KEY, key);
    }

    /** The same with one more thing to say. */
    static Map<String, Object> and(Map<String, Object> origin, String key, Object value) {
        var more = new HashMap<>(origin);
        more.put(key, value);
        return more;
    }

    Receipt send(Command command, Map<String, Object> origin) {
        return send(message(command, origin));
    }

    Receipt send(GenericCommandMessage<Command> message) {
        Receipt receipt = gateway.sendAndWait(message);
        return carried(receipt);
    }

    Imported send(ImportStatements command, Map<String, Object> origin) {
        Imported imported = gateway.sendAndWait(message(command, origin));
        return carried(imported);
    }

    /** The refusal that comes back, of an import. */
    Refusal refused(ImportStatements command, Map<String, Object> origin) {
        try {
            throw new AssertionError("Taken: " + command + ", answered " + send(command, origin));
        } catch (CommandExecutionException e) {
            return carried(e.<Refusal>getDetails().orElseThrow(() -> new AssertionError("No details", e)));
        }
    }

    /** The refusal that comes back, as the edge reads it. */
    Refusal refused(Command command, Map<String, Object> origin) {
        try {
            throw new AssertionError("Taken: " + command + ", answered " + send(command, origin));
        } catch (CommandExecutionException e) {
            return carried(e.<Refusal>getDetails().orElseThrow(() -> new AssertionError("No details", e)));
        }
    }

    static GenericCommandMessage<Command> message(Command command, Map<String, Object> origin) {
        return new GenericCommandMessage<>(carried(command), carried(MetaData.from(origin)));
    }

    /** Written as JSON and read again. */
    static <T> T carried(T sent) {
        return SERIALIZER.<String, T>deserialize(SERIALIZER.serialize(sent, String.class));
    }
}
