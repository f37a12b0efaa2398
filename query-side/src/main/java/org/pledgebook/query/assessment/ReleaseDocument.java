package org.pledgebook.query.assessment;

import java.time.Instant;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.TableReleased;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A table as it was released for everybody to read. It never changes.
 *
 * @param id the partner's id and the number of the release, padded with zeros so that releases sort
 */
@Document("releases")
public record ReleaseDocument(
        @MongoId String id, long position, String partner, TableReleased release, Instant releasedAt)
        implements Folded {

    static String id(String partner, int number) {
        return "%s/%06d".formatted(partner, number);
    }

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }
}
