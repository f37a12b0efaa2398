package org.pledgebook.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pledgebook.shared.partner.AddTeam;
import org.pledgebook.shared.partner.TeamAdded;
import org.pledgebook.shared.pledge.Reading;

class BookSerializerTest {

    private static final List<? extends Class<?>> MESSAGES = Stream.<Class<?>>concat(
                    Language.EVENTS.stream(), Language.COMMANDS.stream())
            .toList();

    private final BookSerializer serializer = BookSerializer.create();

    @Property
    void givenAnyMessage_whenWrittenAndRead_thenItIsTheSame(@ForAll("messages") Object message) {
        assertThat(readBack(message)).isEqualTo(message);
    }

    @Property
    void givenAnyMessage_whenReadAndWrittenAgain_thenItsBytesAreTheSame(@ForAll("messages") Object message) {
        assertThat(json(readBack(message))).isEqualTo(json(message));
    }

    @Property
    void givenAnyRefusal_whenWrittenAndRead_thenItIsTheSame(@ForAll("refusals") Object refusal) {
        assertThat(readBack(refusal)).isEqualTo(refusal);
    }

    @Property
    void givenAnyReceipt_whenWrittenAndRead_thenItIsTheSame(@ForAll("receipts") Object receipt) {
        assertThat(readBack(receipt)).isEqualTo(receipt);
    }

    @Property
    void givenMetadata_whenWrittenAndRead_thenItIsTheSame(@ForAll("texts") String text, @ForAll long number) {
        var metadata = MetaData.with(Origin.ACTOR, text).and(Origin.IF_MATCH, number);

        assertThat(readBack(metadata)).isEqualTo(metadata);
    }

    @Property(tries = 300)
    void givenEqualNumbers_whenMessagesAreMadeOfThem_thenTheyAreEqualAndSoAreTheirBytes(
            @ForAll("kinds") Class<?> kind, @ForAll("equalNumbers") Tuple2<String, String> numbers, @ForAll long seed) {
        // The same seed gives the same message but for the spelling of its numbers.
        var one = message(kind, numbers.get1(), seed);
        var other = message(kind, numbers.get2(), seed);

        assertThat(one).isEqualTo(other);
        assertThat(json(one)).isEqualTo(json(other));
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void givenToken_whenWrittenAndRead_thenItIsTheSame(Object token) {
        assertThat(readBack(token)).isEqualTo(token);
    }

    @Test
    void givenEvent_whenWritten_thenItGoesByItsStoredNameAndRevision() {
        var written = serializer.serialize(new TeamAdded("b", "p", "outreach"), String.class);

        assertThat(written.getType())
                .returns("team-added", SerializedType::getName)
                .returns("1", SerializedType::getRevision);
        assertThat(serializer.classForType(written.getType())).isEqualTo(TeamAdded.class);
    }

    @Test
    void givenCommand_whenWritten_thenItGoesByItsClassName() {
        assertThat(serializer.typeForClass(AddTeam.class).getName()).isEqualTo(AddTeam.class.getName());
    }

    @Test
    void givenNothing_whenWrittenAndRead_thenItIsNothing() {
        assertThat(serializer.<Object, Object>deserialize(serializer.serialize(null, Object.class)))
                .isNull();
    }

    @Test
    void givenWholeNumberWithExponent_whenWritten_thenItIsPlain() {
        assertThat(json(new Reading("seats", new BigDecimal("1E+2"))))
                .isEqualTo("{\"measure\":\"seats\",\"value\":100}");
        assertThat(json(new Reading("seats", new BigDecimal("1E-6"))))
                .isEqualTo("{\"measure\":\"seats\",\"value\":0.000001}");
    }

    /** Validation comes first; should it ever not, the number must not be written out with its two billion zeros. */
    @Test
    @Timeout(10)
    void givenMonstrousNumber_whenWritten_thenItIsRefusedAtOnce() {
        var reading = new Reading("seats", new BigDecimal("1e2147483647"));

        assertThatThrownBy(() -> json(reading)).isInstanceOf(SerializationException.class);
    }

    /** As a token names the tokens it is made of. */
    @Test
    void givenClassOutsideTheBookAndAxon_whenItIsNamed_thenItIsRefused() {
        var json = json(new Named(new GlobalSequenceTrackingToken(9)));
        var forged = json.replace(GlobalSequenceTrackingToken.class.getName(), "java.util.HashMap");

        assertThat(readNamed(json)).isEqualTo(new Named(new GlobalSequenceTrackingToken(9)));
        assertThat(forged).contains("java.util.HashMap");
        assertThatThrownBy(() -> readNamed(forged)).isInstanceOf(SerializationException.class);
    }

    @Provide
    Arbitrary<Object> messages() {
        return Arbitraries.of(MESSAGES).flatMap(AnyMessage::of);
    }

    @Provide
    Arbitrary<Object> refusals() {
        return AnyMessage.of(Refusal.class);
    }

    @Provide
    Arbitrary<Object> receipts() {
        return AnyMessage.of(Receipt.class);
    }

    @Provide
    Arbitrary<String> texts() {
        return AnyMessage.texts();
    }

    @Provide
    Arbitrary<Class<?>> kinds() {
        return Arbitraries.of(MESSAGES.stream()
                .<Class<?>>map(kind -> kind)
                .filter(kind -> Shape.of(kind).anyMatch(place -> place.type() == BigDecimal.class))
                .toList());
    }

    @Provide
    Arbitrary<Tuple2<String, String>> equalNumbers() {
        return Arbitraries.of(
                Tuple.of("1.50", "1.5"),
                Tuple.of("1E+2", "100"),
                Tuple.of("100.00", "1e2"),
                Tuple.of("-2.500000000", "-25e-1"),
                Tuple.of("1." + "0".repeat(60), "1"),
                Tuple.of("0.000", "0"),
                Tuple.of("0e400", "-0"),
                Tuple.of("0e2147483647", "0"),
                Tuple.of("0e-2147483647", "0.0"));
    }

    static Stream<Object> tokens() {
        var at = new GlobalSequenceTrackingToken(1_234_567_890_123L);
        var gaps = GapAwareTrackingToken.newInstance(20, List.of(3L, 17L));
        return Stream.of(
                at,
                gaps,
                ReplayToken.createReplayToken(at),
                ReplayToken.createReplayToken(at, new GlobalSequenceTrackingToken(3)),
                ReplayToken.createReplayToken(gaps, GapAwareTrackingToken.newInstance(5, List.of(3L))));
    }

    private static Object message(Class<?> kind, String number, long seed) {
        return AnyMessage.of(kind, Arbitraries.just(new BigDecimal(number)))
                .generator(100)
                .next(new Random(seed))
                .value();
    }

    private String json(Object value) {
        return serializer.serialize(value, String.class).getData();
    }

    private Object readNamed(String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, Named.class.getName(), null));
    }

    private Object readBack(Object value) {
        return serializer.deserialize(serializer.serialize(value, byte[].class));
    }

    private record Named(
            @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object what) {}
}
