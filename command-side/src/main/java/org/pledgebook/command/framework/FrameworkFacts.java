package org.pledgebook.command.framework;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.FrameworkPublished;

/**
 * What rules need to know of a framework: the fold of its stream.
 *
 * @param versions its published versions, by number
 */
public record FrameworkFacts(Map<Integer, Framework> versions) {

    /** A framework that is not in the book. */
    public static final FrameworkFacts NONE = new FrameworkFacts(Map.of());

    /** Reads a framework's stream. */
    public static FrameworkFacts of(String framework, Streams streams) {
        return streams.fold(StreamId.framework(framework), NONE, FrameworkFacts::after);
    }

    /** One published version. */
    public Optional<Framework> version(int version) {
        return Optional.ofNullable(versions.get(version));
    }

    FrameworkFacts after(Event event) {
        if (event instanceof FrameworkPublished published) {
            var more = new TreeMap<>(versions);
            more.put(published.framework().version(), published.framework());
            return new FrameworkFacts(more);
        }
        throw new IllegalArgumentException("No fold for " + event.getClass().getName());
    }
}
