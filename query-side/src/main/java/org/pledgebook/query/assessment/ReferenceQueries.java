package org.pledgebook.query.assessment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.Page;
import org.pledgebook.query.Selection;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.springframework.stereotype.Component;

/** Answers about reference populations. */
@Component
public class ReferenceQueries {

    private final Documents documents;

    /** Answers from {@code documents}. */
    public ReferenceQueries(Documents documents) {
        this.documents = documents;
    }

    /**
     * Every version of every reference population, by id and version.
     *
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<ReferenceSummary> all(@Nullable String cursor, int limit) {
        var versions = documents.list(ReferenceDocument.class, Selection.ALL.after(cursor), limit + 1);
        return Page.of(versions, limit, ReferenceDocument::id, ReferenceQueries::summary);
    }

    /** One version, as it was published. */
    public Optional<ReferencePopulation> find(String id, int version) {
        return documents
                .find(ReferenceDocument.class, ReferenceDocument.id(id, version))
                .map(ReferenceDocument::reference);
    }

    private static ReferenceSummary summary(ReferenceDocument document) {
        var reference = document.reference();
        return new ReferenceSummary(
                reference.id(),
                reference.version(),
                reference.title(),
                reference.source(),
                reference.countedOn(),
                reference.characteristic(),
                reference.groups().size(),
                reference.total(),
                document.publishedAt());
    }
}
