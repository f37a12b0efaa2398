package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgebook.shared.assessment.AssessmentSubmitted;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A book that an earlier version of the program has written, opened by this one. */
class OlderRevisionsTest {

    private static final String PARTNER = "/api/partners/" + Scene.PARTNER;

    private static final String ANSWERS = """
            {"framework": "small", "version": 1, "answers": [{"item": "a", "rating": %s}], "data": null,
             "userFeedback": null, "staffFeedback": null, "reason": %s}""";

    @TempDir
    static Path data;

    @Test
    void givenBookWithAnEventOfAnEarlierRevision_whenItIsOpened_thenBothSidesReadItAndItsBytesStayAsTheyWere()
            throws SQLException {
        try (var context = start()) {
            var administrator = administrator(context);
            Scene.setUp(administrator);
            Scene.accepted(administrator.post("/api/frameworks", """
                    {"id": "small", "version": 1, "title": "Small", "source": "Ours.", "sections": [{"id": "s", "title": "S",
                     "items": [{"id": "a", "text": "A?", "type": "ORDINAL", "required": true, "evidence": "NONE",
                     "scale": [{"value": 0, "label": "No"}, {"value": 3, "label": "Yes"}], "step": 0.5}]}],
                     "score": {"method": "MEAN"}}"""));
            Scene.accepted(administrator.post(PARTNER + "/assessments/2026", ANSWERS.formatted("1.5", null)));
        }
        // As revision 1 was written: neither a stated total nor tables.
        var changed = inTheFile("UPDATE DomainEventEntry SET payloadRevision = '1',"
                + " payload = CAST(json_remove(CAST(payload AS TEXT), '$.submission.tables') AS BLOB)"
                + " WHERE payloadType = 'assessment-submitted' AND payloadRevision = '2'");
        assertThat(changed).isEqualTo(1);
        var before = payloads();

        try (var context = start()) {
            var read = context.getBean(EventStore.class)
                    .readEvents("assessment:" + Scene.PARTNER + "/2026")
                    .next();
            assertThat(((AssessmentSubmitted) read.getPayload()).submission().tables())
                    .isEmpty();
            var administrator = administrator(context);
            assertThat(Scene.accepted(administrator.get(PARTNER + "/assessments/2026"))
                            .json()
                            .at("/score/overall")
                            .decimalValue())
                    .isEqualByComparingTo("1.5");
            assertThat(Scene.accepted(administrator.post(
                                    PARTNER + "/assessments/2026", ANSWERS.formatted("2", "\"We asked staff.\"")))
                            .json()
                            .at("/version")
                            .asInt())
                    .isEqualTo(2);
        }
        assertThat(payloads()).startsWith(before.toArray(String[]::new)).hasSize(before.size() + 1);
        assertThat(before).last().asString().startsWith("1 ").doesNotContain("tables");
        assertThat(payloads()).last().asString().startsWith("2 ").contains("\"tables\":[]");
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplication(Standalone.class)
                .run(
                        "--spring.config.name=standalone",
                        "--server.port=0",
                        "--pledgebook.demo=false",
                        "--pledgebook.administrator.password=" + Scene.PASSWORD,
                        "--pledgebook.data-dir=" + data);
    }

    private static Client administrator(ConfigurableApplicationContext context) {
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        return new Client("http://127.0.0.1:" + port, "administrator");
    }

    /** Revision and bytes of each event, in the order of their positions. */
    private static List<String> payloads() throws SQLException {
        try (var connection = file();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT payloadRevision || ' ' || CAST(payload AS TEXT)"
                        + " FROM DomainEventEntry ORDER BY globalIndex")) {
            var payloads = new ArrayList<String>();
            while (rows.next()) {
                payloads.add(rows.getString(1));
            }
            return payloads;
        }
    }

    private static int inTheFile(String change) throws SQLException {
        try (var connection = file();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(change);
        }
    }

    private static Connection file() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + data.resolve("book.db"));
    }
}
