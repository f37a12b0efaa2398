package org.pledgebook.query.pledge;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Documents;
import org.pledgebook.query.pledge.PledgeDocument.Fulfilment;
import org.pledgebook.query.pledge.PledgeDocument.PeriodReport;
import org.pledgebook.query.pledge.PledgeDocument.Question;
import org.pledgebook.query.pledge.PledgeDocument.Withdrawal;
import org.pledgebook.query.pledge.PledgeView.AnswerView;
import org.pledgebook.query.pledge.PledgeView.FulfilmentView;
import org.pledgebook.query.pledge.PledgeView.MeasureVersion;
import org.pledgebook.query.pledge.PledgeView.MeasureView;
import org.pledgebook.query.pledge.PledgeView.PledgeVersion;
import org.pledgebook.query.pledge.PledgeView.QuestionView;
import org.pledgebook.query.pledge.PledgeView.ReportView;
import org.pledgebook.query.pledge.PledgeView.StatementView;
import org.pledgebook.query.pledge.PledgeView.WithdrawalView;
import org.pledgebook.shared.pledge.PledgeId;
import org.springframework.stereotype.Component;

/** Answers about pledges. */
@Component
public class PledgeQueries {

    private final Documents documents;

    /** Answers from {@code documents}. */
    public PledgeQueries(Documents documents) {
        this.documents = documents;
    }

    /** A partner's pledges of a cycle, by number; empty where it has made none. */
    public List<PledgeView> of(String partner, String cycle) {
        return of(List.of(partner), cycle);
    }

    /** Some partners' pledges of a cycle, by partner and number. */
    public List<PledgeView> of(Collection<String> partners, String cycle) {
        return ofSets(partners.stream().map(partner -> PledgeSetDocument.id(partner, cycle)));
    }

    /** A partner's pledges of several cycles; as many queries as for one. */
    public List<PledgeView> of(String partner, Collection<String> cycles) {
        return ofSets(cycles.stream().map(cycle -> PledgeSetDocument.id(partner, cycle)));
    }

    private List<PledgeView> ofSets(Stream<String> sets) {
        var ids = documents.find(PledgeSetDocument.class, sets.toList()).stream()
                .flatMap(set ->
                        set.pledges().stream().map(pledge -> PledgeId.of(set.partner(), set.cycle(), pledge.number())))
                .toList();
        return views(documents.find(PledgeDocument.class, ids));
    }

    /** These pledges, and all that they carry on or that carry them on: a few queries for each cycle more. */
    public List<PledgeView> lines(List<PledgeView> pledges) {
        var found = new LinkedHashMap<String, PledgeView>();
        var more = pledges;
        while (!more.isEmpty()) {
            more.forEach(pledge -> found.put(pledge.id(), pledge));
            var ids = more.stream()
                    .flatMap(pledge -> Stream.concat(
                            Stream.ofNullable(pledge.continues()), Stream.ofNullable(pledge.continuedAs())))
                    .filter(id -> !found.containsKey(id))
                    .distinct()
                    .toList();
            more = views(documents.find(PledgeDocument.class, ids));
        }
        return List.copyOf(found.values());
    }

    /** One pledge. */
    public Optional<PledgeView> find(String partner, String cycle, int number) {
        var pledge = documents.find(PledgeDocument.class, PledgeId.of(partner, cycle, number));
        return views(pledge.stream().toList()).stream().findFirst();
    }

    /** What pledges are called by now, by their ids; one that is not known is left out. */
    public Map<String, String> titles(Collection<String> pledges) {
        return documents.find(PledgeDocument.class, pledges).stream()
                .collect(Collectors.toMap(
                        PledgeDocument::id, pledge -> pledge.commitment().title()));
    }

    private List<PledgeView> views(List<PledgeDocument> pledges) {
        var said = new Said(documents, pledges);
        return pledges.stream()
                .sorted(comparing(PledgeDocument::partner).thenComparing(PledgeDocument::number))
                .map(pledge -> view(pledge, said))
                .toList();
    }

