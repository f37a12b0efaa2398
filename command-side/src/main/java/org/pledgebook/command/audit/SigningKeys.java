package org.pledgebook.command.audit;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.pledgebook.command.Decider;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.audit.IntroduceSigningKey;
import org.pledgebook.shared.audit.SigningKeyIntroduced;

/** The keys that a log has been signed with, in their order. */
@Aggregate(type = "log")
class SigningKeys extends Decider {

    private final List<String> introduced = new ArrayList<>();

    SigningKeys() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(IntroduceSigningKey command, MetaData origin) {
        return decide(origin, introduced.size(), () -> {
            if (!command.key().startsWith(command.log() + "+")) {
                throw Refusal.value(
                                "key-of-another-log",
                                "The key is another log's",
                                "/key",
                                "Give a key whose name is '%s'.".formatted(command.log()))
                        .asException();
            }
            // An earlier key does not come back: whoever trusts it could not tell the two times apart.
            if (introduced.contains(command.key())) {
                throw Refusal.rule(
                                "signing-key-known",
                                "This key was introduced before",
                                "The record has this key already. Make another one if the newest is not to be used any more.")
                        .asException();
            }
            return new SigningKeyIntroduced(command.log(), command.key(), command.reason());
        });
    }

    @Override
    protected Receipt evolve(Event event) {
        var one = (SigningKeyIntroduced) event;
        introduced.add(one.key());
        return new Receipt(one.log(), introduced.size());
    }
}
