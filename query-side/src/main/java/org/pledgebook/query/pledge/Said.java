package org.pledgebook.query.pledge;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.Folded;
import org.pledgebook.query.pledge.PledgeDocument.PeriodReport;
import org.pledgebook.shared.pledge.Commitment;

/** All that was ever said of some pledges and is kept beside them, read with one query for each kind. */
final class Said {

    private final Map<String, Version> versions;
    private final Map<String, Statement> statements;
    private final Map<String, Remark> remarks;
    private final Map<String, Continuation> continuations;

    Said(Documents documents, Collection<PledgeDocument> pledges) {
        versions = find(
                documents,
                Version.class,
                pledges.stream()
                        .flatMap(pledge ->
                                pledge.versions().stream().map(position -> Version.id(pledge.id(), position))));
        statements = find(
                documents,
                Statement.class,
                pledges.stream()
                        .flatMap(pledge -> pledge.reports().stream()
                                .flatMap(report -> report.statements().stream())
                                .map(position -> Statement.id(pledge.id(), position))));
        remarks = find(
                documents,
                Remark.class,
                pledges.stream()
                        .flatMap(pledge -> pledge.questions().stream()
                                .flatMap(question -> Stream.concat(
                                        Stream.of(question.asked()), Stream.ofNullable(question.answered())))
                                .map(position -> Remark.id(pledge.id(), position))));
        continuations = find(documents, Continuation.class, pledges.stream().map(PledgeDocument::id));
    }

    private static <D extends Folded> Map<String, D> find(Documents documents, Class<D> kind, Stream<String> ids) {
        return documents.find(kind, ids.toList()).stream().collect(toMap(Folded::id, identity()));
    }

    /** Oldest first, never empty; each with all that it said. */
    List<Version> versions(PledgeDocument pledge) {
        var told = new ArrayList<Version>();
        @Nullable Commitment before = null;
        for (var position : pledge.versions()) {
            var version = known(versions, Version.id(pledge.id(), position)).on(before);
            told.add(version);
            before = version.says();
        }
        return told;
    }

    /** Oldest first, never empty. */
    List<Statement> statements(PledgeDocument pledge, PeriodReport report) {
        return report.statements().stream()
                .map(position -> known(statements, Statement.id(pledge.id(), position)))
                .toList();
    }

    Remark remark(PledgeDocument pledge, long position) {
        return known(remarks, Remark.id(pledge.id(), position));
    }

    @Nullable String continuedAs(PledgeDocument pledge) {
        var continuation = continuations.get(pledge.id());
        return continuation == null ? null : continuation.continuedAs();
    }

    /** Entries are written before the document that names them. */
    private static <D> D known(Map<String, D> kept, String id) {
        return Objects.requireNonNull(kept.get(id), id);
    }
}
