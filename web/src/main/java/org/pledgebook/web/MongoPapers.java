package org.pledgebook.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.cabinet.MongoCabinet;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** The cabinet in a collection beside the read models, where the settings say {@code pledgebook.cabinet: mongodb}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "pledgebook.cabinet", havingValue = "mongodb")
class MongoPapers {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    Cabinet cabinet(MongoDatabaseFactory mongo) {
        return new MongoCabinet(mongo.getMongoDatabase().getCollection("cabinet"));
    }

    /** So that nobody waits half a minute to hear that MongoDB is away. */
    @Bean
    MongoClientSettingsBuilderCustomizer littlePatience() {
        return settings -> settings.applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }
}
