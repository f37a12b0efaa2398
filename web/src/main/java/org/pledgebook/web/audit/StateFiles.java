package org.pledgebook.web.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Past;
import org.pledgebook.web.Times;
import org.pledgebook.web.audit.Checkpoints.Checkpoint;
import org.pledgebook.web.audit.Pack.Content;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the book said when its last event was recorded, as files of a pack. */
@Component
final class StateFiles {

    private final Past past;
    private final JsonMapper json;
    private final StatePage page;

    StateFiles(Past past, JsonMapper json, StatePage page) {
        this.past = past;
        this.json = json;
        this.page = page;
    }

    /**
     * The files by name.
     *
     * @param position of the last event of the checkpoint
     * @param at when it was recorded: what is overdue by then is said to be
     */
    Map<String, Content> of(Scope scope, Checkpoint checkpoint, long position, Instant at) {
        var state = new State(past.at(new Moment(position, at)));
        var files = new LinkedHashMap<String, Content>();
        files.put(
                "state.json",
                out -> new StateJson(state, json, out)
                        .write(
                                scope,
                                "\"size\":%d,\"scope\":\"%s\",\"asOf\":\"%s\""
                                        .formatted(checkpoint.size(), scope.words(), Times.milliseconds(at))));
        files.put("state.html", out -> page.write(scope, state, checkpoint, at, out));
        return files;
    }
}
