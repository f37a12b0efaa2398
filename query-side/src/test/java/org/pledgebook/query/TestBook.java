package org.pledgebook.query;

import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pledgebook.query.Folds.Key;
import org.pledgebook.query.assessment.Submitted;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.pledge.Remark;
import org.pledgebook.query.pledge.Statement;
import org.pledgebook.query.pledge.Version;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/**
 * A whole query side in this process: events in memory, documents in an embedded server. It can be stopped and started
 * again on the same two.
 */
final class TestBook implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);

    final SerializedEvents events = new SerializedEvents();
    final MongoServer server = new MongoServer(new MemoryBackend());
    final SentCommands sent = new SentCommands();

    private final String uri;
    private ConfigurableApplicationContext running;

    TestBook(List<Recorded> history, String... properties) {
        uri = "mongodb://localhost:" + server.bind().getPort() + "/book";
        append(history);
        running = run(properties);
    }

    private ConfigurableApplicationContext run(String... properties) {
        var application = new SpringApplication(App.class);
        application.addInitializers(context -> register(context.getBeanFactory()));
        return application.run(Stream.concat(
                        Stream.of(
                                "--spring.mongodb.uri=" + uri,
                                "--spring.main.banner-mode=off",
                                "--axon.axonserver.enabled=false",
                                "--axon.update-check.disabled=true",
                                "--axon.timeout.enabled=false",
                                "--pledgebook.book.retry=1h"),
                        Stream.of(properties))
                .toArray(String[]::new));
    }

    private void register(ConfigurableListableBeanFactory beans) {
        beans.registerSingleton("events", events);
        beans.registerSingleton("storedEvents", events.asStored());
        MongoClientSettingsBuilderCustomizer listening = settings -> settings.addCommandListener(sent);
        beans.registerSingleton("listening", listening);
    }

    /** Adds to the record, whether it is running or not. */
    void append(List<Recorded> more) {
        events.appendEvents(more.stream().map(History::message).toList());
    }

    /** Waits until all that was appended is folded. */
    TestBook settled() {
        return settled(LONG);
    }

    TestBook settled(Duration atMost) {
        var readModels = bean(ReadModels.class);
        if (!readModels.await(readModels.head(), atMost)) {
            throw new AssertionError("folded up to " + readModels.position() + " only, of " + readModels.head());
        }
        return this;
    }

    <T> T bean(Class<T> type) {
        return running.getBean(type);
    }

    ConfigurableApplicationContext context() {
        return running;
    }

    void stop() {
        running.close();
    }

    void start(String... properties) {
        running = run(properties);
    }

    /** Drops a collection while nothing runs. */
    void drop(String collection) {
        try (var client = MongoClients.create(uri)) {
            client.getDatabase("book").getCollection(collection).drop();
        }
    }

    /** Every document that is kept. */
    Map<Key, Folded> kept() {
        var all = new HashMap<Key, Folded>();
        var documents = bean(Documents.class);
        Stream.concat(
                        Folds.ALL.stream().map(Fold::kind),
                        Stream.of(AuditEntry.class, Remark.class, Statement.class, Submitted.class, Version.class))
                .flatMap(kind -> documents.list(kind, Selection.ALL, Documents.UNLIMITED).stream())
                .forEach(document -> all.put(Key.of(document), document));
        return all;
    }

    /** What all these events come to without any store. */
    static Map<Key, Folded> folded(List<Recorded> history) {
        var documents = new MemoryDocuments();
        history.forEach(documents::fold);
        return documents.all();
    }

    @Override
    public void close() {
        running.close();
        server.shutdownNow();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan("org.pledgebook")
    static class App {}
}
