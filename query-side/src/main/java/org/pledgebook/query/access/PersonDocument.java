package org.pledgebook.query.access;

import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.access.Grants;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * What a person may do.
 *
 * @param forgotten whether nothing but the id is kept of them
 * @param version how many events the person has
 */
@Document("people")
public record PersonDocument(@MongoId String id, long position, Grants grants, boolean forgotten, long version)
        implements Folded {

    @Override
    public String owner() {
        return StreamId.person(id);
    }
}
