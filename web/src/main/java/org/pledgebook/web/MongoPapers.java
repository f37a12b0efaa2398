package org.pledgebook.web;

import com.mongodb.client.MongoClient;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.cabinet.MongoCabinet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cabinet beside the read models in MongoDB, where the settings ask for it: {@code pledgebook.cabinet: mongodb}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "pledgebook.cabinet", havingValue = "mongodb")
class MongoPapers {

    @Bean
    Cabinet cabinet(MongoClient client, @Value("${pledgebook.cabinet-database:pledgebook-cabinet}") String database) {
        return new MongoCabinet(client.getDatabase(database).getCollection("cabinet"));
    }
}
