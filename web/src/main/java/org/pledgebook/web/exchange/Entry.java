package org.pledgebook.web.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.assessment.UsageTable.Group;
import org.pledgebook.shared.assessment.UsageTable.Reference;
import org.pledgebook.shared.exchange.Statement;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.Amendment;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.pledge.Report.EvidenceLink;
import org.pledgebook.shared.pledge.Status;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.pledgebook.web.exchange.FileFaults.Place;

/** One statement of a file with all its rows. What is missing is left to be refused where every statement is. */
@SuppressWarnings("NullAway") // records are made of what there is, and looked at afterwards
final class Entry {

    private static final Pattern WORD = Pattern.compile("(?=[A-Z])");
    private static final Pattern INDEX = Pattern.compile("\\d{1,4}");
    private static final List<String> SPREAD_OUT = List.of("commitment", "amendment", "report", "submission");

    private final int number;
    private final StatementRow main;
    private final List<StatementRow> parts;
    private @Nullable Statement statement;

    Entry(int number, StatementRow main, List<StatementRow> parts) {
        this.number = number;
        this.main = main;
        this.parts = parts;
    }

    int number() {
        return number;
    }

    StatementRow main() {
        return main;
    }

    Statement statement() {
        return Objects.requireNonNull(statement);
    }

    void say(String partner, String cycle) {
        var pledge = main.kind == SheetKind.ASSESSMENTS ? 0 : main.whole("pledge");
        statement = new Statement(
                pledge,
                switch (main.kind) {
                    case ASSESSMENTS ->
                        new SubmitAssessment(partner, cycle, submission(), main.text("reason"), main.day("said on"));
                    case PLEDGES -> new MakePledge(partner, cycle, commitment(), main.day("said on"));
                    case PROGRESS ->
                        new RecordProgress(partner, cycle, pledge, main.word("period"), report(), main.day("said on"));
                    case CORRECTIONS ->
                        new CorrectProgress(
                                partner, cycle, pledge, period(), report(), main.text("reason"), main.day("said on"));
                    case AMENDMENTS ->
                        new AmendPledge(partner, cycle, pledge, amendment(), main.text("reason"), main.day("said on"));
                    case EXTENSIONS ->
                        new ExtendPledge(
                                partner,
                                cycle,
                                pledge,
                                Objects.requireNonNullElse(main.listOrNull("teams"), List.of()),
                                main.text("reason"),
                                main.day("said on"));
                    case WITHDRAWALS ->
                        new WithdrawPledge(partner, cycle, pledge, main.text("reason"), main.day("said on"));
                    case FULFILMENTS ->
                        new FulfilPledge(partner, cycle, pledge, main.text("outcome"), main.day("said on"));
                    case CONTINUATIONS ->
                        new ContinuePledge(
                                partner,
                                cycle,
                                Objects.requireNonNullElse(main.word("earlier cycle"), ""),
                                main.whole("earlier pledge"),
                                main.wholeOrNull("earlier version"),
                                main.text("reason"),
                                main.day("said on"));
                    case ANSWERS, TABLES, GROUPS, MEASURES, ITEMS, READINGS, EVIDENCE ->
                        throw new IllegalStateException("no main sheet");
                });
    }

    private Submission submission() {
        return new Submission(
                main.word("framework"),
                main.whole("version"),
                parts(SheetKind.ANSWERS).stream()
                        .map(row -> new Answer(
                                row.word("item"),
                                row.number("rating"),
                                row.numbers("choices"),
                                row.number("value"),
                                row.text("text"),
                                row.text("not applicable"),
                                row.text("evidence")))
                        .toList(),
                main.text("data"),
                main.text("user feedback"),
                main.text("staff feedback"),
                main.number("stated total"),
                parts(SheetKind.TABLES).stream().map(this::table).toList());
    }

    private UsageTable table(StatementRow row) {
        var id = row.word("table");
        return new UsageTable(
                id,
                row.text("title"),
                row.word("characteristic"),
                row.day("starts on"),
                row.day("ends on"),
                groups(id).stream()
                        .map(group -> new Group(group.word("group"), group.text("label"), group.whole("count")))
                        .toList(),
                row.wholeOrNull("not stated"),
                row.wholeOrNull("prefer not to say"),
                row.wholeOrNull("not asked"),
                row.whole("total"),
                row.word("reference") == null && row.word("reference version") == null
                        ? null
                        : new Reference(row.word("reference"), row.whole("reference version")));
    }

    private List<StatementRow> groups(@Nullable String table) {
        return parts(SheetKind.GROUPS).stream()
                .filter(row -> Objects.equals(row.word("table"), table))
                .toList();
    }

    private Commitment commitment() {
        return new Commitment(
                main.text("title"),
                main.text("inequality"),
                main.text("action"),
                main.text("outcome"),
                main.text("how we will know"),
                main.list("characteristics"),
                main.choice("origin", Commitment.Origin.class),
                main.list("teams"),
                basis(),
                main.text("lead"),
                measures(),
                items());
    }

