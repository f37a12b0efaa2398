package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The two programs as the build makes them, on a real Axon Server with an empty event store, which
 * {@code -Dpledgebook.test.axonserver=127.0.0.1:8124} names. On demand, because such a server is not to be had everywhere.
 */
@EnabledIfSystemProperty(named = "pledgebook.test.axonserver", matches = ".+")
class DistributedTest {

    @TempDir
    static Path logs;

    static MongoServer mongo;
    static BookProcess commandSide;
    static BookProcess web;

    @BeforeAll
    static void start() throws Exception {
        mongo = new MongoServer(new MemoryBackend());
        mongo.bind(new InetSocketAddress("127.0.0.1", 0));
        var axonServer = "--axon.axonserver.servers=" + System.getProperty("pledgebook.test.axonserver");
        commandSide = BookProcess.launchJar("command-side", logs, axonServer).awaitReady();
        web = BookProcess.launchJar(
                        "web",
                        logs,
                        axonServer,
                        "--spring.mongodb.uri=mongodb://127.0.0.1:"
                                + mongo.getLocalAddress().getPort() + "/pledgebook",
                        "--pledgebook.administrator.password=" + Scene.PASSWORD)
                .awaitReady();
        Scene.setUp(web.client("administrator"));
    }

    @AfterAll
    static void stop() throws Exception {
        web.close();
        commandSide.close();
        mongo.shutdownNow();
    }

    @Test
    void givenRoomForThree_whenFiftyMakeAPledge_thenThreeSucceedAndTheRestHearWhy() throws Exception {
        Races.forAPlace(web);
    }

    @Test
    void givenOneIdempotencyKey_whenFiftySendTheSame_thenOneEventIsAppendedAndAllGetTheSameAnswer() throws Exception {
        Races.withOneKey(web);
    }

    @Test
    void givenTwoPartners_whenFiftyMergeEachIntoTheOther_thenOneMergerIsTakenAndThereIsNoCircle() throws Exception {
        Races.intoEachOther(web);
    }

    @Test
    void givenTheWalksAccountsAndFramework_whenTheReadmesWalkIsRun_thenEveryLineWorks() throws Exception {
        var administrator = web.client("administrator");
        enrol(administrator, "secretary", "ADMINISTRATOR");
        enrol(administrator, "member", "BOARD_MEMBER");
        enrol(administrator, "auditor", "AUDITOR");
        Scene.accepted(administrator.post("/api/frameworks", starter()));

        var walked = Walk.run(web, logs);

        assertThat(walked)
                .contains("\"id\":\"our-trust/2026/1\",\"version\":3")
                .contains("Reported on pledge 1 for 2026-Q1: on track.");
    }

    private static void enrol(Client administrator, String signIn, String role) {
        Scene.accepted(administrator.post("/api/people", """
                {"signIn": "%s", "name": "An Example", "email": "%s@example.org", "role": "%s", "password": "pledgebook"}""".formatted(signIn, signIn, role)));
    }

    private static String starter() throws IOException {
        try (var yaml = new ClassPathResource("frameworks/starter.yaml").getInputStream()) {
            return JsonMapper.shared().writeValueAsString(new YAMLMapper().readTree(yaml));
        }
    }
}
