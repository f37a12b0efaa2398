package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.axoniq.axonserver.grpc.ErrorMessage;
import jakarta.validation.Validation;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerException;
import org.axonframework.axonserver.connector.command.AxonServerCommandDispatchException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pledgebook.query.ReadModels;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.access.ResetPassword;

/** How what comes back from the command side looks in every run mode. */
class BookTest {

    private static final Receipt RECEIPT = new Receipt("p-a", 2);
    private static final ResetPassword COMMAND = new ResetPassword("p-a");
    private static final Sender SENDER = new Sender("p-b", "r1", "k1", 3L);

    private final CommandGateway gateway = mock(CommandGateway.class);
    private final ReadModels readModels = mock(ReadModels.class);
    private final Book book = new Book(
            gateway, new Validity(Validation.buildDefaultValidatorFactory().getValidator()), readModels);

    @Test
    void givenACommand_whenItIsSent_thenItsOriginGoesWithIt_andTheAnswerHasTheHeadAfterIt() {
        when(gateway.<Receipt>sendAndWait(any(), any(MetaData.class), anyLong(), any()))
                .thenReturn(RECEIPT);
        when(readModels.head()).thenReturn(7L);

        var answer = book.changed(COMMAND, SENDER);

        assertThat(answer.getBody()).isEqualTo(new Recorded("p-a", 2, 7));
        verify(gateway)
                .sendAndWait(
                        eq(COMMAND),
                        eq(MetaData.from(Map.of(
                                Origin.ACTOR, "p-b",
                                Origin.REQUEST_ID, "r1",
                                Origin.IDEMPOTENCY_KEY, "k1",
                                Origin.IF_MATCH, 3L))),
                        anyLong(),
                        any());
    }

    static Stream<RuntimeException> clashes() {
        return Stream.of(
                new ConcurrencyException("somebody else"),
                new AggregateStreamCreationException("somebody else"),
                new CommandExecutionException("[AXONIQ-2000] Invalid sequence number 0", null),
                new CommandExecutionException(
                        "remote", new IllegalStateException("[AXONIQ-2000] Invalid sequence number 0")),
                new IllegalStateException(new ConcurrencyException("wrapped")));
    }

    @ParameterizedTest
    @MethodSource("clashes")
    void givenSomebodyElseWasFaster_whenItIsSentAgain_thenItIsTaken(RuntimeException clash) {
        when(gateway.<Receipt>sendAndWait(any(), any(MetaData.class), anyLong(), any()))
                .thenThrow(clash)
                .thenThrow(clash)
                .thenReturn(RECEIPT);

        assertThat(book.record(COMMAND, SENDER)).isEqualTo(RECEIPT);

        verify(gateway, times(3)).sendAndWait(eq(COMMAND), any(MetaData.class), anyLong(), any());
    }

    @Test
    void givenSomebodyElseIsAlwaysFaster_whenItIsTriedLongEnough_thenItIsLater() {
        fails(new ConcurrencyException("somebody else"));

        var refused = refused();

        assertThat(refused.refusal().status()).isEqualTo(503);
        assertThat(refused.refusal().type()).isEqualTo("contended");
        assertThat(refused.retryAfter()).isNotNull();
    }

    @Test
    void givenARefusal_whenItComesAsDetails_thenItsWordsAreKept_andItIsNotTriedAgain() {
        var refusal = Refusal.rule("pledges-full", "Full", "All are made.");
        fails(refusal.asException());

        assertThat(refused().refusal()).isEqualTo(refusal);
        verify(gateway, times(1)).sendAndWait(eq(COMMAND), any(MetaData.class), anyLong(), any());
    }

    @Test
    void givenARefusal_whenItIsWrappedOnItsWay_thenItIsStillFound() {
        var refusal = Refusal.forbidden("No.");
        fails(new IllegalStateException(refusal.asException()));

        assertThat(refused().refusal()).isEqualTo(refusal);
    }

    @Test
    void givenNobodyRecords_whenACommandIsSent_thenItIsLater() {
        fails(new NoHandlerForCommandException("nobody"));
        assertThat(refused().refusal().type()).isEqualTo("command-side-away");

        fails(new AxonServerCommandDispatchException("AXONIQ-4003", says("nobody")));
        assertThat(refused().refusal().type()).isEqualTo("command-side-away");

        fails(new EventStoreException("the disk is full"));
        assertThat(refused().refusal().type()).isEqualTo("store-away");

        fails(new AxonServerException("AXONIQ-3001", says("connection lost")));
        assertThat(refused().refusal().type()).isEqualTo("not-answered");

        fails(new CommandExecutionException("too late", new TimeoutException()));
        assertThat(refused().refusal().type()).isEqualTo("not-answered");
    }

    @Test
    void givenTheGatewayItselfFails_whenACommandIsSent_thenItIsTranslatedTheSame() {
        when(gateway.<Receipt>sendAndWait(any(), any(MetaData.class), anyLong(), any()))
                .thenThrow(new NoHandlerForCommandException("nobody"));

        assertThat(refused().refusal().status()).isEqualTo(503);
    }

    @Test
    void givenAFaultOfOurs_whenItComesBack_thenItIsNotDressedUp() {
        fails(new IllegalArgumentException("a bug"));

        assertThatThrownBy(() -> book.record(COMMAND, SENDER)).isInstanceOf(IllegalArgumentException.class);
    }

    private void fails(RuntimeException failure) {
        doThrow(failure).when(gateway).sendAndWait(any(), any(MetaData.class), anyLong(), any());
    }

    private static ErrorMessage says(String words) {
        return ErrorMessage.newBuilder().setMessage(words).build();
    }

    private Refused refused() {
        return catchThrowableOfType(Refused.class, () -> book.record(COMMAND, SENDER));
    }
}
