package org.pledgebook.query.partner;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.Page;
import org.pledgebook.query.Selection;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.partner.PartnerView.CycleScore;
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
        return Page.of(partners, limit, PartnerDocument::id, PartnerQueries::view);
    }

    /** One partner. */
    public Optional<PartnerView> find(String partner) {
        return documents.find(PartnerDocument.class, partner).map(PartnerQueries::view);
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
        var entries = documents.list(
                AuditEntry.class,
                Selection.ALL
                        .with("partner", partner)
                        .with("cycle", cycle)
                        .newestFirst()
                        .after(cursor),
                limit + 1);
        return Page.of(entries, limit, AuditEntry::id, entry -> TimelineEntry.of(partner, entry));
    }

    private static PartnerView view(PartnerDocument partner) {
        return new PartnerView(
                partner.id(),
                partner.board(),
                partner.name(),
                partner.kind(),
                partner.teams(),
                partner.joinedAt(),
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
