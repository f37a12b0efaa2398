package org.pledgebook.command;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** How commands reach their aggregates, and events the store. */
@Configuration(proxyBeanMethods = false)
class Commands {

    @Bean
    @Order(3)
    Provenance.OfCommand provenanceOfCommands(Serializer serializer) {
        return new Provenance.OfCommand(serializer);
    }

    /** Takes the place of Axon's own, which would add a second pair of ids that mean the same. */
    @Bean
    CorrelationDataProvider provenanceOfEvents() {
        return new Provenance.OfEvent();
    }

    /** On the store itself: a dispatch interceptor bean would reach gateways only, which aggregates do not use. */
    @Bean
    InitializingBean salt(EventStore store) {
        return () -> store.registerDispatchInterceptor(new Provenance.Salt());
    }
}