    /** What is left empty stays as it is; an emptied list is said to be none. */
    private Amendment amendment() {
        var basis = basis();
        return new Amendment(
                main.text("title"),
                main.text("inequality"),
                main.text("action"),
                main.text("outcome"),
                main.text("how we will know"),
                main.listOrNull("characteristics"),
                main.choice("origin", Commitment.Origin.class),
                main.listOrNull("teams"),
                basis.equals(new Commitment.Basis(null, null, null)) ? null : basis,
                main.text("lead"),
                changed("measures", measures()),
                changed("items", items()));
    }

    private <T> @Nullable List<T> changed(String column, List<T> rows) {
        var none = main.listOrNull(column);
        if (none != null && !none.isEmpty()) {
            main.fault(
                    column,
                    "Write 'none' to take them all away, or leave this empty and give the rows on the sheet '%s'."
                            .formatted(column));
        } else if (none != null && !rows.isEmpty()) {
            main.fault(column, "There are rows for this on the sheet '%s': leave this empty.".formatted(column));
        }
        return none == null && rows.isEmpty() ? null : rows;
    }

    private Commitment.Basis basis() {
        return new Commitment.Basis(main.text("data"), main.text("user feedback"), main.text("staff feedback"));
    }

    private List<Measure> measures() {
        return parts(SheetKind.MEASURES).stream()
                .map(row -> new Measure(
                        row.word("measure"),
                        row.text("title"),
                        row.text("unit"),
                        row.number("baseline"),
                        row.number("target"),
                        row.day("target date")))
                .toList();
    }

    private List<AnsweredItem> items() {
        return parts(SheetKind.ITEMS).stream()
                .map(row -> new AnsweredItem(row.word("framework"), row.word("item")))
                .toList();
    }

    private Report report() {
        return new Report(
                main.choice("status", Status.class),
                main.text("narrative"),
                parts(SheetKind.READINGS).stream()
                        .map(row -> new Reading(row.word("measure"), row.number("value")))
                        .toList(),
                parts(SheetKind.EVIDENCE).stream()
                        .map(row -> new EvidenceLink(row.text("title"), row.word("url")))
                        .toList(),
                main.text("next steps"));
    }

    private String period() {
        var period = main.word("period");
        if (period == null) {
            main.fault("period", "Say which report this corrects: its period, or in a cycle without periods its day.");
        }
        return Objects.requireNonNullElse(period, "");
    }

    private List<StatementRow> parts(SheetKind kind) {
        return parts.stream().filter(row -> row.kind == kind).toList();
    }

    /**
     * Where a person finds what a pointer into the statement's command names.
     *
     * @param pointer as the command spells it, {@code /commitment/title}, or as a body would, {@code /title}
     */
    Place place(String pointer) {
        var steps = List.of(pointer.replaceFirst("^/", "").split("/", -1));
        if (SPREAD_OUT.contains(steps.get(0))) {
            steps = steps.subList(1, steps.size());
        }
        if (steps.isEmpty() || steps.get(0).isEmpty()) {
            return main.place(null);
        }
        var part = part(steps);
        if (part.isPresent() && steps.size() > 3 && steps.get(2).equals("groups")) {
            var groups = groups(part.get().word("table"));
            var which = Integer.parseInt(steps.get(3));
            if (which < groups.size()) {
                return groups.get(which).place(steps.size() == 4 ? null : column(SheetKind.GROUPS, steps.get(4)));
            }
        }
        if (part.isPresent()) {
            var last = steps.get(steps.size() - 1);
            var names = steps.size() == 2 || INDEX.matcher(last).matches();
            return part.get().place(names ? null : column(part.get().kind, last));
        }
        var last = steps.get(steps.size() - 1);
        return main.place(column(main.kind, INDEX.matcher(last).matches() ? steps.get(steps.size() - 2) : last));
    }

    private Optional<StatementRow> part(List<String> steps) {
        var kind = SheetKind.titled(steps.get(0)).orElse(null);
        if (kind == null || steps.size() < 2) {
            return Optional.empty();
        }
        var rows = parts(kind);
        var which = steps.get(1);
        if (INDEX.matcher(which).matches() && Integer.parseInt(which) < rows.size()) {
            return Optional.of(rows.get(Integer.parseInt(which)));
        }
        // Readings are named by their measure.
        return rows.stream().filter(row -> which.equals(row.word("measure"))).reduce((first, later) -> later);
    }

    /** {@code target date} for {@code targetDate}; null for what has no column of its own. */
    private static @Nullable String column(SheetKind kind, String field) {
        if (field.equals("id")) {
            return kind == SheetKind.TABLES ? "table" : kind == SheetKind.GROUPS ? "group" : "measure";
        }
        var name = String.join(" ", WORD.split(field)).toLowerCase(Locale.ROOT);
        if (kind.columns.contains(name)) {
            return name;
        }
        if (kind == SheetKind.CONTINUATIONS) {
            return switch (name) {
                case "from" -> "earlier cycle";
                case "number" -> "earlier pledge";
                case "version" -> "earlier version";
                default -> null;
            };
        }
        return name.equals("basis") ? "data" : null;
    }
}
