package org.pledgebook.web.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.cabinet.Paper;
import org.pledgebook.cabinet.StalePaper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Forms that are not sent yet. A draft is its writer's alone, lies in the cabinet, and is gone once it is sent. */
@Component
public final class Drafts {

    private static final String KIND = "draft";
    private static final int MOST = 1_000;

    /** What belongs to a form as it was opened once, and is made anew when it is opened again. */
    private static final Set<String> OF_ONE_OPENING = Set.of("key", "version", "step");

    private final Cabinet cabinet;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    Drafts(Cabinet cabinet, Clock clock) {
        this.cabinet = cabinet;
        this.clock = clock;
    }

    /**
     * A draft.
     *
     * @param path the address of its form
     * @param fields as they were typed
     */
    public record Draft(String path, Map<String, List<String>> fields, Instant savedAt) {}

    /** What a person has begun at this address, if anything. */
    public Optional<Draft> find(String person, String path) {
        return cabinet.get(KIND, id(person, path)).map(this::draft);
    }

    /** All that a person has begun. */
    public List<Draft> of(String person) {
        return papers(person, cabinet).stream().map(this::draft).toList();
    }

    /** Keeps a form as it is now, in place of what was kept of it before. */
    public void keep(String person, String path, Map<String, List<String>> typed) {
        var fields = new LinkedHashMap<>(typed);
        fields.keySet().removeAll(OF_ONE_OPENING);
        var content = json.writeValueAsString(new Draft(path, fields, clock.instant()));
        var id = id(person, path);
        try {
            cabinet.put(
                    KIND, id, content, cabinet.get(KIND, id).map(Paper::version).orElse(0L));
        } catch (StalePaper twoWindows) {
            // The same person, at the same instant: the one who comes later wins.
            cabinet.put(
                    KIND, id, content, cabinet.get(KIND, id).map(Paper::version).orElse(0L));
        }
    }

    /** Forgets a draft. */
    public void remove(String person, String path) {
        cabinet.remove(KIND, id(person, path));
    }

    /** Takes all that a person has begun out of a cabinet. */
    public static void removeAll(String person, Cabinet cabinet) {
        papers(person, cabinet).forEach(paper -> cabinet.remove(KIND, paper.id()));
    }

    private static List<Paper> papers(String person, Cabinet cabinet) {
        var beginning = person + "/";
        return cabinet.list(KIND, beginning, MOST).stream()
                .takeWhile(paper -> paper.id().startsWith(beginning))
                .toList();
    }

    private Draft draft(Paper paper) {
        return json.readValue(paper.json(), Draft.class);
    }

    /** Addresses can be longer than ids of papers. */
    private static String id(String person, String path) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
            return person + "/" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
