package org.pledgebook.standalone;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a book says at a moment, worked out from the bytes of its events in the simplest way there is: by looking through
 * all of them for each single fact. It shares no code with the folds, and is slow.
 */
final class Oracle {

    /**
     * An event as it is stored.
     *
     * @param says its payload
     */
    record Stored(long position, Instant at, String actor, String stream, String type, JsonNode says) {

        String text(String field) {
            return says.path(field).asString();
        }

        boolean has(String field, String value) {
            return text(field).equals(value);
        }
    }

    /** What gives a pledge another version. */
    private static final Set<String> BECAME =
            Set.of("pledge-made", "pledge-continued", "pledge-amended", "pledge-extended");

    private final List<Stored> events;
    private final Instant now;
    private final SortedMap<String, String> facts = new TreeMap<>();

    private Oracle(List<Stored> events, Instant now) {
        this.events = events;
        this.now = now;
    }

    /** Every fact of the one board that these events are about, by name. */
    static SortedMap<String, String> facts(List<Stored> events, Instant now) {
        var oracle = new Oracle(events, now);
        oracle.all("board-established").forEach(oracle::board);
        return oracle.facts;
    }

    private Stream<Stored> all(String... types) {
        return events.stream().filter(event -> List.of(types).contains(event.type()));
    }

    private Stream<Stored> of(String partner, String... types) {
        return all(types).filter(event -> event.has("partner", partner));
    }

    private void board(Stored board) {
        facts.put("board", board.text("name"));
        facts.put(
                "cycles",
                all("cycle-opened")
                        .map(cycle -> cycle.text("cycle") + " "
                                + closing(cycle.text("cycle")).map(Stored::at).orElse(null))
                        .collect(joining(", ")));
        var partners = all("partner-joined")
                .map(joined -> joined.text("partner"))
                .sorted()
                .toList();
        facts.put("partners", String.join(", ", partners));
        partners.forEach(this::partner);
        all("cycle-opened").forEach(cycle -> dashboard(board, cycle, partners));
    }

    private Optional<Stored> closing(String cycle) {
        return all("cycle-closed").filter(closed -> closed.has("cycle", cycle)).findFirst();
    }

    private void partner(String id) {
        facts.put(id + " name", name(id));
        facts.put(
                id + " teams",
                Stream.concat(
                                of(id, "partner-joined")
                                        .flatMap(joined -> texts(joined.says().path("teams"))),
                                of(id, "team-added").map(added -> added.text("team")))
                        .collect(joining(", ")));
        facts.put(id + " left", String.valueOf(leaving(id).map(Stored::at).orElse(null)));
        facts.put(id + " merged into", String.valueOf(mergedInto(id)));
        facts.put(id + " predecessors", String.join(", ", predecessors(id)));
        facts.put(
                id + " version",
                String.valueOf(events.stream()
                        .filter(event -> event.stream().equals("partner:" + id))
                        .count()));
        facts.put(id + " timeline", timeline(id));
        of(id, "assessment-submitted").forEach(first -> assessment(id, first.text("cycle")));
        of(id, "pledge-made", "pledge-continued").forEach(made -> pledge(id, made));
        of(id, "support-posted").forEach(posted -> support(id, posted));
    }

    private String name(String partner) {
        return last(of(partner, "partner-joined", "partner-renamed")).text("name");
    }

    private Optional<Stored> leaving(String partner) {
        return of(partner, "partner-left", "partner-merged").findFirst();
    }

    private @Nullable String mergedInto(String partner) {
        return of(partner, "partner-merged")
                .map(merged -> merged.text("into"))
                .findFirst()
                .orElse(null);
    }

