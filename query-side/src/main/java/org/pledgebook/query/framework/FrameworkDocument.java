package org.pledgebook.query.framework;

import java.time.Instant;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.framework.Framework;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * One published version of a framework.
 *
 * @param id the framework's id and its version, padded with zeros so that versions sort
 */
@Document("frameworks")
public record FrameworkDocument(@MongoId String id, long position, Framework framework, Instant publishedAt)
        implements Folded {

    /** Its id. */
    public static String id(String framework, int version) {
        return "%s/%05d".formatted(framework, version);
    }

    @Override
    public String owner() {
        return StreamId.framework(framework.id());
    }
}
