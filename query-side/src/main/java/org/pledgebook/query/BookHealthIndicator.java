package org.pledgebook.query;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Health {@code book}: how far the read models lag behind the events, and whether any stand still. */
@Component
class BookHealthIndicator extends AbstractHealthIndicator {

    private final ReadModels readModels;
    private final DeadLetters deadLetters;

    BookHealthIndicator(ReadModels readModels, DeadLetters deadLetters) {
        super("The read models cannot be asked how far they are.");
        this.readModels = readModels;
        this.deadLetters = deadLetters;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        // The position first: events that come in between must not make the lag negative.
        var position = readModels.position();
        var head = readModels.head();
        var letters = deadLetters.count();
        health.up()
                .withDetail("position", position)
                .withDetail("head", head)
                .withDetail("lag", Math.max(0, head - position))
                .withDetail("deadLetters", letters);
        if (letters > 0) {
            health.down()
                    .withDetail(
                            "what",
                            "%d events could not be folded or wait behind one that could not; the documents of %d owners"
                                            .formatted(letters, deadLetters.owners())
                                    + " (partners, boards, frameworks or people) stand still. The log says why; they are"
                                    + " tried again at every start and every minute or so.");
        }
    }
}
