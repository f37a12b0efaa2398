package org.pledgebook.query.assessment;

import java.time.Instant;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * One published version of a reference population.
 *
 * @param id the reference's id and its version, padded with zeros so that versions sort
 */
@Document("references")
public record ReferenceDocument(@MongoId String id, long position, ReferencePopulation reference, Instant publishedAt)
        implements Folded {

    static String id(String reference, int version) {
        return "%s/%05d".formatted(reference, version);
    }

    @Override
    public String owner() {
        return StreamId.reference(reference.id());
    }
}
