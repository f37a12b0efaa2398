package org.pledgebook.query.access;

import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.Page;
import org.pledgebook.query.Selection;
import org.springframework.stereotype.Component;

/** Answers about people's access. */
@Component
public class PersonQueries {

    private final Documents documents;

    /** Answers from {@code documents}. */
    public PersonQueries(Documents documents) {
        this.documents = documents;
    }

    /**
     * Everybody who has or had access, by id.
     *
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<PersonView> all(@Nullable String cursor, int limit) {
        var people = documents.list(PersonDocument.class, Selection.ALL.after(cursor), limit + 1);
        return Page.of(
                people,
                limit,
                PersonDocument::id,
                person -> new PersonView(person.id(), person.grants().live(), person.forgotten(), person.version()));
    }
}
