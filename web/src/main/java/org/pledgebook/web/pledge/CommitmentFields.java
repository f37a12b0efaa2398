package org.pledgebook.web.pledge;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Commitment.Basis;
import org.pledgebook.shared.pledge.Commitment.Origin;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.web.page.Typed;

/** A commitment as the fields of its form. */
final class CommitmentFields {

    /** As many measures as a pledge takes. */
    static final int MOST_MEASURES = 20;

    private static final Pattern ROW = Pattern.compile("measures\\.(\\d{1,2})\\.(.+)");
    private static final int LONGEST_ID = 50;

    private CommitmentFields() {}

    /** A form filled in with what a pledge says. */
    static Typed of(Commitment says) {
        var typed = Typed.nothing()
                .fillAll(
                        "items",
                        says.items().stream().map(CommitmentFields::spelled).toList())
                .fill("title", says.title())
                .fill("inequality", says.inequality())
                .fill("action", says.action())
                .fill("outcome", says.outcome())
                .fill("howWeWillKnow", says.howWeWillKnow())
                .fillAll("characteristics", says.characteristics())
                .fill("basis.data", says.basis().data())
                .fill("basis.userFeedback", says.basis().userFeedback())
                .fill("basis.staffFeedback", says.basis().staffFeedback())
                .fill("origin", says.origin())
                .fillAll("teams", says.teams())
                .fill("lead", says.lead());
        for (var i = 0; i < says.measures().size(); i++) {
            var measure = says.measures().get(i);
            var row = "measures." + i + ".";
            typed.fill(row + "id", measure.id())
                    .fill(row + "title", measure.title())
                    .fill(row + "unit", measure.unit())
                    .fill(row + "baseline", plain(measure.baseline()))
                    .fill(row + "target", plain(measure.target()));
            var by = measure.targetDate();
            if (by != null) {
                typed.fill(row + "targetDate-day", by.getDayOfMonth())
                        .fill(row + "targetDate-month", by.getMonthValue())
                        .fill(row + "targetDate-year", by.getYear());
            }
        }
        return typed;
    }

    /** What a form says; what is missing in it is for validation to refuse. */
    @SuppressWarnings("NullAway")
    static Commitment read(Typed typed) {
        return new Commitment(
                typed.text("title"),
                typed.text("inequality"),
                typed.text("action"),
                typed.text("outcome"),
                typed.text("howWeWillKnow"),
                typed.all("characteristics"),
                typed.one("origin", Origin.class),
                typed.all("teams"),
                new Basis(
                        typed.optional("basis.data"),
                        typed.optional("basis.userFeedback"),
                        typed.optional("basis.staffFeedback")),
                typed.text("lead"),
                measures(typed),
                typed.all("items").stream().map(CommitmentFields::item).toList());
    }

    /** How the form spells an item. */
    static String spelled(AnsweredItem item) {
        return item.framework() + "/" + item.item();
    }

    /** How many rows of the form have a measure in them. */
    static int rows(Typed typed) {
        var rows = 0;
        while (rows < MOST_MEASURES && isFilled(typed, rows)) {
            rows++;
        }
        return rows;
    }

    /**
     * The form with its measures one below the other: without the rows that nobody has filled in, and without one more.
     *
     * @param gone the row to leave out; null for none
     */
    static Typed withoutGaps(Typed typed, @Nullable String gone) {
        var rows = new TreeMap<Integer, Map<String, List<String>>>();
        var fields = new LinkedHashMap<String, List<String>>();
        typed.fields().forEach((field, values) -> {
            var row = ROW.matcher(field);
            if (!row.matches()) {
                fields.put(field, values);
            } else if (!row.group(1).equals(gone)) {
                rows.computeIfAbsent(Integer.valueOf(row.group(1)), number -> new LinkedHashMap<>())
                        .put(row.group(2), values);
            }
        });
        var next = 0;
        for (var row : rows.entrySet()) {
            if (isFilled(typed, row.getKey())) {
                var at = "measures." + next++ + ".";
                row.getValue().forEach((field, values) -> fields.put(at + field, values));
            }
        }
        return Typed.of(fields);
    }

    private static boolean isFilled(Typed typed, int row) {
        var at = "measures." + row + ".";
        return typed.hasAny(at + "t") || typed.hasAny(at + "unit") || typed.hasAny(at + "baseline");
    }

    private static List<Measure> measures(Typed typed) {
        var measures = new ArrayList<Measure>();
        var taken = new HashSet<String>();
        var rows = rows(typed);
        for (var i = 0; i < rows; i++) {
            taken.add(typed.text("measures." + i + ".id"));
        }
        for (var i = 0; i < rows; i++) {
            var row = "measures." + i + ".";
            var id = typed.text(row + "id");
            measures.add(new Measure(
                    id.isEmpty() ? idOf(typed.text(row + "title"), taken) : id,
                    typed.text(row + "title"),
                    typed.optional(row + "unit"),
                    typed.number(row + "baseline"),
                    typed.number(row + "target"),
                    typed.date(row + "targetDate")));
        }
        return measures;
    }

    /** Readings name a measure by its id, which stays when the measure is called otherwise. */
    private static String idOf(String title, Set<String> taken) {
        var plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var cut = plain.substring(0, Math.min(LONGEST_ID, plain.length())).replaceAll("-$", "");
        var stem = cut.isEmpty() ? "measure" : cut;
        var id = stem;
        for (var next = 2; !taken.add(id); next++) {
            id = stem + "-" + next;
        }
        return id;
    }

    private static AnsweredItem item(String spelled) {
        var parts = spelled.split("/", 2);
        return new AnsweredItem(parts[0], parts.length == 2 ? parts[1] : "");
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
