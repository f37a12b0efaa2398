package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.when;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.Drill;
import org.pledgebook.query.Findings;
import org.springframework.beans.factory.annotation.Autowired;

class DrillTest extends EdgeTest {

    private static final String DRILLS = "/api/audit/drills";

    @Autowired
    Drill drill;

    @Test
    void givenAnAuditorOfAllBoards_whenADrillIsStarted_thenItHasAnAddressWhereItsResultIs() {
        when(drill.run(anyLong(), any()))
                .thenReturn(new Findings(1, 1, 2, 3, 2, 2, "cm9vdA==", List.of(), List.of(), 0, 0, List.of()));
        var auditor = person("AUDITOR", "");
        var head = readModels.head();

        var started = post(auditor, DRILLS, "{}").is(201);
        var address = started.header("Location");
        assertThat(address).isEqualTo(DRILLS + "/" + started.id());
        await().until(() ->
                get(auditor, address).is(200).json().path("state").stringValue().equals("SOUND"));

        assertThat(get(auditor, address).json().path("found").path("documents").intValue())
                .isEqualTo(3);
        assertThat(get(ADMINISTRATOR, DRILLS)
                        .is(200)
                        .json()
                        .path("drills")
                        .path(0)
                        .path("id")
                        .stringValue())
                .isEqualTo(started.id());
        assertThat(readModels.head()).as("an auditor writes nothing").isEqualTo(head);
        send(as(auditor, DRILLS).POST(BodyPublishers.noBody())).is(201);
    }

    @Test
    void givenPeopleWhoDoNotAuditAllBoards_whenTheyAskForDrills_thenTheyMayNot() {
        var board = board();
        for (var person : List.of(
                editor(partner(board)),
                person("BOARD_MEMBER", "\"board\": \"" + board + "\""),
                person("AUDITOR", "\"board\": \"" + board + "\""),
                person("ADMINISTRATOR", "\"board\": \"" + board + "\""))) {
            post(person, DRILLS, "{}").isProblem(403, "forbidden");
            get(person, DRILLS).isProblem(403, "forbidden");
            get(person, DRILLS + "/1").isProblem(403, "forbidden");
        }
    }

    @Test
    void givenWhatCannotBe_whenItIsSent_thenItIsRefusedInWords() {
        post(ADMINISTRATOR, DRILLS, "{\"speed\": 1}").isProblem(400, "unknown-field");
        send(posting(ADMINISTRATOR, DRILLS, "{}").header("If-Match", "\"1\"")).isProblem(412, "version-moved-on");
        get(ADMINISTRATOR, DRILLS + "/999999999").isProblem(404, "not-found");
        get(ADMINISTRATOR, DRILLS + "/one").isProblem(404, "not-found");
        get(ADMINISTRATOR, DRILLS + "?cursor=one").isProblem(400, "malformed-parameter");
    }
}
