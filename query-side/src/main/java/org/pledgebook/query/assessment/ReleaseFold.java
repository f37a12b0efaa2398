package org.pledgebook.query.assessment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.About;
import org.pledgebook.query.Words;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.ReleasedTable;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedCount;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedGroup;
import org.pledgebook.shared.assessment.TableReleased;

/** Makes {@link ReleaseDocument}s. */
public final class ReleaseFold implements Fold<ReleaseDocument> {

    @Override
    public Class<ReleaseDocument> kind() {
        return ReleaseDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.partner("");
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof TableReleased release ? ReleaseDocument.id(release.partner(), release.number()) : null;
    }

    @Override
    public ReleaseDocument fold(@Nullable ReleaseDocument before, Recorded recorded) {
        var release = (TableReleased) recorded.event();
        return new ReleaseDocument(
                ReleaseDocument.id(release.partner(), release.number()),
                recorded.position(),
                release.partner(),
                release,
                recorded.recordedAt());
    }

    @Override
    public Told tell(@Nullable ReleaseDocument before, Event event) {
        var release = (TableReleased) event;
        var table = release.table();
        var masked = masked(table);
        return Told.of(
                About.partner(release.board(), release.partner(), release.cycle(), null),
                "Released the table %s, %s, for everybody to read: %s, of %s, from %s to %s%s."
                        .formatted(
                                table.id(),
                                Words.quoted(table.title()),
                                Words.counted(table.groups().size(), "group"),
                                Words.people(table.total()),
                                Words.day(table.startsOn()),
                                Words.day(table.endsOn()),
                                masked.isEmpty()
                                        ? ""
                                        : "; %s shown as %s"
                                                .formatted(Words.listed(masked), Words.quoted(table.marker()))));
    }

    private static List<String> masked(ReleasedTable table) {
        var masked = new ArrayList<String>();
        table.groups().stream()
                .filter(ReleasedGroup::masked)
                .map(ReleasedGroup::label)
                .forEach(masked::add);
        add(masked, "not stated", table.notStated());
        add(masked, "prefer not to say", table.preferNotToSay());
        add(masked, "not asked", table.notAsked());
        return masked;
    }

    private static void add(List<String> masked, String place, @Nullable ReleasedCount count) {
        if (count != null && count.masked()) {
            masked.add(place);
        }
    }
}
