package org.pledgebook.query.assessment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.Page;
import org.pledgebook.query.Selection;
import org.pledgebook.query.assessment.ReleaseView.ReleasedGroupView;
import org.pledgebook.shared.assessment.ReleasedTable;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedCount;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedGroup;
import org.springframework.stereotype.Component;

/** Answers about tables that were released for everybody to read: all that anything public may show of them. */
@Component
public class ReleaseQueries {

    private final Documents documents;

    /** Answers from {@code documents}. */
    public ReleaseQueries(Documents documents) {
        this.documents = documents;
    }

    /**
     * Everything that was released of a partner, oldest first.
     *
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<ReleaseView> all(String partner, @Nullable String cursor, int limit) {
        var releases = documents.list(
                ReleaseDocument.class, Selection.ALL.with("partner", partner).after(cursor), limit + 1);
        var references = references(releases);
        return Page.of(releases, limit, ReleaseDocument::id, release -> view(release, references));
    }

    /** Everything that was released of some partners, by partner, oldest first. */
    public List<ReleaseView> of(Collection<String> partners) {
        var releases =
                documents.list(ReleaseDocument.class, Selection.ALL.with("partner", partners), Documents.UNLIMITED);
        var references = references(releases);
        return releases.stream().map(release -> view(release, references)).toList();
    }

    /** One release. */
    public Optional<ReleaseView> find(String partner, int number) {
        return documents
                .find(ReleaseDocument.class, ReleaseDocument.id(partner, number))
                .map(release -> view(release, references(List.of(release))));
    }

    private References references(List<ReleaseDocument> releases) {
        return new References(
                documents,
                releases.stream()
                        .map(document -> document.release().table().reference())
                        .toList());
    }

    private static ReleaseView view(ReleaseDocument document, References references) {
        var release = document.release();
        var table = release.table();
        var stated = stated(table);
        var representation = references.beside(table.reference());
        return new ReleaseView(
                release.partner() + "/" + release.number(),
                release.number(),
                release.board(),
                release.partner(),
                release.cycle(),
                table.id(),
                table.title(),
                table.characteristic(),
                table.startsOn(),
                table.endsOn(),
                table.groups().stream()
                        .map(group -> group(group, stated, representation))
                        .toList(),
                table.notStated(),
                table.preferNotToSay(),
                table.notAsked(),
                stated,
                table.total(),
                representation.reference(
                        table.groups().stream().map(ReleasedGroup::id).toList()),
                table.threshold(),
                table.marker(),
                table.rounding(),
                document.releasedAt(),
                1);
    }

    private static ReleasedGroupView group(ReleasedGroup group, @Nullable Long stated, Representation representation) {
        var beside = representation.group(group.id(), group.label(), group.count(), stated);
        return new ReleasedGroupView(
                group.id(),
                group.label(),
                group.masked(),
                group.count(),
                beside.share(),
                beside.referenceCount(),
                beside.referenceShare(),
                beside.ratio());
    }

    private static @Nullable Long stated(ReleasedTable table) {
        long stated = table.total();
        for (ReleasedCount place : Stream.of(table.notStated(), table.preferNotToSay(), table.notAsked())
                .filter(place -> place != null)
                .toList()) {
            if (place.count() == null) {
                return null;
            }
            stated -= place.count();
        }
        return stated;
    }
}