    private static PledgeView view(PledgeDocument pledge, Said said) {
        var versions = said.versions(pledge);
        var commitment = pledge.commitment();
        var made = versions.get(0);
        return new PledgeView(
                pledge.id(),
                pledge.board(),
                pledge.partner(),
                pledge.cycle(),
                pledge.number(),
                commitment.title(),
                commitment.inequality(),
                commitment.action(),
                commitment.outcome(),
                commitment.howWeWillKnow(),
                commitment.characteristics(),
                commitment.origin(),
                commitment.teams(),
                commitment.basis(),
                commitment.lead(),
                commitment.measures().stream()
                        .map(measure -> {
                            var reached = Reached.of(measure, pledge.reports());
                            return new MeasureView(
                                    measure.id(),
                                    measure.title(),
                                    measure.unit(),
                                    measure.baseline(),
                                    measure.target(),
                                    measure.targetDate(),
                                    reached.reading(),
                                    reached.readIn(),
                                    reached.attainment());
                        })
                        .toList(),
                commitment.items(),
                made.saidOn(),
                made.recordedAt(),
                made.actor(),
                commitment.measurable(),
                pledge.standing(),
                view(pledge.withdrawal()),
                view(pledge.fulfilment()),
                pledge.continues(),
                said.continuedAs(pledge),
                pledge.reports().stream()
                        .reduce((first, second) -> second)
                        .map(report -> report.latest().status())
                        .orElse(null),
                IntStream.range(0, versions.size())
                        .mapToObj(i -> version(i + 1, versions.get(i), i == 0 ? null : versions.get(i - 1)))
                        .toList(),
                pledge.reports().stream()
                        .map(report -> report(
                                report,
                                said.statements(pledge, report).stream()
                                        .map(PledgeQueries::statement)
                                        .toList()))
                        .toList(),
                pledge.questions().stream()
                        .map(question -> question(pledge, question, said))
                        .toList(),
                pledge.version());
    }

    private static @Nullable WithdrawalView view(@Nullable Withdrawal withdrawal) {
        return withdrawal == null
                ? null
                : new WithdrawalView(
                        withdrawal.reason(), withdrawal.recordedAt(), withdrawal.saidOn(), withdrawal.actor());
    }

    private static @Nullable FulfilmentView view(@Nullable Fulfilment fulfilment) {
        return fulfilment == null
                ? null
                : new FulfilmentView(
                        fulfilment.outcome(), fulfilment.recordedAt(), fulfilment.saidOn(), fulfilment.actor());
    }

    private static QuestionView question(PledgeDocument pledge, Question question, Said said) {
        var asked = said.remark(pledge, question.asked());
        var answer = question.answered() == null ? null : said.remark(pledge, question.answered());
        return new QuestionView(
                question.number(),
                asked.text(),
                asked.recordedAt(),
                asked.saidOn(),
                asked.actor(),
                answer == null
                        ? null
                        : new AnswerView(answer.text(), answer.recordedAt(), answer.saidOn(), answer.actor()));
    }

    private static PledgeVersion version(int number, Version version, @Nullable Version before) {
        var commitment = version.says();
        return new PledgeVersion(
                number,
                version.type(),
                version.classes(),
                before == null ? List.of() : Differences.between(before.says(), commitment),
                version.recordedAt(),
                version.actor(),
                version.saidOn(),
                version.reason(),
                commitment.title(),
                commitment.inequality(),
                commitment.action(),
                commitment.outcome(),
                commitment.howWeWillKnow(),
                commitment.characteristics(),
                commitment.origin(),
                commitment.teams(),
                commitment.basis(),
                commitment.lead(),
                commitment.measures().stream()
                        .map(measure -> new MeasureVersion(
                                measure.id(),
                                measure.title(),
                                measure.unit(),
                                measure.baseline(),
                                measure.target(),
                                measure.targetDate()))
                        .toList(),
                commitment.items());
    }

    private static ReportView report(PeriodReport report, List<StatementView> statements) {
        var latest = report.latest();
        return new ReportView(
                report.period(),
                report.dueOn(),
                report.late(),
                report.statements().size() > 1,
                latest.status(),
                latest.narrative(),
                latest.readings(),
                latest.evidence(),
                latest.nextSteps(),
                statements);
    }

    private static StatementView statement(Statement said) {
        return new StatementView(
                said.recordedAt(),
                said.saidOn(),
                said.actor(),
                said.reason(),
                said.report().status(),
                said.report().narrative(),
                said.report().readings(),
                said.report().evidence(),
                said.report().nextSteps());
    }
}
