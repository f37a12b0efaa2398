package org.pledgebook.query.assessment;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.pledgebook.shared.assessment.UsageTable.Reference;

/** The reference populations that some tables name, read with one query. */
final class References {

    private final Map<String, ReferencePopulation> populations;

    /** @param named null where a table names none */
    References(Documents documents, Collection<? extends @Nullable Reference> named) {
        populations = documents
                .find(
                        ReferenceDocument.class,
                        named.stream()
                                .filter(Objects::nonNull)
                                .map(References::id)
                                .distinct()
                                .toList())
                .stream()
                .collect(toMap(ReferenceDocument::id, ReferenceDocument::reference));
    }

    /** What holds a table's shares beside those of the population it names. */
    Representation beside(@Nullable Reference reference) {
        return new Representation(reference == null ? null : populations.get(id(reference)));
    }

    private static String id(Reference reference) {
        return ReferenceDocument.id(reference.id(), reference.version());
    }
}
