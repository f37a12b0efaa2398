package org.pledgebook.query.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.About;
import org.pledgebook.query.Words;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.ReferencePublished;

/** Makes {@link ReferenceDocument}s. */
public final class ReferenceFold implements Fold<ReferenceDocument> {

    @Override
    public Class<ReferenceDocument> kind() {
        return ReferenceDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.reference("");
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof ReferencePublished published
                ? ReferenceDocument.id(
                        published.reference().id(), published.reference().version())
                : null;
    }

    @Override
    public ReferenceDocument fold(@Nullable ReferenceDocument before, Recorded recorded) {
        var reference = ((ReferencePublished) recorded.event()).reference();
        return new ReferenceDocument(
                ReferenceDocument.id(reference.id(), reference.version()),
                recorded.position(),
                reference,
                recorded.recordedAt());
    }

    @Override
    public Told tell(@Nullable ReferenceDocument before, Event event) {
        var reference = ((ReferencePublished) event).reference();
        return Told.of(
                new About(List.of(), null, null, null),
                "Published version %d of the reference population %s, %s: %s of %s, counted on %s."
                        .formatted(
                                reference.version(),
                                reference.id(),
                                Words.quoted(reference.title()),
                                Words.counted(reference.groups().size(), "group"),
                                Words.people(reference.total()),
                                Words.day(reference.countedOn())));
    }
}
