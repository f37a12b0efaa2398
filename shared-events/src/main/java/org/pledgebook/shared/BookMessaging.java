package org.pledgebook.shared;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** What every process of Pledgebook needs to speak: one serializer, one clock, and the reading of streams. */
@Configuration(proxyBeanMethods = false)
public class BookMessaging {

    /** One serializer for everything that is sent or stored: Axon takes the primary one for messages and events too. */
    @Bean
    @Primary
    Serializer serializer() {
        return BookSerializer.create();
    }

    /** The book's clock; Axon stamps events by it as well. */
    @Bean
    BookClock clock() {
        var clock = new BookClock();
        GenericEventMessage.clock = clock;
        return clock;
    }

    /** Axon gives it to whichever event store there is. */
    @Bean
    EventUpcaster upcasters() {
        return Upcasters.chain();
    }

    @Bean
    Streams streams(EventStore store) {
        return new Streams(store);
    }
}
