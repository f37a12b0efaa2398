package org.pledgebook.query.pledge;

import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * As what a pledge goes on in a later cycle. It is kept beside the earlier pledge, because the event stands in the later
 * cycle's stream and belongs to the later pledge.
 *
 * @param id of the earlier pledge
 * @param continuedAs the later pledge's id
 */
@Document("continuations")
public record Continuation(@MongoId String id, long position, String partner, String continuedAs) implements Folded {

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }
}
