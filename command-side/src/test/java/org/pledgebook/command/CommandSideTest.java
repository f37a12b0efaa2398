package org.pledgebook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.junit.jupiter.api.Test;
import org.pledgebook.shared.BookClock;
import org.pledgebook.shared.BookSerializer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/** That nothing of Axon's own has taken the place of ours: its auto-configuration does so without a word. */
@OnRealBuses
class CommandSideTest {

    private final ApplicationContext context;

    CommandSideTest(@Autowired ApplicationContext context) {
        this.context = context;
    }

    @Test
    void givenMemoryForAStore_whenStarted_thenBusesAndStoreAreTheLocalOnes() {
        assertThat(context.getBean(CommandBus.class)).isInstanceOf(SimpleCommandBus.class);
        assertThat(context.getBean(EventStore.class)).isInstanceOf(EmbeddedEventStore.class);
        assertOurs(context);
    }

    @Test
    void givenStarted_whenItsClocksAreRead_thenThereIsOneAndItStampsEventsToo() {
        assertThat(context.getBean(Clock.class)).isInstanceOf(BookClock.class).isSameAs(GenericEventMessage.clock);
    }

    @Test
    void givenAxonServer_whenStartedBeforeIt_thenBusesAndStoreAreItsOwnAndTheRestIsOurs() {
        var clock = GenericEventMessage.clock;
        var application = new SpringApplicationBuilder(CommandSide.class).web(WebApplicationType.NONE);
        // Nobody listens at port 1.
        try (var apart = application.run(
                "--spring.config.name=command-side",
                "--axon.axonserver.servers=localhost:1",
                "--axon.axonserver.suppress-download-message=true")) {
            assertThat(apart.getBean(CommandBus.class)).isInstanceOf(AxonServerCommandBus.class);
            assertThat(apart.getBean(EventStore.class)).isInstanceOf(AxonServerEventStore.class);
            assertOurs(apart);
        } finally {
            GenericEventMessage.clock = clock;
        }
    }

    private static void assertOurs(ApplicationContext context) {
        var axon = context.getBean(Configuration.class);
        assertThat(context.getBeansOfType(Serializer.class).values())
                .isNotEmpty()
                .allMatch(BookSerializer.class::isInstance);
        assertThat(List.of(axon.serializer(), axon.messageSerializer(), axon.eventSerializer()))
                .allMatch(BookSerializer.class::isInstance);
        assertThat(axon.upcasterChain().upcast(Stream.of(storedLongAgo(axon.eventSerializer()))))
                .extracting(event -> event.getType().getRevision())
                .containsExactly("2");
        assertThat(context.containsBean("defaultAxonXStream")).isFalse();
        assertThat(context.getBeansOfType(CorrelationDataProvider.class).values())
                .hasOnlyElementsOfType(Provenance.OfEvent.class);
        assertThat(context.getBeanProvider(MessageHandlerInterceptor.class).orderedStream())
                .extracting(interceptor -> interceptor.getClass().getSimpleName())
                .containsExactly("Doorkeeper", "Shape", "OfCommand");
        // It only decides: no projections, so no tokens; and short streams, so no snapshots.
        assertThat(axon.eventProcessingConfiguration().eventProcessors()).isEmpty();
        assertThat(context.getBeansOfType(TokenStore.class)).isEmpty();
        assertThat(context.getBeansOfType(SnapshotTriggerDefinition.class)).isEmpty();
    }

    private static InitialEventRepresentation storedLongAgo(Serializer serializer) {
        return new InitialEventRepresentation(
                new GenericDomainEventEntry<>(
                        "assessment",
                        "assessment:p/2023",
                        0,
                        "id",
                        "2023-01-01T00:00:00Z",
                        "assessment-submitted",
                        "1",
                        new byte[0],
                        new byte[0]),
                serializer);
    }
}
