package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

/** A small board in an empty book, set up through the HTTP contract as a secretariat would. */
final class Scene {

    static final String PARTNER = "example-trust";
    static final String PLEDGES = "/api/partners/" + PARTNER + "/pledges/2026";
    static final String PASSWORD = "pledgebook";

    /** What starts a process with an empty book whose administrator these clients can be. */
    static final String[] EMPTY_BOOK = {"--pledgebook.demo=false", "--pledgebook.administrator.password=" + PASSWORD};

    private Scene() {}

    /** Board, cycle 2026 in quarters, one partner and its editor, who signs in under the partner's id. */
    static void setUp(Client administrator) {
        accepted(administrator.post("/api/boards", """
                {"id": "example-board", "name": "Example Board", "timeZone": "Europe/London"}"""));
        accepted(administrator.post("/api/boards/example-board/cycles", """
                {"id": "2026", "startsOn": "2026-01-01", "endsOn": "2026-12-31", "pledgesPerPartner": 3,
                 "cadence": "QUARTERLY"}"""));
        accepted(administrator.post("/api/boards/example-board/partners", """
                {"id": "example-trust", "name": "Example Trust", "kind": "NHS", "teams": []}"""));
        accepted(administrator.post("/api/people", """
                {"signIn": "example-trust", "name": "An Editor", "email": "editor@example.org", "role": "PARTNER",
                 "partner": "example-trust", "password": "pledgebook"}"""));
    }

    static String pledge(String title) {
        return """
                {"title": "%s", "inequality": "Who is not heard", "action": "Ask them", "outcome": "They are heard",
                 "howWeWillKnow": "We count", "characteristics": ["age"], "origin": "NEW", "teams": [],
                 "basis": {"data": "Our own figures", "userFeedback": null, "staffFeedback": null},
                 "lead": "Head of Inclusion",
                 "measures": [{"id": "people", "title": "People heard", "unit": "people", "baseline": 10, "target": 20}]}""".formatted(title);
    }

    static String progress(String period, String narrative) {
        return """
                {"period": "%s", "status": "ON_TRACK", "narrative": "%s", "readings": {"people": 12}, "evidence": [],
                 "nextSteps": null}""".formatted(period, narrative);
    }

    static Client.Answer accepted(Client.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(200, 201);
        return answer;
    }
}
