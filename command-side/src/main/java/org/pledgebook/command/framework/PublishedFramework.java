package org.pledgebook.command.framework;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.pledgebook.command.Decider;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.framework.FrameworkPublished;
import org.pledgebook.shared.framework.PublishFramework;

/** A framework in all its versions. */
@Aggregate(type = "framework")
class PublishedFramework extends Decider {

    private FrameworkFacts facts = FrameworkFacts.NONE;

    PublishedFramework() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(PublishFramework command, MetaData origin) {
        var framework = command.framework();
        var published = facts.version(framework.version()).isPresent();
        return decide(origin, published ? 1 : 0, () -> {
            if (published) {
                throw Refusal.rule(
                                "version-published",
                                "This version is published already",
                                "Version %d of '%s' is published and never changes. Publish the next version."
                                        .formatted(framework.version(), framework.id()))
                        .asException();
            }
            FrameworkRules.check(framework);
            return new FrameworkPublished(framework);
        });
    }

    @Override
    protected Receipt evolve(Event event) {
        facts = facts.after(event);
        var framework = ((FrameworkPublished) event).framework();
        return new Receipt(framework.id() + "/" + framework.version(), 1);
    }
}
