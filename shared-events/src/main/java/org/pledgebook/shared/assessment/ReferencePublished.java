package org.pledgebook.shared.assessment;

import org.pledgebook.shared.Stored;
import org.pledgebook.shared.StreamId;

/** Tables can be held beside a version of a reference population. It never changes; a new one is a new version. */
@Stored(name = "reference-published")
public record ReferencePublished(ReferencePopulation reference) implements UsageEvent {

    @Override
    public String stream() {
        return StreamId.reference(reference.id());
    }
}
