package org.pledgebook.query.framework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.About;
import org.pledgebook.query.Words;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.framework.FrameworkEvent;

/** Makes {@link FrameworkDocument}s. */
public final class FrameworkFold implements Fold<FrameworkDocument> {

    @Override
    public Class<FrameworkDocument> kind() {
        return FrameworkDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.framework("");
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof FrameworkEvent published
                ? FrameworkDocument.id(
                        published.framework().id(), published.framework().version())
                : null;
    }

    @Override
    public FrameworkDocument fold(@Nullable FrameworkDocument before, Recorded recorded) {
        var framework = ((FrameworkEvent) recorded.event()).framework();
        return new FrameworkDocument(
                FrameworkDocument.id(framework.id(), framework.version()),
                recorded.position(),
                framework,
                recorded.recordedAt());
    }

    @Override
    public Told tell(@Nullable FrameworkDocument before, Event event) {
        var framework = ((FrameworkEvent) event).framework();
        return Told.of(
                new About(List.of(), null, null, null),
                "Published version %d of the framework %s, %s, with %s."
                        .formatted(
                                framework.version(),
                                framework.id(),
                                Words.quoted(framework.title()),
                                Words.counted((int) framework.items().count(), "item")));
    }
}
