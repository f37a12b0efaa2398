package org.pledgebook.command.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.pledgebook.command.Decider;
import org.pledgebook.command.Faults;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.assessment.PublishReference;
import org.pledgebook.shared.assessment.ReferencePublished;

/** A reference population in all its versions. */
@Aggregate(type = "reference")
class PublishedReference extends Decider {

    private ReferenceFacts facts = ReferenceFacts.NONE;

    PublishedReference() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(PublishReference command, MetaData origin, Clock clock) {
        var reference = command.reference();
        var published = facts.versions().contains(reference.version());
        return decide(origin, published ? 1 : 0, () -> {
            if (published) {
                throw Refusal.rule(
                                "version-published",
                                "This version is published already",
                                "Version %d of '%s' is published and never changes. Publish the next version."
                                        .formatted(reference.version(), reference.id()))
                        .asException();
            }
            var faults = new Faults();
            TableRules.checkGroups(reference.groups(), "/groups", faults);
            // It is no board's, so its day ends when it has ended somewhere.
            if (reference.countedOn().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.MAX))) {
                faults.add(
                        "counted-in-the-future",
                        "Nobody was counted in the future yet",
                        "/countedOn",
                        "Give today or an earlier day.");
            }
            faults.refuseIfAny();
            return new ReferencePublished(reference);
        });
    }

    @Override
    protected Receipt evolve(Event event) {
        facts = facts.after(event);
        var reference = ((ReferencePublished) event).reference();
        return new Receipt(reference.id() + "/" + reference.version(), 1);
    }
}
