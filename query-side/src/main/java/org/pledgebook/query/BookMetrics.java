package org.pledgebook.query;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Gauges {@code pledgebook.book.lag} and {@code pledgebook.book.deadletters}, both in events. */
@Component
class BookMetrics implements MeterBinder {

    private final ReadModels readModels;
    private final DeadLetters deadLetters;

    BookMetrics(ReadModels readModels, DeadLetters deadLetters) {
        this.readModels = readModels;
        this.deadLetters = deadLetters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("pledgebook.book.lag", readModels, BookMetrics::lag)
                .description("Events in the store that the read models do not reflect yet")
                .baseUnit("events")
                .register(registry);
        Gauge.builder("pledgebook.book.deadletters", deadLetters, DeadLetters::count)
                .description("Events that could not be folded, or wait behind one that could not")
                .baseUnit("events")
                .register(registry);
    }

    private static long lag(ReadModels readModels) {
        var position = readModels.position();
        return Math.max(0, readModels.head() - position);
    }
}
