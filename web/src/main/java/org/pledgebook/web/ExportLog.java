package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.cabinet.Paper;
import org.pledgebook.query.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who took what out of the book. It is no event, since nothing was said; it lies in the cabinet, one paper an export, by
 * time. What cannot be written down here is not given out.
 */
@Component
public final class ExportLog {

    private static final String KIND = "export";
    private static final int AT_ONCE = 500;

    /** A time alone, which all that was taken then comes after, or a paper's whole id. */
    private static final Pattern ID =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z( [0-9a-f-]{36})?");

    private final Cabinet cabinet;
    private final PartnerBoards partnerBoards;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    ExportLog(Cabinet cabinet, PartnerBoards partnerBoards, Clock clock) {
        this.cabinet = cabinet;
        this.partnerBoards = partnerBoards;
        this.clock = clock;
    }

    /**
     * An export.
     *
     * @param at when, UTC, to the millisecond
     * @param actor the id of the person who took it
     * @param requestId of the request
     * @param what its address
     * @param query what was asked for beside the address; empty where nothing was
     * @param boards whose record it may hold; null where it is of all boards
     */
    public record Taken(
            Instant at,
            String actor,
            String requestId,
            String what,
            String query,
            @Nullable List<String> boards) {}

    /**
     * Writes down who takes what a request asks for, of the board or partner that its path names; called before anything
     * of it is given.
     */
    public void write(Sender sender, HttpServletRequest request) {
        @SuppressWarnings("unchecked") // what Spring MVC puts there
        var path = (Map<String, String>)
                Objects.requireNonNull(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE));
        var board = path.get("board");
        write(
                sender,
                request,
                board != null
                        ? List.of(board)
                        : partnerBoards
                                .boardOf(Objects.requireNonNull(
                                        path.get("partner"), "a path names a board or a partner"))
                                .map(List::of)
                                .orElseThrow());
    }

    /** The same of these boards, or of all for null. */
    public void write(Sender sender, HttpServletRequest request, @Nullable Collection<String> boards) {
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var taken = new Taken(
                at,
                sender.person(),
                sender.requestId(),
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                boards == null ? null : boards.stream().sorted().toList());
        cabinet.put(KIND, Times.milliseconds(at) + " " + UUID.randomUUID(), json.writeValueAsString(taken), 0);
    }

    /**
     * What was taken, oldest first.
     *
     * @param since the earliest time; null for all
     * @param cursor from the page before; null for the first
     * @param limit from 1
     * @throws IllegalArgumentException if the cursor is none of ours
     */
    public Page<Taken> all(@Nullable Instant since, Predicate<Taken> wanted, @Nullable String cursor, int limit) {
        if (cursor != null && !ID.matcher(cursor).matches()) {
            throw new IllegalArgumentException("The cursor is not one of ours.");
        }
        var found = new ArrayList<Found>();
        var after = cursor != null ? cursor : since == null ? "" : Times.milliseconds(since);
        while (found.size() <= limit) {
            var papers = cabinet.list(KIND, after, AT_ONCE);
            papers.stream()
                    .map(paper -> new Found(paper, json.readValue(paper.json(), Taken.class)))
                    .filter(one -> wanted.test(one.taken))
                    .forEach(found::add);
            if (papers.size() < AT_ONCE) {
                break;
            }
            after = papers.get(AT_ONCE - 1).id();
        }
        return Page.of(found, limit, one -> one.paper.id(), Found::taken);
    }

    private record Found(Paper paper, Taken taken) {}
}
