package org.pledgebook.web.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.exchange.Statement;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.pledge.WithdrawPledge;

/** Lays statements out on sheets, as {@link StatementFile} reads them. */
final class StatementSheets {

    /** How an empty list is spelled where an empty cell means that there is none. */
    static final String NONE = "none";

    private final Map<SheetKind, List<List<@Nullable Object>>> rows = new EnumMap<>(SheetKind.class);
    private final Hints hints;
    private int number;

    StatementSheets(Hints hints) {
        this.hints = hints;
        Arrays.stream(SheetKind.values()).forEach(kind -> rows.put(kind, new ArrayList<>()));
    }

    /** For rows that bring their hints themselves. */
    StatementSheets() {
        this(Hints.NONE);
    }

    static List<Sheet> of(List<Statement> statements, Hints hints) {
        var sheets = new StatementSheets(hints);
        statements.forEach(sheets::add);
        return sheets.sheets();
    }

    List<Sheet> sheets() {
        return rows.entrySet().stream()
                .map(kind -> new Sheet(kind.getKey().title(), kind.getKey().columns, kind.getValue()))
                .toList();
    }

    /** The number of the next statement. */
    int next() {
        return ++number;
    }

    /** A row as it stands there, in the order of the columns. */
    void row(SheetKind kind, @Nullable Object... values) {
        var row = new ArrayList<@Nullable Object>(Arrays.asList(values));
        while (row.size() < kind.columns.size()) {
            row.add(null);
        }
        Objects.requireNonNull(rows.get(kind)).add(row);
    }

    private void add(Statement statement) {
        var n = next();
        if (statement.command() instanceof SubmitAssessment submit) {
            add(n, submit);
        } else if (statement.command() instanceof MakePledge make) {
            add(n, statement.pledge(), make);
        } else if (statement.command() instanceof AmendPledge amend) {
            add(n, amend);
        } else if (statement.command() instanceof ExtendPledge extend) {
            row(
                    SheetKind.EXTENSIONS,
                    n,
                    extend.saidOn(),
                    extend.number(),
                    listed(extend.teams(), NONE),
                    extend.reason());
        } else if (statement.command() instanceof WithdrawPledge withdraw) {
            row(SheetKind.WITHDRAWALS, n, withdraw.saidOn(), withdraw.number(), withdraw.reason());
        } else if (statement.command() instanceof FulfilPledge fulfil) {
            row(SheetKind.FULFILMENTS, n, fulfil.saidOn(), fulfil.number(), fulfil.outcome());
        } else if (statement.command() instanceof ContinuePledge carryOn) {
            row(
                    SheetKind.CONTINUATIONS,
                    n,
                    carryOn.saidOn(),
                    statement.pledge(),
                    carryOn.from(),
                    carryOn.number(),
                    carryOn.version(),
                    carryOn.reason());
        } else if (statement.command() instanceof RecordProgress report) {
            row(
                    SheetKind.PROGRESS,
                    n,
                    report.saidOn(),
                    report.number(),
                    report.period(),
                    report.report().status().name(),
                    report.report().narrative(),
                    report.report().nextSteps());
            add(n, report.report());
        } else if (statement.command() instanceof CorrectProgress correct) {
            row(
                    SheetKind.CORRECTIONS,
                    n,
                    correct.saidOn(),
                    correct.number(),
                    correct.period(),
                    correct.report().status().name(),
                    correct.report().narrative(),
                    correct.report().nextSteps(),
                    correct.reason());
            add(n, correct.report());
        } else {
            throw new IllegalArgumentException(
                    "On which sheet stands " + statement.command().getClass().getName() + "?");
        }
    }

    private void add(int n, SubmitAssessment submit) {
        var submission = submit.submission();
        row(
                SheetKind.ASSESSMENTS,
                n,
                submit.saidOn(),
                submission.framework(),
                submission.version(),
                submission.data(),
                submission.userFeedback(),
                submission.staffFeedback(),
                submission.statedTotal(),
                submit.reason());
        for (var answer : submission.answers()) {
            answer(n, submission.framework(), submission.version(), answer);
        }
        submission.tables().forEach(table -> add(n, table));
    }

