package org.pledgebook.web.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Words;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.web.Times;
import org.pledgebook.web.audit.AuditApi.Proved;
import org.pledgebook.web.exchange.Protection;

/** Events as the rows of a table, CSV as RFC 4180 has it. */
final class EventTable {

    private static final int BATCH = 1_000;

    /** Without it, spreadsheets take UTF-8 for something else. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static final String HEADER = BYTE_ORDER_MARK
            + line(Stream.of(
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
                Times.milliseconds(entry.recordedAt()),
                entry.saidOn(),
                entry.actor(),
                String.join(" ", entry.boards()),
                entry.partner(),
                entry.cycle(),
                entry.pledge(),
                entry.words(),
                Words.changed(entry.changes()),
                entry.reason()));
    }

    private static String line(Stream<@Nullable Object> cells) {
        return CSVFormat.RFC4180.format(cells.map(cell -> cell instanceof String text ? Protection.on(text) : cell)
                        .toArray())
                + "\r\n";
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
