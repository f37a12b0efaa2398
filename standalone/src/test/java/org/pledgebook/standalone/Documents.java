package org.pledgebook.standalone;

import com.mongodb.client.MongoClients;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/** Every document of a database, to be compared; the processor's own book-keeping is left out. */
final class Documents {

    private Documents() {}

    static Map<String, Object> of(String uri, String database) {
        var all = new TreeMap<String, Object>();
        try (var client = MongoClients.create(uri)) {
            var names = client.getDatabase(database).listCollectionNames();
            for (var name : names) {
                if (!name.startsWith("tracking") && !name.startsWith("axon")) {
                    for (Document document :
                            client.getDatabase(database).getCollection(name).find()) {
                        all.put(name + " " + document.get("_id"), document);
                    }
                }
            }
        }
        return all;
    }
}