    private TreeSet<String> predecessors(String partner) {
        var found = new TreeSet<String>();
        var open = new ArrayDeque<>(List.of(partner));
        while (!open.isEmpty()) {
            var into = open.remove();
            all("partner-merged")
                    .filter(merged -> merged.has("into", into))
                    .map(merged -> merged.text("partner"))
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    private String timeline(String partner) {
        return events.stream()
                .filter(event -> event.stream().matches("[a-z]+:" + partner + "(/.*)?"))
                .sorted(comparing(Stored::position).reversed())
                .map(event -> event.position() + " " + event.type())
                .collect(joining(", "));
    }

    private void assessment(String partner, String cycle) {
        var submitted = of(partner, "assessment-submitted", "assessment-resubmitted")
                .filter(one -> one.has("cycle", cycle))
                .toList();
        var latest = submitted.get(submitted.size() - 1);
        var name = "assessment " + partner + "/" + cycle;
        facts.put(name + " version", String.valueOf(submitted.size()));
        facts.put(name + " said", said(latest));
        facts.put(
                name + " answers",
                latest.says().path("submission").path("answers").values().stream()
                        .map(answer -> answer.path("item").asString() + "="
                                + number(answer.path("rating").asString()))
                        .collect(joining(", ")));
        facts.put(
                name + " overall",
                number(latest.says().path("score").path("overall").asString()));
    }

    private void pledge(String partner, Stored made) {
        var id = partner + "/" + made.text("cycle") + "/" + made.text("number");
        var own = own(made);
        facts.put(id + " title", commitment(own).path("title").asString());
        facts.put(id + " said", said(made));
        facts.put(id + " version", String.valueOf(own.size()));
        facts.put(
                id + " versions",
                own.stream()
                        .filter(event -> BECAME.contains(event.type()))
                        .map(Oracle::said)
                        .collect(joining("; ")));
        facts.put(id + " standing", standing(own));
        facts.put(
                id + " questions",
                all(own, "question-asked")
                        .map(asked -> asked.text("text") + " "
                                + all(own, "question-answered")
                                        .filter(answered -> answered.has("question", asked.text("question")))
                                        .map(answered -> answered.text("text"))
                                        .findFirst()
                                        .orElse(null))
                        .collect(joining("; ")));
        facts.put(
                id + " goes on as",
                String.valueOf(of(partner, "pledge-continued")
                        .filter(on -> on.has("from", made.text("cycle")) && on.has("fromNumber", made.text("number")))
                        .map(on -> partner + "/" + on.text("cycle") + "/" + on.text("number"))
                        .findFirst()
                        .orElse(null)));
        var reports = reports(made);
        facts.put(id + " status", reports.isEmpty() ? "null" : status(latest(reports.get(reports.size() - 1))));
        for (var report : reports) {
            var period = report.get(0).text("period");
            facts.put(id + " " + period + " now", content(latest(report)));
            facts.put(id + " " + period + " late", report.get(0).text("late"));
            facts.put(
                    id + " " + period + " statements",
                    report.stream().map(Oracle::said).collect(joining("; ")));
        }
        for (var measure : commitment(own).path("measures").values()) {
            facts.put(id + " " + measure.path("id").asString(), reached(measure, reports));
        }
        facts.put(id + " story", story(partner, made));
    }

    /** All that was said of a pledge itself. */
    private List<Stored> own(Stored made) {
        return events.stream()
                .filter(event -> event.stream().equals(made.stream()) && event.has("number", made.text("number")))
                .toList();
    }

    private static Stream<Stored> all(List<Stored> events, String... types) {
        return events.stream().filter(event -> List.of(types).contains(event.type()));
    }

    private static JsonNode commitment(List<Stored> own) {
        return last(all(own, "pledge-made", "pledge-continued", "pledge-amended"))
                .says()
                .path("commitment");
    }

    private static String standing(List<Stored> own) {
        if (all(own, "pledge-withdrawn").findFirst().isPresent()) {
            return "WITHDRAWN";
        }
        return all(own, "pledge-fulfilled").findFirst().isPresent() ? "FULFILLED" : "LIVE";
    }

    /** What was said for each period, in the order of the periods: the first report and its corrections. */
    private List<List<Stored>> reports(Stored made) {
        var periods = new HashMap<String, List<Stored>>();
        of(made.text("partner"), "progress-recorded", "progress-corrected")
                .filter(event -> event.has("cycle", made.text("cycle")) && event.has("number", made.text("number")))
                .forEach(event -> periods.computeIfAbsent(event.text("period"), period -> new ArrayList<>())
                        .add(event));
        Comparator<List<Stored>> due = comparing(report -> report.get(0).text("dueOn"));
        return periods.values().stream()
                .sorted(due.thenComparing(report -> report.get(0).text("period")))
                .toList();
    }

    private static Stored latest(List<Stored> report) {
        return report.get(report.size() - 1);
    }

    private static String status(Stored report) {
        return report.says().path("report").path("status").asString();
    }

    private static String content(Stored event) {
        var report = event.says().path("report");
        return status(event) + " “" + report.path("narrative").asString() + "” "
                + report.path("readings").values().stream()
                        .map(reading -> reading.path("measure").asString() + "="
                                + number(reading.path("value").asString()))
                        .collect(joining(", "));
    }

    private static String said(Stored event) {
        return "%s by %s on %s because %s"
                .formatted(event.at(), event.actor(), orNull(event.text("saidOn")), orNull(event.text("reason")));
    }

    private static String reached(JsonNode measure, List<List<Stored>> reports) {
        String reading = null;
        for (var report : reports) {
            for (var one : latest(report).says().path("report").path("readings").values()) {
                if (one.path("measure").equals(measure.path("id"))) {
                    reading = one.path("value").asString();
                }
            }
        }
        if (reading == null) {
            return "null, null";
        }
        if (!measure.has("baseline") || !measure.has("target")) {
            return number(reading) + ", null";
        }
        var baseline = new BigDecimal(measure.path("baseline").asString());
        var way = new BigDecimal(measure.path("target").asString()).subtract(baseline);
        return number(reading) + ", "
                + number(new BigDecimal(reading)
                        .subtract(baseline)
                        .divide(way, 4, RoundingMode.HALF_UP)
                        .toPlainString());
    }

    /** The pledge's, and before it that of the pledge it carries on, and so on. */
    private String story(String partner, Stored made) {
        var line = new ArrayList<Stored>();
        for (Optional<Stored> one = Optional.of(made); one.isPresent(); one = carriedOn(one.get())) {
            line.add(one.get());
        }
        return events.stream()
                .filter(event -> event.stream().matches("[a-z]+:" + partner + "(/.*)?"))
                .filter(event -> line.stream().anyMatch(pledge -> isOfStory(event, partner, pledge)))
                .map(event -> String.valueOf(event.position()))
                .collect(joining(", "));
    }

    private Optional<Stored> carriedOn(Stored pledge) {
        return pledge.type().equals("pledge-continued")
                ? of(pledge.text("partner"), "pledge-made", "pledge-continued")
                        .filter(before -> before.has("cycle", pledge.text("from"))
                                && before.has("number", pledge.text("fromNumber")))
                        .findFirst()
                : Optional.empty();
    }

    private boolean isOfStory(Stored event, String partner, Stored pledge) {
        var id = partner + "/" + pledge.text("cycle") + "/" + pledge.text("number");
        return (event.stream().equals("pledges:" + partner + "/" + pledge.text("cycle"))
                        && event.has("number", pledge.text("number")))
                || (event.type().equals("pledge-continued")
                        && event.has("from", pledge.text("cycle"))
                        && event.has("fromNumber", pledge.text("number")))
                || event.stream().equals("assessment:" + partner + "/" + pledge.text("cycle"))
                || (Set.of("support-posted", "support-answered").contains(event.type())
                        && posted(partner, event.text("number")).has("pledge", id));
    }

    private Stored posted(String partner, String number) {
        return of(partner, "support-posted")
                .filter(posted -> posted.has("number", number))
                .findFirst()
                .orElseThrow();
    }

    private void support(String partner, Stored posted) {
        facts.put(
                partner + " support " + posted.text("number"),
                posted.text("kind") + " “" + posted.text("text") + "” "
                        + of(partner, "support-answered")
                                .filter(answered -> answered.has("number", posted.text("number")))
                                .map(answered -> answered.text("from") + ": " + answered.text("text"))
                                .collect(joining("; ")));
    }

    private void dashboard(Stored board, Stored cycle, List<String> partners) {
        var zone = ZoneId.of(board.text("timeZone"));
        var today = LocalDate.ofInstant(now, zone);
        var counts = new TreeMap<String, Integer>();
        for (var partner : partners) {
            of(partner, "pledge-made", "pledge-continued")
                    .filter(made -> made.has("cycle", cycle.text("cycle")))
                    .forEach(made -> {
                        var cells = cells(cycle, made, zone, today);
                        facts.put(
                                "dashboard %s: %s %s".formatted(cycle.text("cycle"), partner, made.text("number")),
                                String.join(", ", cells));
                        cells.forEach(cell -> counts.merge(cell.split(" ", -1)[0], 1, Integer::sum));
                    });
        }
        facts.put("dashboard " + cycle.text("cycle"), counts.toString());
    }

    private List<String> cells(Stored cycle, Stored made, ZoneId zone, LocalDate today) {
        var reports = reports(made);
        if (cycle.says().path("periods").isEmpty()) {
            return List.of(reports.isEmpty() ? "NOT_ASKED" : reported(reports.get(reports.size() - 1)));
        }
        return cycle.says().path("periods").values().stream()
                .map(period -> reports.stream()
                        .filter(report ->
                                report.get(0).has("period", period.path("id").asString()))
                        .findFirst()
                        .map(Oracle::reported)
                        .orElseGet(() -> silence(period, made, zone, today)))
                .toList();
    }

    private static String reported(List<Stored> report) {
        return status(latest(report))
                + (report.get(0).has("late", "true") ? " late" : "")
                + (report.size() > 1 ? " corrected" : "");
    }

    private String silence(JsonNode period, Stored made, ZoneId zone, LocalDate today) {
        var due = LocalDate.parse(period.path("dueOn").asString());
        var left = leaving(made.text("partner")).map(one -> LocalDate.ofInstant(one.at(), zone));
        if (left.isPresent() && !due.isBefore(left.get())) {
            return "NOT_ASKED";
        }
        var ends = LocalDate.parse(period.path("endsOn").asString());
        if (all(own(made), "pledge-withdrawn", "pledge-fulfilled")
                .anyMatch(over -> !LocalDate.ofInstant(over.at(), zone).isAfter(ends))) {
            return "NOT_ASKED";
        }
        if (today.isBefore(LocalDate.parse(period.path("startsOn").asString()))) {
            return "NOT_BEGUN";
        }
        if (LocalDate.ofInstant(made.at(), zone).isAfter(ends)) {
            return "NOT_ASKED";
        }
        return today.isAfter(due) ? "OVERDUE" : "NO_REPORT";
    }

    private static Stored last(Stream<Stored> events) {
        return events.reduce((first, second) -> second).orElseThrow();
    }

    private static Stream<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? "null" : text;
    }

    /** A number however it is spelled. */
    static String number(@Nullable String text) {
        return text == null || text.isEmpty() || text.equals("null")
                ? "null"
                : new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    /** Facts of which only one side knows, or which differ. */
    static Map<String, List<@Nullable String>> differing(Map<String, String> expected, Map<String, String> actual) {
        var names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        var differing = new TreeMap<String, List<@Nullable String>>();
        for (var name : names) {
            if (!Objects.equals(expected.get(name), actual.get(name))) {
                differing.put(name, Arrays.asList(expected.get(name), actual.get(name)));
            }
        }
        return differing;
    }
}
