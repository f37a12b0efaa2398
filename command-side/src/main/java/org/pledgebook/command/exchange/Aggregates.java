package org.pledgebook.command.exchange;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.config.AggregateConfiguration;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.NoArgumentConstructorCreationPolicyAggregateFactory;

/** The aggregates that one unit of work touches, each loaded once. A stream's kind says which aggregate decides on it. */
final class Aggregates {

    private final Map<String, AggregateConfiguration<?>> byKind;
    private final Map<String, Aggregate<?>> loaded = new HashMap<>();

    Aggregates(Configuration axon) {
        byKind = axon.getModules().stream()
                .filter(AggregateConfiguration.class::isInstance)
                .<AggregateConfiguration<?>>map(AggregateConfiguration.class::cast)
                .collect(Collectors.toMap(Aggregates::kind, module -> module));
    }

    /** The aggregate of a stream, as it stands in this unit of work; a new one where the stream has no event. */
    Aggregate<?> of(String stream) throws Exception {
        var known = loaded.get(stream);
        if (known != null) {
            return known;
        }
        var kind = stream.substring(0, stream.indexOf(':'));
        var aggregate = load(Objects.requireNonNull(byKind.get(kind), kind), stream);
        loaded.put(stream, aggregate);
        return aggregate;
    }

    private static <T> Aggregate<T> load(AggregateConfiguration<T> module, String stream) throws Exception {
        var factory = new NoArgumentConstructorCreationPolicyAggregateFactory<T>(module.aggregateType());
        return module.repository().loadOrCreate(stream, () -> factory.create(stream));
    }

    private static String kind(AggregateConfiguration<?> module) {
        return module.aggregateType()
                .getAnnotation(org.axonframework.spring.stereotype.Aggregate.class)
                .type();
    }
}
