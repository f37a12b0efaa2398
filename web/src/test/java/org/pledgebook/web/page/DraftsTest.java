package org.pledgebook.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgebook.cabinet.SqliteCabinet;
import org.pledgebook.web.page.Drafts.Draft;

class DraftsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String PATH = "/partners/" + "p".repeat(60) + "/pledges/" + "c".repeat(60) + "/1/progress/x";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteCabinet cabinet;

    @SuppressWarnings("NullAway.Init")
    private Drafts drafts;

    @BeforeEach
    void open() {
        cabinet = new SqliteCabinet(folder.resolve("cabinet.db"));
        drafts = new Drafts(cabinet, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        cabinet.close();
    }

    @Test
    void givenADraft_whenItIsKeptAgain_thenTheLaterOneIsThere_withoutWhatBelongsToOneOpening() {
        drafts.keep("p-a", PATH, Map.of("narrative", List.of("first")));
        drafts.keep(
                "p-a",
                PATH,
                Map.of("narrative", List.of("second\r\nline"), "key", List.of("k"), "version", List.of("3")));

        assertThat(drafts.find("p-a", PATH))
                .contains(new Draft(PATH, Map.of("narrative", List.of("second\r\nline")), NOW));
    }

    @Test
    void givenDraftsOfTwoPeople_whenOneLooks_thenTheySeeTheirOwnAlone() {
        drafts.keep("p-a", PATH, Map.of());
        drafts.keep("p-b", PATH, Map.of());
        drafts.keep("p-b", PATH + "2", Map.of());

        assertThat(drafts.of("p-a")).extracting(Draft::path).containsExactly(PATH);
        assertThat(drafts.of("p-b")).hasSize(2);
        assertThat(drafts.of("p")).isEmpty();
    }

    @Test
    void givenDrafts_whenTheyAreRemoved_thenTheyAreGone() {
        drafts.keep("p-a", PATH, Map.of());
        drafts.keep("p-b", PATH, Map.of());
        drafts.keep("p-b", PATH + "2", Map.of());

        drafts.remove("p-a", PATH);
        Drafts.removeAll("p-b", cabinet);

        assertThat(drafts.find("p-a", PATH)).isEmpty();
        assertThat(drafts.of("p-b")).isEmpty();
    }
}
