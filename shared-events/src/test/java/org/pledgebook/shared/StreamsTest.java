package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.pledgebook.shared.partner.PartnerEvent;
import org.pledgebook.shared.partner.TeamAdded;

class StreamsTest {

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Streams streams = new Streams(store);

    @Test
    void givenStream_whenFolded_thenItsEventsComeInTheirOrderAndNoOthers() {
        append("healthwatch-islington", 0, "outreach");
        append("islington-mind", 0, "counselling");
        append("healthwatch-islington", 1, "volunteers");

        assertThat(teams("healthwatch-islington")).containsExactly("outreach", "volunteers");
        assertThat(teams("islington-mind")).containsExactly("counselling");
    }

    @Test
    void givenNoEvents_whenFolded_thenItIsTheStart() {
        assertThat(streams.fold(StreamId.partner("nobody"), "start", (state, event) -> "more"))
                .isEqualTo("start");
    }

    private List<String> teams(String partner) {
        return streams.fold(StreamId.partner(partner), List.<String>of(), (teams, event) -> {
            var more = new ArrayList<>(teams);
            more.add(((TeamAdded) event).team());
            return more;
        });
    }

    private void append(String partner, long sequence, String team) {
        PartnerEvent event = new TeamAdded("islington-mental-health", partner, team);
        store.publish(new GenericDomainEventMessage<>("partner", event.stream(), sequence, event));
    }
}
