package org.pledgebook.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.pledgebook.cabinet.Cabinet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who took what out of the book. It is no event, since nothing was said; it lies in the cabinet, one paper an export, by
 * time. What cannot be written down here is not given out.
 */
@Component
public final class ExportLog {

    private static final String KIND = "export";

    private final Cabinet cabinet;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    ExportLog(Cabinet cabinet, Clock clock) {
        this.cabinet = cabinet;
        this.clock = clock;
    }

    /**
     * An export.
     *
     * @param at when, UTC
     * @param actor the id of the person who took it
     * @param requestId of the request
     * @param what its address
     * @param query what was asked for beside the address; empty where nothing was
     */
    record Taken(String at, String actor, String requestId, String what, String query) {}

    /** Writes down who takes what a request asks for; called before anything of it is given. */
    public void write(Sender sender, HttpServletRequest request) {
        var at = Times.milliseconds(clock.instant());
        var taken = new Taken(
                at,
                sender.person(),
                sender.requestId(),
                request.getRequestURI(),
                Objects.requireNonNullElse(request.getQueryString(), ""));
        cabinet.put(KIND, at + " " + UUID.randomUUID(), json.writeValueAsString(taken), 0);
    }
}
