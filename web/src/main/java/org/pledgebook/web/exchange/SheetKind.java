package org.pledgebook.web.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sheets that statements stand on, in their order. Each statement is a row of one of the main sheets, with a number
 * of its own in the column {@code #}; what it has several of are rows of another sheet with the same number. Columns and
 * sheets in brackets are for the reader alone.
 */
enum SheetKind {
    ASSESSMENTS(
            null,
            List.of("#", "framework", "version"),
            "#",
            "said on",
            "framework",
            "version",
            "data",
            "user feedback",
            "staff feedback",
            "stated total",
            "reason"),
    ANSWERS(
            ASSESSMENTS,
            List.of("#", "item"),
            "#",
            "item",
            "(question)",
            "(how to answer)",
            "rating",
            "choices",
            "value",
            "text",
            "not applicable",
            "evidence"),
    TABLES(
            ASSESSMENTS,
            List.of("#"),
            "#",
            "table",
            "title",
            "characteristic",
            "starts on",
            "ends on",
            "not stated",
            "prefer not to say",
            "not asked",
            "total",
            "reference",
            "reference version"),
    GROUPS(ASSESSMENTS, List.of("#", "table"), "#", "table", "group", "label", "count"),
    PLEDGES(
            null,
            List.of("#", "pledge"),
            "#",
            "said on",
            "pledge",
            "title",
            "inequality",
            "action",
            "outcome",
            "how we will know",
            "characteristics",
            "origin",
            "teams",
            "data",
            "user feedback",
            "staff feedback",
            "lead"),
    AMENDMENTS(
            null,
            List.of("#", "pledge"),
            "#",
            "said on",
            "pledge",
            "title",
            "inequality",
            "action",
            "outcome",
            "how we will know",
            "characteristics",
            "origin",
            "teams",
            "data",
            "user feedback",
            "staff feedback",
            "lead",
            "measures",
            "items",
            "reason"),
    MEASURES(PLEDGES, List.of("#"), "#", "measure", "title", "unit", "baseline", "target", "target date"),
    ITEMS(PLEDGES, List.of("#"), "#", "framework", "item"),
    EXTENSIONS(null, List.of("#", "pledge"), "#", "said on", "pledge", "teams", "reason"),
    WITHDRAWALS(null, List.of("#", "pledge"), "#", "said on", "pledge", "reason"),
    FULFILMENTS(null, List.of("#", "pledge"), "#", "said on", "pledge", "outcome"),
    CONTINUATIONS(
            null,
            List.of("#", "pledge"),
            "#",
            "said on",
            "pledge",
            "earlier cycle",
            "earlier pledge",
            "earlier version",
            "reason"),
    PROGRESS(
            null,
            List.of("#", "pledge", "period"),
            "#",
            "said on",
            "pledge",
            "period",
            "status",
            "narrative",
            "next steps"),
    CORRECTIONS(
            null,
            List.of("#", "pledge", "period"),
            "#",
            "said on",
            "pledge",
            "period",
            "status",
            "narrative",
            "next steps",
            "reason"),
    READINGS(PROGRESS, List.of("#", "measure"), "#", "measure", "value"),
    EVIDENCE(PROGRESS, List.of("#"), "#", "title", "url");

    /** The sheet whose statements these are parts of; null where it is a main sheet itself. */
    final @Nullable SheetKind of;

    /** The columns that a template fills in: a row in which nothing else stands is passed over. */
    final Set<String> given;

    final List<String> columns;

    SheetKind(@Nullable SheetKind of, List<String> given, String... columns) {
        this.of = of;
        this.given = Set.copyOf(given);
        this.columns = List.of(columns);
    }

    /** As a spreadsheet shows it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isMain() {
        return of == null;
    }

    /** Whether a statement of that main sheet can have rows here. */
    boolean isPartOf(SheetKind main) {
        return of == main || of == PROGRESS && main == CORRECTIONS || of == PLEDGES && main == AMENDMENTS;
    }

    /** The columns that are read. */
    Set<String> read() {
        return Set.copyOf(
                columns.stream().filter(column -> !isForTheReader(column)).toList());
    }

    static boolean isForTheReader(String name) {
        return name.startsWith("(") && name.endsWith(")");
    }

    static Optional<SheetKind> titled(String title) {
        return Arrays.stream(values())
                .filter(kind -> kind.title().equals(title))
                .findFirst();
    }

    /**
     * The only kind that has all of these columns, or the one that has these and no others; where no reason is given, of
     * those that need none.
     */
    static Optional<SheetKind> withColumns(Set<String> columns) {
        var fitting = Stream.of(values())
                .filter(kind -> kind.read().containsAll(columns) && (columns.contains("reason") || !kind.needsReason()))
                .toList();
        return fitting.size() == 1
                ? Optional.of(fitting.get(0))
                : fitting.stream().filter(kind -> kind.read().equals(columns)).findFirst();
    }

    /** An assessment needs one only where it is submitted again. */
    private boolean needsReason() {
        return this != ASSESSMENTS && columns.contains("reason");
    }
}
