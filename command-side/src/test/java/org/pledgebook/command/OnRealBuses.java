package org.pledgebook.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The command side as it is started, with its own settings, on an event store in memory instead of Axon Server. */
@SpringBootTest(
        classes = {CommandSide.class, OnRealBuses.Memory.class},
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {"spring.config.name=command-side", "axon.axonserver.enabled=false"})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface OnRealBuses {

    @TestConfiguration(proxyBeanMethods = false)
    class Memory {

        @Bean
        EventStorageEngine memory() {
            return new InMemoryEventStorageEngine();
        }
    }
}
