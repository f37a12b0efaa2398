package org.pledgebook.query.pledge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pledgebook.query.Documents;
import org.pledgebook.query.pledge.PledgeDocument.PeriodReport;
import org.pledgebook.query.pledge.PledgeDocument.Said;
import org.pledgebook.query.pledge.PledgeDocument.Version;
import org.pledgebook.query.pledge.PledgeSetDocument.Pledge;
import org.pledgebook.query.pledge.PledgeView.MeasureVersion;
import org.pledgebook.query.pledge.PledgeView.MeasureView;
import org.pledgebook.query.pledge.PledgeView.PledgeVersion;
import org.pledgebook.query.pledge.PledgeView.ReportView;
import org.pledgebook.query.pledge.PledgeView.Statement;
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
        return documents.find(PledgeDocument.class, ids).stream()
                .sorted(Comparator.comparingInt(PledgeDocument::number))
                .map(PledgeQueries::view)
                .toList();
    }

    /** One pledge. */
    public Optional<PledgeView> find(String partner, String cycle, int number) {
        return documents
                .find(PledgeDocument.class, PledgeId.of(partner, cycle, number))
                .map(PledgeQueries::view);
    }

    private static PledgeView view(PledgeDocument pledge) {
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
                pledge.reports().stream().map(PledgeQueries::report).toList(),
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

    private static ReportView report(PeriodReport report) {
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
                report.statements().stream().map(PledgeQueries::statement).toList());
    }

    private static Statement statement(Said said) {
        return new Statement(
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
