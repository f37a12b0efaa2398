package org.pledgebook.command.assessment;

import java.util.Set;
import java.util.TreeSet;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.assessment.ReferencePublished;

/**
 * What rules need to know of a reference population: the fold of its stream.
 *
 * @param versions the numbers of those that are published
 */
record ReferenceFacts(Set<Integer> versions) {

    static final ReferenceFacts NONE = new ReferenceFacts(Set.of());

    static ReferenceFacts of(String reference, Streams streams) {
        return streams.fold(StreamId.reference(reference), NONE, ReferenceFacts::after);
    }

    ReferenceFacts after(Event event) {
        if (event instanceof ReferencePublished published) {
            var more = new TreeSet<>(versions);
            more.add(published.reference().version());
            return new ReferenceFacts(more);
        }
        throw new IllegalArgumentException("No fold for " + event.getClass().getName());
    }
}
