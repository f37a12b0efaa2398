package org.pledgebook.standalone;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.pledgebook.cabinet.Cabinet;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** Replay drills of the whole program, as an auditor meets them. */
@TestInstance(Lifecycle.PER_CLASS)
class DrillTest {

    private static final String DRILLS = "/api/audit/drills";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext application;

    @SuppressWarnings("NullAway.Init")
    private Client auditor;

    @SuppressWarnings("NullAway.Init")
    private Client secretary;

    @BeforeAll
    void start() {
        application = new SpringApplication(Standalone.class)
                .run(
                        "--spring.config.name=standalone",
                        "--server.port=0",
                        "--pledgebook.data-dir=" + data,
                        "--pledgebook.audit.drill-beat=50ms");
        var address = "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port");
        auditor = new Client(address, "auditor");
        secretary = new Client(address, "secretary");
    }

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void givenTheExampleBoards_whenADrillRunsWhileStatementsGoOn_thenItIsSound_andASecondOneIsRefusedMeanwhile() {
        var started = Scene.accepted(auditor.post(DRILLS, "{}"));
        var second = secretary.post(DRILLS, "{}");
        assertThat(second.status()).as(second.toString()).isEqualTo(409);
        assertThat(second.json().path("detail").asString())
                .contains("Drill " + started.json().path("id").asString());
        var said = 0;
        while (drill(started).path("state").asString().equals("RUNNING")) {
            Scene.accepted(secretary.post(
                    "/api/partners/example-community-trust/teams", "{\"team\": \"drilled-%d\"}".formatted(said)));
            said++;
        }

        assertThat(said).isPositive();
        var drill = drill(started);
        assertThat(drill.path("state").asString()).as(drill.toString()).isEqualTo("SOUND");
        var found = drill.path("found");
        assertThat(found.path("differing").asLong()).isZero();
        assertThat(found.path("leaves").asLong())
                .isEqualTo(found.path("position").asLong());
        assertThat(found.path("copies").asLong())
                .isGreaterThanOrEqualTo(found.path("leaves").asLong());
        assertThat(found.path("documents").asLong())
                .isGreaterThan(found.path("leaves").asLong());
        assertThat(found.path("moments").size()).isGreaterThan(3);
        assertThat(auditor.get(DRILLS).json().path("drills").findValuesAsString("id"))
                .contains(started.json().path("id").asString());
        assertNothingIsLeft();
    }

    @Test
    void givenADamagedReadModel_whenADrillRuns_thenItNamesTheDocumentTheFieldAndTheEvent() {
        var partners = application.getBean(MongoOperations.class).getCollection("partners");
        var trust = eq("_id", "example-community-trust");
        var before = partners.findOneAndUpdate(trust, set("name", "Somebody else"));
        var joined = secretary
                .get("/api/audit/events?partner=example-community-trust&type=partner-joined")
                .json()
                .at("/events/0");
        try {
            var drill = ended(Scene.accepted(secretary.post(DRILLS, "{}")));

            assertThat(drill.path("state").asString()).as(drill.toString()).isEqualTo("DIFFERING");
            var difference = drill.at("/found/differences/0");
            assertThat(difference.path("where").asString()).isEqualTo("partners");
            assertThat(difference.path("document").asString()).isEqualTo("example-community-trust");
            assertThat(difference.path("field").asString()).isEqualTo("/name");
            assertThat(difference.path("event").asString())
                    .isNotEmpty()
                    .isEqualTo(joined.path("event").asString());
            assertThat(difference.path("position").asLong())
                    .isEqualTo(joined.path("position").asLong());
        } finally {
            partners.updateOne(trust, set("name", before.getString("name")));
        }
    }

    /** What lies in the cabinet after a {@code kill -9} in the middle of a drill. */
    @Test
    void givenADrillThatWasKilled_whenTheServiceIsStartedAgain_thenItSaysSo_andNothingIsLeft() {
        var started = Scene.accepted(secretary.post(DRILLS, "{}"));
        var cabinet = application.getBean(Cabinet.class);
        var running = cabinet.list("drill", "", 1).get(0);
        ended(started);
        stop();
        start();
        cabinet = application.getBean(Cabinet.class);
        cabinet.put(
                "drill",
                running.id(),
                running.json(),
                cabinet.list("drill", "", 1).get(0).version());
        application
                .getBean(MongoOperations.class)
                .createCollection(
                        "drill-%s-pledges".formatted(started.json().path("id").asString()));

        var drill = ended(started);

        assertThat(drill.path("state").asString()).isEqualTo("INTERRUPTED");
        assertThat(drill.path("why").asString()).contains("process");
        assertNothingIsLeft();
    }

    private JsonNode ended(Client.Answer started) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> drill(started),
                        drill -> !drill.path("state").asString().equals("RUNNING"));
    }

    private JsonNode drill(Client.Answer started) {
        return Scene.accepted(
                        auditor.get(DRILLS + "/" + started.json().path("id").asString()))
                .json();
    }

    private void assertNothingIsLeft() {
        assertThat(application.getBean(MongoOperations.class).getCollectionNames())
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("drill-"));
    }
}