    private void add(int n, UsageTable table) {
        var reference = table.reference();
        row(
                SheetKind.TABLES,
                n,
                table.id(),
                table.title(),
                table.characteristic(),
                table.startsOn(),
                table.endsOn(),
                table.notStated(),
                table.preferNotToSay(),
                table.notAsked(),
                table.total(),
                reference == null ? null : reference.id(),
                reference == null ? null : reference.version());
        table.groups().forEach(group -> row(SheetKind.GROUPS, n, table.id(), group.id(), group.label(), group.count()));
    }

    private void answer(int n, String framework, int version, Answer answer) {
        row(
                SheetKind.ANSWERS,
                n,
                answer.item(),
                hints.question(framework, version, answer.item()),
                hints.howToAnswer(framework, version, answer.item()),
                answer.rating(),
                answer.choices() == null
                        ? null
                        : listed(
                                answer.choices().stream()
                                        .map(BigDecimal::toPlainString)
                                        .toList(),
                                NONE),
                answer.value(),
                answer.text(),
                answer.notApplicable(),
                answer.evidence());
    }

    private void add(int n, int pledge, MakePledge make) {
        var commitment = make.commitment();
        row(
                SheetKind.PLEDGES,
                n,
                make.saidOn(),
                pledge,
                commitment.title(),
                commitment.inequality(),
                commitment.action(),
                commitment.outcome(),
                commitment.howWeWillKnow(),
                listed(commitment.characteristics(), null),
                commitment.origin().name(),
                listed(commitment.teams(), null),
                commitment.basis().data(),
                commitment.basis().userFeedback(),
                commitment.basis().staffFeedback(),
                commitment.lead());
        addMeasures(n, commitment.measures());
        addItems(n, commitment.items());
    }

    private void add(int n, AmendPledge amend) {
        var amendment = amend.amendment();
        var basis = Objects.requireNonNullElse(amendment.basis(), new Commitment.Basis(null, null, null));
        row(
                SheetKind.AMENDMENTS,
                n,
                amend.saidOn(),
                amend.number(),
                amendment.title(),
                amendment.inequality(),
                amendment.action(),
                amendment.outcome(),
                amendment.howWeWillKnow(),
                amendment.characteristics() == null ? null : listed(amendment.characteristics(), NONE),
                amendment.origin() == null ? null : amendment.origin().name(),
                amendment.teams() == null ? null : listed(amendment.teams(), NONE),
                basis.data(),
                basis.userFeedback(),
                basis.staffFeedback(),
                amendment.lead(),
                amendment.measures() != null && amendment.measures().isEmpty() ? NONE : null,
                amendment.items() != null && amendment.items().isEmpty() ? NONE : null,
                amend.reason());
        addMeasures(n, Objects.requireNonNullElse(amendment.measures(), List.of()));
        addItems(n, Objects.requireNonNullElse(amendment.items(), List.of()));
    }

    private void addItems(int n, List<AnsweredItem> items) {
        items.forEach(item -> row(SheetKind.ITEMS, n, item.framework(), item.item()));
    }

    private void addMeasures(int n, List<Measure> measures) {
        for (var measure : measures) {
            row(
                    SheetKind.MEASURES,
                    n,
                    measure.id(),
                    measure.title(),
                    measure.unit(),
                    measure.baseline(),
                    measure.target(),
                    measure.targetDate());
        }
    }

    private void add(int n, Report report) {
        report.readings().forEach(reading -> row(SheetKind.READINGS, n, reading.measure(), reading.value()));
        report.evidence().forEach(link -> row(SheetKind.EVIDENCE, n, link.title(), link.url()));
    }

    private static @Nullable String listed(List<String> items, @Nullable String none) {
        return items.isEmpty() ? none : items.stream().collect(Collectors.joining(", "));
    }
}
