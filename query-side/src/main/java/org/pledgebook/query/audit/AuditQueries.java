package org.pledgebook.query.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Entry;
import org.pledgebook.query.MongoDocuments;
import org.pledgebook.query.Page;
import org.pledgebook.query.Selection;
import org.springframework.stereotype.Component;

/** Answers about the record itself. */
@Component
public class AuditQueries {

    private final MongoDocuments documents;

    /** Answers from {@code documents}. */
    public AuditQueries(MongoDocuments documents) {
        this.documents = documents;
    }

    /**
     * The events that the filter lets through, newest first, for a reader of all boards.
     *
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<AuditEntry> events(AuditFilter filter, @Nullable String cursor, int limit) {
        return page(filter, filter.board(), cursor, limit);
    }

    /**
     * The events that the filter lets through, newest first, for a reader of some boards.
     *
     * @param within the boards that may be read; what concerns none of them is left out
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<AuditEntry> events(AuditFilter filter, Set<String> within, @Nullable String cursor, int limit) {
        if (filter.board() == null) {
            return page(filter, within, cursor, limit);
        }
        return within.contains(filter.board())
                ? page(filter, filter.board(), cursor, limit)
                : new Page<>(List.of(), null);
    }

    /**
     * All events that the filter lets through, oldest first, as many as there are; to be closed.
     *
     * @param within the boards that may be read; null for all
     */
    public Stream<AuditEntry> all(AuditFilter filter, @Nullable Set<String> within) {
        if (filter.board() != null && within != null && !within.contains(filter.board())) {
            return Stream.empty();
        }
        return documents.stream(AuditEntry.class, selection(filter, filter.board() == null ? within : filter.board()));
    }

    /**
     * How many events the filter lets through.
     *
     * @param within the boards that may be read; null for all
     */
    public long count(AuditFilter filter, @Nullable Set<String> within) {
        if (filter.board() != null && within != null && !within.contains(filter.board())) {
            return 0;
        }
        return documents.count(AuditEntry.class, selection(filter, filter.board() == null ? within : filter.board()));
    }

    /** What is told of the event at a position. */
    public Optional<AuditEntry> find(long position) {
        return documents.find(AuditEntry.class, Entry.padded(position));
    }

    private Page<AuditEntry> page(AuditFilter filter, @Nullable Object boards, @Nullable String cursor, int limit) {
        var selection = selection(filter, boards).newestFirst().after(cursor);
        return Page.of(documents.list(AuditEntry.class, selection, limit + 1), limit, AuditEntry::id, entry -> entry);
    }

    private static Selection selection(AuditFilter filter, @Nullable Object boards) {
        return Selection.ALL
                .with("boards", boards)
                .with("partner", filter.partner())
                .with("pledges", filter.pledge())
                .with("actor", filter.actor())
                .with("type", filter.type())
                .recorded(filter.from(), filter.to());
    }
}
