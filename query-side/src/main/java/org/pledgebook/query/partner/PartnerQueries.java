package org.pledgebook.query.partner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.Page;
import org.pledgebook.query.Selection;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.partner.PartnerView.CycleScore;
import org.pledgebook.query.partner.PartnerView.EarlierName;
import org.pledgebook.query.partner.PartnerView.Predecessor;
import org.springframework.stereotype.Component;

/** Answers about partners. */
@Component
public class PartnerQueries {

    private final Documents documents;

    /** Answers from {@code documents}. */
    public PartnerQueries(Documents documents) {
        this.documents = documents;
    }

    /**
     * The partners of a board, by id; none for an unknown board.
     *
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<PartnerView> ofBoard(String board, @Nullable String cursor, int limit) {
        var partners = documents.list(
                PartnerDocument.class, Selection.ALL.with("board", board).after(cursor), limit + 1);
        var predecessors = predecessors(partners);
        return Page.of(partners, limit, PartnerDocument::id, partner -> view(partner, predecessors));
    }

    /** One partner. */
    public Optional<PartnerView> find(String partner) {
        return documents.find(PartnerDocument.class, partner).map(found -> view(found, predecessors(List.of(found))));
    }

    /**
     * What was recorded of a partner, newest first.
     *
     * @param cycle limits it to what belongs to that cycle
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<TimelineEntry> timeline(String partner, @Nullable String cycle, @Nullable String cursor, int limit) {
        return timeline(partner, cycle, null, cursor, limit);
    }

    /**
     * The same, of some kinds of event.
     *
     * @param types the events' stored names; null for all
     */
    public Page<TimelineEntry> timeline(
            String partner, @Nullable String cycle, @Nullable Set<String> types, @Nullable String cursor, int limit) {
        var entries = documents.entries(
                AuditEntry.class,
                partner,
                Selection.ALL
                        .with("cycles", cycle)
                        .with("type", types)
                        .newestFirst()
                        .after(cursor),
                limit + 1);
        return Page.of(entries, limit, AuditEntry::id, entry -> TimelineEntry.of(partner, entry));
    }

    /** Everything that goes on in these partners, by id: one query for each generation. */
    private Map<String, PartnerDocument> predecessors(List<PartnerDocument> partners) {
        var found = new HashMap<String, PartnerDocument>();
        var generation = partners;
        while (!generation.isEmpty()) {
            var ids = generation.stream()
                    .flatMap(partner -> partner.predecessors().stream())
                    .map(PartnerDocument.Predecessor::id)
                    .filter(id -> !found.containsKey(id))
                    .distinct()
                    .toList();
            generation = documents.find(PartnerDocument.class, ids);
            generation.forEach(partner -> found.put(partner.id(), partner));
        }
        return found;
    }

    private static Stream<Predecessor> predecessors(PartnerDocument partner, Map<String, PartnerDocument> known) {
        return partner.predecessors().stream().flatMap(predecessor -> {
            // Folded at another time than the partner, it may not be there yet.
            var before = Optional.ofNullable(known.get(predecessor.id()));
            var one = new Predecessor(
                    predecessor.id(),
                    before.map(PartnerDocument::name).orElse(predecessor.id()),
                    partner.id(),
                    predecessor.mergedAt(),
                    predecessor.reason());
            return Stream.concat(Stream.of(one), before.stream().flatMap(its -> predecessors(its, known)));
        });
    }

    private static PartnerView view(PartnerDocument partner, Map<String, PartnerDocument> predecessors) {
        var ending = Optional.ofNullable(partner.ending());
        return new PartnerView(
                partner.id(),
                partner.board(),
                partner.name(),
                partner.kind(),
                partner.teams(),
                partner.joinedAt(),
                partner.earlierNames().stream()
                        .map(name -> new EarlierName(name.name(), name.until(), name.reason()))
                        .toList(),
                predecessors(partner, predecessors).toList(),
                partner.mergedInto(),
                ending.map(PartnerDocument.Ending::at).orElse(null),
                ending.map(PartnerDocument.Ending::reason).orElse(null),
                partner.scores().stream().map(PartnerQueries::view).toList(),
                partner.version());
    }

    private static CycleScore view(PartnerDocument.CycleScore score) {
        return new CycleScore(
                score.cycle(),
                score.framework(),
                score.frameworkVersion(),
                score.score().overall(),
                score.score().maximum(),
                score.score().label(),
                score.recordedAt());
    }
}
