package org.pledgebook.query;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** What the driver sent to the server, in its order. */
final class SentCommands implements CommandListener {

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile boolean listening = true;

    /** Looking into commands takes longer than sending them: not while time is measured. */
    void listen(boolean listening) {
        this.listening = listening;
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!listening) {
            return;
        }
        var command = event.getCommand();
        switch (event.getCommandName()) {
            case "insert" -> add(event, written(command, "documents", "_id"));
            case "update" -> add(event, written(command, "updates", "q"));
            case "find" -> add(event, List.of());
            default -> {
                // Not of interest.
            }
        }
    }

    private static List<String> written(BsonDocument command, String list, String what) {
        return command.getArray(list).stream()
                .map(BsonValue::asDocument)
                .flatMap(one -> what.equals("_id")
                        ? Stream.of(one.get("_id"))
                        : Stream.of(one.getDocument("q").get("_id")))
                .map(String::valueOf)
                .toList();
    }

    private void add(CommandStartedEvent event, List<String> ids) {
        var command = event.getCommand();
        var collection = command.getString(event.getCommandName()).getValue();
        if (collection.equals("log")) {
            // The log follows by itself, beside the processor.
            return;
        }
        var storesToken =
                collection.equals("trackingtokens") && command.toString().contains("tokenType");
        sent.add(new Sent(event.getCommandName(), collection, ids, storesToken));
    }

    List<Sent> all() {
        return List.copyOf(sent);
    }

    void clear() {
        sent.clear();
    }

    /** What was sent before each storing of a token, since the one before it. */
    List<List<Sent>> batches() {
        var batches = new ArrayList<List<Sent>>();
        var current = new ArrayList<Sent>();
        for (var one : sent) {
            if (one.storesToken()) {
                batches.add(List.copyOf(current));
                current.clear();
            } else if (!one.collection().equals("trackingtokens")) {
                current.add(one);
            }
        }
        batches.add(List.copyOf(current));
        return batches;
    }

    /**
     * One command.
     *
     * @param ids of the documents it writes
     */
    record Sent(String name, String collection, List<String> ids, boolean storesToken) {

        boolean writes() {
            return !name.equals("find");
        }
    }
}
