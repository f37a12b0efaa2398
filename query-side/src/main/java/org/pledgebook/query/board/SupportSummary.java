package org.pledgebook.query.board;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pledgebook.query.board.DashboardView.Help;
import org.pledgebook.query.board.DashboardView.Support;
import org.pledgebook.query.board.DashboardView.Unanswered;
import org.pledgebook.query.partner.PartnerDocument;
import org.pledgebook.query.support.SupportSetDocument;
import org.pledgebook.shared.support.SupportKind;

/**
 * Support between a board's partners on one day: pairs and what waits for an answer, however much was said.
 *
 * @param zone the board's
 */
record SupportSummary(ZoneId zone, LocalDate today) {

    private static final int MOST_UNANSWERED = 20;

    Support of(List<PartnerDocument> partners, Collection<SupportSetDocument> support) {
        var onBoard = partners.stream()
                .filter(partner -> partner.ending() == null)
                .map(PartnerDocument::id)
                .collect(toSet());
        var unanswered = support.stream()
                .filter(set -> onBoard.contains(set.id()))
                .flatMap(this::unanswered)
                .sorted(Comparator.comparing(Unanswered::since)
                        .thenComparing(Unanswered::partner)
                        .thenComparing(Unanswered::number))
                .toList();
        return new Support(
                unanswered.size(), unanswered.stream().limit(MOST_UNANSWERED).toList(), help(support));
    }

    private Stream<Unanswered> unanswered(SupportSetDocument set) {
        return set.unanswered().stream().map(one -> {
            var since = one.since(zone);
            return new Unanswered(
                    set.id(), one.number(), one.kind(), one.pledge(), since, ChronoUnit.DAYS.between(since, today));
        });
    }

    private static List<Help> help(Collection<SupportSetDocument> support) {
        var pairs = support.stream()
                .flatMap(SupportSummary::help)
                .collect(groupingBy(
                        Help::from, TreeMap::new, groupingBy(Help::to, TreeMap::new, summingInt(Help::answers))));
        return pairs.entrySet().stream()
                .flatMap(from -> from.getValue().entrySet().stream()
                        .map(to -> new Help(from.getKey(), to.getKey(), to.getValue())))
                .toList();
    }

    /** Whoever answers a request helps; whoever takes up an offer is helped. */
    private static Stream<Help> help(SupportSetDocument set) {
        return set.answers().stream()
                .map(answered -> answered.kind() == SupportKind.REQUEST
                        ? new Help(answered.from(), set.id(), answered.count())
                        : new Help(set.id(), answered.from(), answered.count()));
    }
}
