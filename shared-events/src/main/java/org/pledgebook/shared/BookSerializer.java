package org.pledgebook.shared;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.exchange.Statement;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Writes events, commands, answers and tokens as JSON. Events are stored under their {@link Stored} name and revision,
 * not their class name; everything else is never stored for long and goes by its class name.
 */
public final class BookSerializer extends Jackson3Serializer {

    private static final Map<String, Class<? extends Event>> BY_NAME = Language.EVENTS.stream()
            .collect(Collectors.toUnmodifiableMap(event -> stored(event).name(), Function.identity()));

    private final boolean asStored;

    private BookSerializer(Builder builder, boolean asStored) {
        super(builder);
        this.asStored = asStored;
    }

    /** The one serializer for messages, events and tokens. */
    public static BookSerializer create() {
        return create(false);
    }

    /** Reads events as the JSON that is stored, of whatever name and revision: for what is said about the record itself. */
    public static BookSerializer asStored() {
        return create(true);
    }

    private static BookSerializer create(boolean asStored) {
        var builder = Jackson3Serializer.builder();
        builder.revisionResolver(BookSerializer::revision);
        builder.jsonMapperBuilderCustomizer(json -> json.changeDefaultVisibility(
                        visible -> visible.withFieldVisibility(Visibility.ANY))
                .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                // Metadata is the one place without a type to read a whole number as.
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                // An upcaster step works on a tree, through which a decimal number has to come unharmed.
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                // The one place where a message holds another of several kinds.
                .addMixIn(Statement.class, NamesItsKind.class)
                .registerSubtypes(Language.COMMANDS.toArray(Class<?>[]::new))
                // A token read back from its store names its class; nothing else may be named.
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType("org.pledgebook.")
                        .build()));
        return new BookSerializer(builder, asStored);
    }

    @Override
    public SerializedType typeForClass(@Nullable Class type) {
        if (type != null && Event.class.isAssignableFrom(type)) {
            var stored = stored(type);
            return new SimpleSerializedType(stored.name(), Integer.toString(stored.revision()));
        }
        return super.typeForClass(type);
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        // Axon would pass over what it does not know, and Jackson would drop fields of another revision: both silently.
        var event = BY_NAME.get(type.getName());
        if (asStored && type.getName().contains("-")) {
            return JsonNode.class;
        }
        if (event == null && type.getName().contains("-")) {
            throw new SerializationException(
                    "This program does not know the event '%s'. Start one as new as the program that stored it."
                            .formatted(type.getName()));
        }
        if (event != null && !Objects.equals(revision(event), type.getRevision())) {
            throw new SerializationException(("This program reads revision %s of the event '%s', not %s: "
                            + "an older one needs an upcaster step, a newer one a newer program.")
                    .formatted(revision(event), type.getName(), type.getRevision()));
        }
        return event == null ? super.classForType(type) : event;
    }

    private static @Nullable String revision(Class<?> type) {
        return Optional.ofNullable(type.getAnnotation(Stored.class))
                .map(stored -> Integer.toString(stored.revision()))
                .orElse(null);
    }

    private static Stored stored(Class<?> event) {
        var stored = event.getAnnotation(Stored.class);
        if (stored == null) {
            throw new IllegalStateException(event.getName() + " is an event without @Stored: give it its stored name.");
        }
        return stored;
    }

    /** Says beside a command which it is. */
    private interface NamesItsKind {

        @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
        Command command();
    }
}
