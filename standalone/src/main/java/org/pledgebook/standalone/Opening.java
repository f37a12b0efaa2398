package org.pledgebook.standalone;

import java.time.Duration;
import java.util.Optional;
import org.pledgebook.query.ReadModels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What is done before the port opens, so that nobody meets a book that is half there: the example boards are loaded,
 * where they are asked for, and the read models are made again from the events.
 */
@Component
final class Opening implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Opening.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private final Optional<ExampleBoards> examples;
    private final ReadModels readModels;
    private volatile boolean done;

    Opening(Optional<ExampleBoards> examples, ReadModels readModels) {
        this.examples = examples;
        this.readModels = readModels;
    }

    @Override
    public void start() {
        examples.ifPresent(ExampleBoards::load);
        var head = readModels.head();
        while (!readModels.await(head, BETWEEN_LINES)) {
            log.info("Making the read models from the events: {} of {}", readModels.position(), head);
        }
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    /** After Axon's processors have started, just before the web server does. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
