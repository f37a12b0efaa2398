package org.pledgebook.web.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pledgebook.query.Words;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.web.audit.AuditApi.Proved;

/** Events as the rows of a table, CSV as RFC 4180 has it. */
final class EventTable {

    private static final int BATCH = 1_000;

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    static final String HEADER = line(Stream.of(
            "leaf",
            "hash",
            "position",
            "event",
            "type",
            "stream",
            "sequence",
            "recordedAt",
            "saidOn",
            "actor",
            "boards",
            "partner",
            "cycle",
            "pledge",
            "words",
            "changes",
            "reason"));

    private EventTable() {}

    static String row(Proved proved) {
        var entry = proved.entry();
        return line(Stream.of(
                proved.leaf(),
                proved.hash(),
                entry.position(),
                entry.event(),
                entry.type(),
                entry.stream(),
                entry.sequence(),
                entry.recordedAt(),
                Objects.toString(entry.saidOn(), ""),
                entry.actor(),
                String.join(" ", entry.boards()),
                Objects.toString(entry.partner(), ""),
                Objects.toString(entry.cycle(), ""),
                Objects.toString(entry.pledge(), ""),
                entry.words(),
                Words.changed(entry.changes()),
                Objects.toString(entry.reason(), "")));
    }

    private static String line(Stream<?> cells) {
        return cells.map(cell -> cell(cell.toString())).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        var harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    /** Goes through entries without ever holding more than a batch of them. */
    static void inBatches(Stream<AuditEntry> entries, Consumer<List<AuditEntry>> taker) {
        var batch = new ArrayList<AuditEntry>(BATCH);
        entries.forEachOrdered(entry -> {
            batch.add(entry);
            if (batch.size() == BATCH) {
                taker.accept(List.copyOf(batch));
                batch.clear();
            }
        });
        if (!batch.isEmpty()) {
            taker.accept(batch);
        }
    }
}
