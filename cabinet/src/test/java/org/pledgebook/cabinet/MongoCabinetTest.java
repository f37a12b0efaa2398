package org.pledgebook.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MongoCabinetTest extends CabinetContract {

    private static MongoServer server;
    private static String address;

    private final List<BsonDocument> sent = new CopyOnWriteArrayList<>();
    private final List<MongoClient> clients = new ArrayList<>();
    private Cabinet cabinet;

    @BeforeAll
    static void startServer() {
        server = new MongoServer(new MemoryBackend());
        address = server.bindAndGetConnectionString();
    }

    @AfterAll
    static void stopServer() {
        server.shutdownNow();
    }

    @BeforeEach
    void connect() {
        cabinet = another();
    }

    @AfterEach
    void emptyTheServer() {
        clients.get(0).getDatabase("pledgebook").drop();
        clients.forEach(MongoClient::close);
    }

    @Override
    Cabinet cabinet() {
        return cabinet;
    }

    @Override
    Cabinet another() {
        return connect(address, Duration.ofSeconds(30));
    }

    @Override
    Cabinet reopened() {
        clients.forEach(MongoClient::close);
        clients.clear();
        cabinet = another();
        return cabinet;
    }

    @Test
    void givenACarelessClient_whenWrittenAndRead_thenAMajorityIsAskedFor() {
        long version = cabinet.put("person", "anna", "1", 0);
        cabinet.put("person", "anna", "2", version);
        cabinet.remove("person", "anna");
        cabinet.get("person", "anna");
        cabinet.list("person", "", 1);

        var majority = new BsonString("majority");
        for (String write : List.of("insert", "update", "delete")) {
            assertThat(commands(write))
                    .isNotEmpty()
                    .allSatisfy(command -> assertThat(command.getDocument("writeConcern"))
                            .containsEntry("w", majority)
                            .containsKey("wtimeout"));
        }
        assertThat(commands("find"))
                .hasSize(2)
                .allSatisfy(command ->
                        assertThat(command.getDocument("readConcern")).containsEntry("level", majority));
    }

    @Test
    void givenNoServer_whenUsed_thenFailsInWords() {
        Cabinet impatient = connect("mongodb://127.0.0.1:1", Duration.ofMillis(20));

        assertThatThrownBy(() -> impatient.put("person", "anna", "{}", 0))
                .isInstanceOf(CabinetFailed.class)
                .hasMessageStartingWith("The cabinet pledgebook.cabinet could not be written: ");
        assertThatThrownBy(() -> impatient.get("person", "anna"))
                .isInstanceOf(CabinetFailed.class)
                .hasMessageStartingWith("The cabinet pledgebook.cabinet could not be read: ");
    }

    private Cabinet connect(String address, Duration patience) {
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        sent.add(event.getCommand().clone());
                    }
                })
                // Careless on purpose: the cabinet must not take these over.
                .writeConcern(WriteConcern.W1)
                .readPreference(ReadPreference.secondaryPreferred())
                .build());
        clients.add(client);
        return new MongoCabinet(client.getDatabase("pledgebook").getCollection("cabinet"));
    }

    private List<BsonDocument> commands(String name) {
        return sent.stream().filter(command -> command.containsKey(name)).toList();
    }
}
