package org.pledgebook.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Origin;

/** Gives every event the metadata that says where it came from. */
final class Provenance {

    /** What a command brings that its events keep. */
    private static final List<String> KEPT = List.of(
            Origin.ACTOR,
            Origin.ACTED_FOR,
            Origin.REQUEST_ID,
            Origin.IDEMPOTENCY_KEY,
            Origin.DIGEST,
            Origin.CORRELATION_ID);

    private Provenance() {}

    /** Adds to a command what the command side knows better than its sender: whom it speaks for, and its digest. */
    static final class OfCommand implements MessageHandlerInterceptor<CommandMessage<?>> {

        private final Serializer serializer;

        OfCommand(Serializer serializer) {
            this.serializer = serializer;
        }

        @Override
        public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
                throws Exception {
            unitOfWork.transformMessage(this::enrich);
            return chain.proceed();
        }

        private CommandMessage<?> enrich(CommandMessage<?> message) {
            var command = (Command) message.getPayload();
            var known = new HashMap<String, Object>(message.getMetaData());
            known.remove(Origin.ACTED_FOR);
            if (command.statementOf() != null) {
                known.put(Origin.ACTED_FOR, command.statementOf());
            }
            known.put(Origin.DIGEST, digest(command));
            known.putIfAbsent(Origin.CORRELATION_ID, message.getIdentifier());
            return message.withMetaData(known);
        }

        private String digest(Command command) {
            var json = serializer.serialize(command, String.class).getData();
            return HexFormat.of().formatHex(sha256().digest(json.getBytes(StandardCharsets.UTF_8)));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }

    /** Hands a command's origin on to its events. */
    static final class OfEvent implements CorrelationDataProvider {

        @Override
        public Map<String, ?> correlationDataFor(Message<?> message) {
            var data = new HashMap<String, Object>();
            KEPT.forEach(key -> {
                var value = message.getMetaData().get(key);
                if (value != null) {
                    data.put(key, value);
                }
            });
            data.put(Origin.CAUSATION_ID, message.getIdentifier());
            return data;
        }
    }

    /** Gives each event its salt, just before it is stored. */
    static final class Salt implements MessageDispatchInterceptor<EventMessage<?>> {

        private static final int BYTES = 16;

        private final SecureRandom random = new SecureRandom();

        @Override
        public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
            return (index, event) -> event.andMetaData(Map.of(Origin.SALT, salt()));
        }

        private String salt() {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
    }
}
