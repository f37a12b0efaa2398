package org.pledgebook.query.pledge;

import static java.util.Comparator.comparingInt;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pledgebook.query.Documents;
import org.pledgebook.query.pledge.PledgeDocument.PeriodReport;
import org.pledgebook.query.pledge.PledgeDocument.Version;
import org.pledgebook.query.pledge.PledgeSetDocument.Pledge;
import org.pledgebook.query.pledge.PledgeView.MeasureVersion;
import org.pledgebook.query.pledge.PledgeView.MeasureView;
import org.pledgebook.query.pledge.PledgeView.PledgeVersion;
import org.pledgebook.query.pledge.PledgeView.ReportView;
import org.pledgebook.query.pledge.PledgeView.StatementView;
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
        var ids = documents
                .find(PledgeSetDocument.class, PledgeSetDocument.id(partner, cycle))
                .map(PledgeSetDocument::pledges)
                .orElse(List.of())
                .stream()
                .map(Pledge::number)
                .map(number -> PledgeId.of(partner, cycle, number))
                .toList();
        return views(documents.find(PledgeDocument.class, ids));
    }

    /** One pledge. */
    public Optional<PledgeView> find(String partner, String cycle, int number) {
        var pledge = documents.find(PledgeDocument.class, PledgeId.of(partner, cycle, number));
        return views(pledge.stream().toList()).stream().findFirst();
    }

    private List<PledgeView> views(List<PledgeDocument> pledges) {
        var ids = pledges.stream()
                .flatMap(pledge -> pledge.reports().stream().flatMap(report -> ids(pledge, report)))
                .toList();
        var statements = documents.find(Statement.class, ids).stream().collect(toMap(Statement::id, identity()));
        return pledges.stream()
                .sorted(comparingInt(PledgeDocument::number))
                .map(pledge -> view(pledge, statements))
                .toList();
    }

    private static Stream<String> ids(PledgeDocument pledge, PeriodReport report) {
        return report.statements().stream().map(position -> Statement.id(pledge.id(), position));
    }

    private static PledgeView view(PledgeDocument pledge, Map<String, Statement> statements) {
        var commitment = pledge.commitment();
        var made = pledge.versions().get(0);
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
                made.saidOn(),
                made.recordedAt(),
                made.actor(),
                commitment.measurable(),
                pledge.reports().stream()
                        .reduce((first, second) -> second)
                        .map(report -> report.latest().status())
                        .orElse(null),
                IntStream.range(0, pledge.versions().size())
                        .mapToObj(i -> version(i + 1, pledge.versions().get(i)))
                        .toList(),
                pledge.reports().stream()
                        .map(report -> report(
                                report,
                                ids(pledge, report)
                                        .map(statements::get)
                                        .filter(Objects::nonNull)
                                        .map(PledgeQueries::statement)
                                        .toList()))
                        .toList(),
                pledge.version());
    }

    private static PledgeVersion version(int number, Version version) {
        var commitment = version.commitment();
        return new PledgeVersion(
                number,
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
                        .toList());
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
