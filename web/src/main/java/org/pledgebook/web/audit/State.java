package org.pledgebook.web.audit;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.assessment.AssessmentView;
import org.pledgebook.query.assessment.ReleaseView;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.board.DashboardView;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.partner.TimelineEntry;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.support.SupportView;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Refused;

/** All that the book said at one moment, thing by thing. Lists are read part by part while one goes through them. */
record State(Queries at) {

    /** As many as an answer can have at most. */
    static final int MOST = 500;

    /** Every version of every framework. */
    Stream<Framework> frameworks() {
        return all(at.frameworks()::all).flatMap(one -> at.frameworks().find(one.id(), one.version()).stream());
    }

    /** Every version of every reference population. */
    Stream<ReferencePopulation> references() {
        return all(at.references()::all).flatMap(one -> at.references().find(one.id(), one.version()).stream());
    }

    Stream<BoardView> boards() {
        return all((cursor, limit) -> at.boards().all(cursor, limit, board -> true));
    }

    BoardView board(String board) {
        return at.boards().find(board).orElseThrow(() -> Refused.unknown("board", board));
    }

    /** Each of its cycles', in the order they were opened. */
    Stream<DashboardView> dashboards(BoardView board) {
        return cycles(board).flatMap(cycle -> at.boards().dashboard(board.id(), cycle, null).stream());
    }

    Stream<PartnerView> partners(BoardView board) {
        return all((cursor, limit) -> at.partners().ofBoard(board.id(), cursor, limit));
    }

    PartnerView partner(String partner) {
        return at.partners().find(partner).orElseThrow(() -> Refused.unknown("partner", partner));
    }

    Stream<AssessmentView> assessments(PartnerView partner) {
        return cycles(board(partner.board())).flatMap(cycle -> at.assessments().find(partner.id(), cycle).stream());
    }

    Stream<PledgeView> pledges(PartnerView partner) {
        return cycles(board(partner.board())).flatMap(cycle -> at.pledges().of(partner.id(), cycle).stream());
    }

    /** @param id {@code healthwatch-islington/2023/2} */
    PledgeView pledge(String id) {
        var parts = id.split("/", -1);
        return at.pledges()
                .find(parts[0], parts[1], Integer.parseInt(parts[2]))
                .orElseThrow(() -> Refused.unknown("pledge", id));
    }

    Stream<SupportView> support(PartnerView partner) {
        return all((cursor, limit) -> at.support().of(partner.id(), cursor, limit));
    }

    Stream<ReleaseView> releases(PartnerView partner) {
        return all((cursor, limit) -> at.releases().all(partner.id(), cursor, limit));
    }

    /** Newest first. */
    Stream<TimelineEntry> story(PartnerView partner) {
        return all((cursor, limit) -> at.partners().timeline(partner.id(), null, cursor, limit));
    }

    @Nullable Framework framework(AssessmentView assessment) {
        return at.frameworks()
                .find(assessment.framework(), assessment.frameworkVersion())
                .orElse(null);
    }

    /** Where the API answers with it. */
    static String address(PledgeView pledge) {
        return "/api/partners/%s/pledges/%s/%d".formatted(pledge.partner(), pledge.cycle(), pledge.number());
    }

    private static Stream<String> cycles(BoardView board) {
        return board.cycles().stream().map(CycleView::id);
    }

    private static <T> Stream<T> all(Paging.Query<T> query) {
        return Stream.iterate(
                        Optional.of(query.page(null, MOST)),
                        Optional::isPresent,
                        page -> page.flatMap(one -> Optional.ofNullable(one.next()))
                                .map(cursor -> query.page(cursor, MOST)))
                .flatMap(Optional::stream)
                .flatMap(page -> page.items().stream());
    }
}
