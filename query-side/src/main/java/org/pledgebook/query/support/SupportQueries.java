package org.pledgebook.query.support;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.Page;
import org.pledgebook.query.Selection;
import org.pledgebook.query.support.SupportView.SupportAnswer;
import org.springframework.stereotype.Component;

/** Answers about support between partners. */
@Component
public class SupportQueries {

    private final Documents documents;

    /** Answers from {@code documents}. */
    public SupportQueries(Documents documents) {
        this.documents = documents;
    }

    /**
     * What a partner offers and asks for, by number.
     *
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<SupportView> of(String partner, @Nullable String cursor, int limit) {
        var support = documents.list(
                SupportDocument.class, Selection.ALL.with("partner", partner).after(cursor), limit + 1);
        return Page.of(support, limit, SupportDocument::id, SupportQueries::view);
    }

    /**
     * What all partners of a board offer and ask for, partner by partner.
     *
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<SupportView> ofBoard(String board, @Nullable String cursor, int limit) {
        var support = documents.list(
                SupportDocument.class, Selection.ALL.with("board", board).after(cursor), limit + 1);
        return Page.of(support, limit, SupportDocument::id, SupportQueries::view);
    }

    /** What is offered or asked for with one pledge, by number. */
    public List<SupportView> about(String partner, String pledge) {
        return documents
                .list(
                        SupportDocument.class,
                        Selection.ALL.with("partner", partner).with("pledge", pledge),
                        Documents.UNLIMITED)
                .stream()
                .map(SupportQueries::view)
                .toList();
    }

    /** One offer or request. */
    public Optional<SupportView> find(String partner, int number) {
        return documents
                .find(SupportDocument.class, SupportDocument.id(partner, number))
                .map(SupportQueries::view);
    }

    private static SupportView view(SupportDocument support) {
        return new SupportView(
                support.partner() + "/support/" + support.number(),
                support.board(),
                support.partner(),
                support.number(),
                support.kind(),
                support.text(),
                support.pledge(),
                support.saidOn(),
                support.recordedAt(),
                support.actor(),
                support.answers().stream()
                        .map(answer -> new SupportAnswer(
                                answer.from(), answer.text(), answer.saidOn(), answer.recordedAt(), answer.actor()))
                        .toList(),
                support.version());
    }
}
