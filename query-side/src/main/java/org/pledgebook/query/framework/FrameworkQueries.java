package org.pledgebook.query.framework;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.Page;
import org.pledgebook.query.Selection;
import org.pledgebook.shared.framework.Framework;
import org.springframework.stereotype.Component;

/** Answers about frameworks. */
@Component
public class FrameworkQueries {

    private final Documents documents;

    /** Answers from {@code documents}. */
    public FrameworkQueries(Documents documents) {
        this.documents = documents;
    }

    /**
     * Every version of every framework, by id and version.
     *
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<FrameworkSummary> all(@Nullable String cursor, int limit) {
        var versions = documents.list(FrameworkDocument.class, Selection.ALL.after(cursor), limit + 1);
        return Page.of(versions, limit, FrameworkDocument::id, FrameworkQueries::summary);
    }

    /** One version, as it was published. */
    public Optional<Framework> find(String id, int version) {
        return documents
                .find(FrameworkDocument.class, FrameworkDocument.id(id, version))
                .map(FrameworkDocument::framework);
    }

    private static FrameworkSummary summary(FrameworkDocument document) {
        var framework = document.framework();
        return new FrameworkSummary(
                framework.id(),
                framework.version(),
                framework.title(),
                framework.source(),
                Math.toIntExact(framework.items().count()),
                document.publishedAt());
    }
}
