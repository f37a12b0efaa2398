package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Moments;
import org.pledgebook.query.Page;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.audit.AuditFilter;
import org.pledgebook.query.audit.AuditQueries;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.partner.PartnerQueries;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.web.audit.Verifier;
import org.springframework.beans.factory.annotation.Autowired;

/** Checkpoints, proofs and packs as they are fetched, checked by the verifier. */
class ProofTest extends EdgeTest {

    @Autowired
    AuditQueries audit;

    @Autowired
    Moments moments;

    @Autowired
    BoardQueries boards;

    @Autowired
    PartnerQueries partners;

    @Autowired
    Cabinet cabinet;

    @Test
    void givenARecord_whenAnybodyFetchesCheckpointAndProofs_thenTheyFitTogether() throws Exception {
        var editor = editor(partner(board()));
        var key = get(editor, "/api/audit/key").is(200).text();
        var checkpoint = get(editor, "/api/audit/checkpoint").is(200);

        assertThat(checkpoint.header("Content-Type")).startsWith("text/plain");
        var lines = checkpoint.text().split("\n", -1);
        assertThat(key).startsWith(lines[0] + "+");
        assertThat(get(editor, "/api/audit/checkpoint?size=" + lines[1]).is(200).text())
                .isEqualTo(checkpoint.text());
        var root = HexFormat.of().formatHex(Base64.getDecoder().decode(lines[2]));
        var inclusion = get(editor, "/api/audit/proofs/inclusion?leaf=2&size=" + lines[1])
                .is(200)
                .json();
        assertThat(inclusion.path("root").stringValue()).isEqualTo(root);
        assertThat(inclusion.path("proof").values()).isNotEmpty();
        var consistency = get(editor, "/api/audit/proofs/consistency?from=3&to=" + lines[1])
                .is(200)
                .json();
        assertThat(consistency.path("toRoot").stringValue()).isEqualTo(root);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of("target/signing.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void givenARecord_whenItsReadersTakeAPack_thenTheVerifierSaysThatItHolds() {
        var board = board();
        var partner = partner(board);
        post(ADMINISTRATOR, "/api/partners/" + partner + "/pledges/2023", pledge())
                .is(201);
        isRead(board, partner);
        var auditor = person("AUDITOR", "\"board\": \"%s\"".formatted(board));
        var witness = get(auditor, "/api/audit/checkpoint").text();
        var key = get(auditor, "/api/audit/key").text();
        partner(board);

        var whole = get(ADMINISTRATOR, "/api/audit/pack").is(200);
        assertThat(whole.header("Content-Type")).isEqualTo("application/zip");
        assertThat(whole.header("X-As-Of-Position")).isEqualTo(Long.toString(readModels.head()));
        holds(whole, key, witness, null, "Complete");
        assertThat(get(ADMINISTRATOR, "/api/audit/pack").response().body())
                .isEqualTo(whole.response().body());
        for (var query : List.of("board=" + board, "partner=" + partner)) {
            var size = get(auditor, "/api/audit/checkpoint").text().split("\n", -1)[1];
            var pack = get(auditor, "/api/audit/pack?" + query).is(200);
            var proof = get(
                            auditor,
                            "/api/audit/proofs/consistency?from=%s&to=%s".formatted(witness.split("\n", -1)[1], size))
                    .text();
            holds(pack, key, witness, proof, "In the book");
        }
    }

    /** What queries answer here is said by the test; with the real ones, PackStateTest reads a pack. */
    private void isRead(String board, String partner) {
        when(boards.find(board))
                .thenReturn(Optional.of(
                        new BoardView(board, "A board", "Europe/London", List.of(), List.of(), SmallNumbers.USUAL, 1)));
        when(partners.find(partner))
                .thenReturn(Optional.of(new PartnerView(
                        partner,
                        board,
                        "A partner",
                        Kind.NHS,
                        List.of(),
                        Instant.EPOCH,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        List.of(),
                        1)));
    }

    private static void holds(Answer pack, String key, String witness, @Nullable String proof, String word) {
        var said = new ArrayList<String>();
        var proofs = proof == null ? List.<String>of() : List.of(proof);
        assertThat(Verifier.check(pack.response().body(), key, List.of(witness), proofs, said))
                .as(said.toString())
                .isEqualTo(Verifier.HOLDS);
        assertThat(String.join(" ", said)).contains(word, "Witnessed");
    }

    @Test
    void givenADay_whenAPackIsTakenAsOfIt_thenItEndsThere() {
        var size = Long.parseLong(
                get(ADMINISTRATOR, "/api/audit/checkpoint").text().split("\n", -1)[1]);
        var at = new Moment(readModels.head() - 1, Instant.parse("2020-02-02T23:59:59.999Z"));
        var before = new Moment(-1, Instant.parse("2020-02-01T23:59:59.999Z"));
        doReturn(at).when(moments).at(at.instant());
        doReturn(before).when(moments).at(before.instant());

        var pack = get(ADMINISTRATOR, "/api/audit/pack?asOf=2020-02-02").is(200);

        assertThat(pack.header("Content-Disposition")).contains("pledgebook-" + (size - 1) + ".zip");
        assertThat(pack.header("X-As-Of")).isEqualTo("2020-02-02T23:59:59.999Z");
        assertThat(pack.header("X-As-Of-Position")).isEqualTo(Long.toString(at.position()));
        get(ADMINISTRATOR, "/api/audit/pack?asOf=2020-02-01").isProblem(404, "not-found");
        get(ADMINISTRATOR, "/api/audit/pack?asOf=9000-01-01").is(422);
    }

    @Test
    void givenAPartnerThatCameLater_whenAPackIsTakenAsOfBefore_thenItIsNotThere() {
        var board = board();
        var at = new Moment(readModels.head(), Instant.parse("2020-03-03T23:59:59.999Z"));
        doReturn(at).when(moments).at(at.instant());
        var partner = partner(board);

        get(ADMINISTRATOR, "/api/audit/pack?asOf=2020-03-03&partner=" + partner).isProblem(404, "not-found");
    }

    @Test
    void givenAPackOrAStream_whenItIsTaken_thenWhoTookItIsWrittenDown() {
        var before = cabinet.stream("export").count();

        get(ADMINISTRATOR, "/api/audit/pack").is(200);
        send(as(ADMINISTRATOR, "/api/audit/events?type=pledge-made").header("Accept", "text/csv"))
                .is(200);

        assertThat(cabinet.stream("export").skip(before))
                .hasSize(2)
                .anySatisfy(taken -> assertThat(taken.json()).contains("/api/audit/pack"))
                .anySatisfy(taken -> assertThat(taken.json()).contains("/api/audit/events", "type=pledge-made"));
    }

    @Test
    void givenTheKey_whenAnAdministratorOfAllBoardsPutsItOnRecord_thenItIsThere_andOnce() {
        post(person("AUDITOR", ""), "/api/audit/key", "{\"reason\": \"r\"}").isProblem(403, "forbidden");
        post(ADMINISTRATOR, "/api/audit/key", "{}").is(422);

        var answer = post(ADMINISTRATOR, "/api/audit/key", "{\"reason\": \"It is the first.\"}")
                .is(200);

        assertThat(get(ADMINISTRATOR, "/api/audit/key").text()).startsWith(answer.id() + "+");
        post(ADMINISTRATOR, "/api/audit/key", "{\"reason\": \"Again.\"}").isProblem(409, "signing-key-known");
        get(ADMINISTRATOR, "/api/audit/checkpoint").is(200);
    }

    @Test
    void givenSomebodyElse_whenTheyAskForAPack_thenTheyMayNot() {
        var board = board();
        var partner = partner(board);
        var member = person("BOARD_MEMBER", "\"board\": \"%s\"".formatted(board));
        var auditor = person("AUDITOR", "\"board\": \"%s\"".formatted(board));

        for (var query : List.of("", "?board=" + board, "?partner=" + partner, "?pledge=" + partner + "/2023/1")) {
            get(member, "/api/audit/pack" + query).isProblem(403, "forbidden");
            get(editor(partner), "/api/audit/pack" + query).isProblem(403, "forbidden");
        }
        get(auditor, "/api/audit/pack").isProblem(403, "forbidden");
        get(auditor, "/api/audit/pack?board=" + board()).isProblem(404, "not-found");
        get(auditor, "/api/audit/pack?partner=nobody").isProblem(404, "not-found");
    }

    @Test
    void givenEvents_whenTheyAreReadInEachForm_thenEachHasItsLeaf() {
        var head = readModels.head();
        var entry = new AuditEntry(
                "x",
                head,
                "e",
                "board-established",
                "board:b",
                0,
                Instant.parse("2023-01-31T09:30:00.001Z"),
                null,
                "p-a",
                List.of("b", "c"),
                null,
                null,
                null,
                List.of(),
                List.of(),
                "=1+1, \"said\"",
                List.of(),
                "two\nlines");
        when(audit.all(any(), any())).thenAnswer(asked -> Stream.of(entry));
        when(audit.events(AuditFilter.ALL, null, 100)).thenReturn(new Page<>(List.of(entry), null));
        var leaf = Long.parseLong(
                        get(ADMINISTRATOR, "/api/audit/checkpoint").text().split("\n", -1)[1])
                - 1;
        var hash = get(ADMINISTRATOR, "/api/audit/proofs/inclusion?leaf=%d&size=%d".formatted(leaf, leaf + 1))
                .json()
                .path("hash")
                .stringValue();

        var listed = get(ADMINISTRATOR, "/api/audit/events")
                .is(200)
                .json()
                .path("events")
                .path(0);
        assertThat(listed.path("leaf").longValue()).isEqualTo(leaf);
        assertThat(listed.path("hash").stringValue()).isEqualTo(hash);
        assertThat(listed.path("position").longValue()).isEqualTo(head);
        var lines = send(as(ADMINISTRATOR, "/api/audit/events").header("Accept", "application/x-ndjson"))
                .is(200);
        assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(lines.json()).isEqualTo(listed);
        assertThat(lines.text()).endsWith("}\n");
        var table = send(as(ADMINISTRATOR, "/api/audit/events").header("Accept", "text/csv"))
                .is(200);
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.text())
                .startsWith("\uFEFFleaf,hash,position,event,")
                .endsWith(
                        "%d,%s,%d,e,board-established,board:b,0,2023-01-31T09:30:00.001Z,,p-a,b c,,,,\"'=1+1, \"\"said\"\"\",,\"two\nlines\"\r\n"
                                .formatted(leaf, hash, head));
        when(audit.events(AuditFilter.ALL, null, 100)).thenReturn(new Page<>(List.of(), null));
    }
}
