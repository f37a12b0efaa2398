package org.pledgebook.query.audit;

import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * The key that a log is signed with now.
 *
 * @param id the log's origin
 * @param key the public key as it is handed on
 */
@Document("signingkeys")
public record SigningKeyDocument(@MongoId String id, long position, String key) implements Folded {

    @Override
    public String owner() {
        return StreamId.log(id);
    }
}
