package org.pledgebook.web.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Moments;
import org.pledgebook.query.Past;
import org.pledgebook.query.audit.CompareQueries;
import org.pledgebook.query.audit.CompareQueries.Scope;
import org.pledgebook.query.audit.Compared;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.web.BoardDays;
import org.pledgebook.web.Paging;
import org.pledgebook.web.PartnerBoards;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Audit", description = "The record itself")
@RestController
@RequestMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
final class CompareApi {

    private final CompareQueries compare;
    private final AuditReach reach;
    private final Moments moments;
    private final Past past;
    private final PartnerBoards partnerBoards;
    private final BoardDays days;
    private final Clock clock;

    CompareApi(
            CompareQueries compare,
            AuditReach reach,
            Moments moments,
            Past past,
            PartnerBoards partnerBoards,
            BoardDays days,
            Clock clock) {
        this.compare = compare;
        this.reach = reach;
        this.moments = moments;
        this.past = past;
        this.partnerBoards = partnerBoards;
        this.days = days;
        this.clock = clock;
    }

    @Operation(
            summary = "Compare what the book said at two times",
            description =
                    "Of a board, a partner or a pledge: what is new, gone and other, field by field, then and now,"
                            + " with the event that did it; and which statuses got better or worse. The board comes first, then"
                            + " partner by partner. For the same readers as the events.")
    @GetMapping("/compare")
    @Reads(By.ANYBODY_WITH_ACCESS)
    Changes compare(
            @Parameter(description = "A board's id: it and all its partners.") @RequestParam(required = false) @Nullable String board,
            @Parameter(description = "A partner's id: it and all it says.") @RequestParam(required = false) @Nullable String partner,
            @Parameter(description = "A pledge's id.", example = "healthwatch-islington/2023/2")
                    @RequestParam(required = false)
                    @Nullable String pledge,
            @Parameter(
                            description = "The earlier time: an instant, or a date meaning the end of that day in the"
                                    + " board's time zone.",
                            example = "2023-04-01")
                    @RequestParam
                    String from,
            @Parameter(description = "The later time; today's date means now.", example = "2023-07-12") @RequestParam
                    String to,
            @Nullable Moment asOf,
            Paging paging,
            Grants grants) {
        if (board == null && partner == null && pledge == null) {
            throw Refused.parameter("board", "Give a board, a partner or a pledge.");
        }
        var scope = scope(reach.of(grants, board, partner, pledge), board, pledge);
        var zone = days.zoneOf(boardOf(scope));
        var now = asOf == null ? clock.instant() : asOf.instant();
        var begin = days.endOf("from", from, zone, now);
        var end = days.endOf("to", to, zone, now);
        if (end.isBefore(begin)) {
            throw Refused.parameter("to", "Give a time that is not before that of the parameter 'from'.");
        }
        return changes(scope, begin, end, paging);
    }

    private Changes changes(Scope scope, Instant begin, Instant end, Paging paging) {
        var from = moments.at(begin);
        var to = moments.at(end);
        checkExisted(scope, to);
        var page = paging.of((cursor, limit) -> compare.compare(scope, from, to, cursor, limit));
        return new Changes(page.items(), page.next());
    }

    private static Scope scope(AuditReach.Place place, @Nullable String board, @Nullable String pledge) {
        var within = place.within();
        if (board != null && within != null && !within.contains(board)) {
            throw Refused.unknown("partner", String.valueOf(place.partner()));
        }
        if (pledge != null) {
            return new Scope(null, null, pledge);
        }
        return place.partner() == null ? new Scope(place.board(), null, null) : new Scope(null, place.partner(), null);
    }

    private @Nullable String boardOf(Scope scope) {
        return scope.board() == null ? partnerBoards.boardOf(partnerOf(scope)).orElse(null) : scope.board();
    }

    private static String partnerOf(Scope scope) {
        return scope.pledge() == null
                ? String.valueOf(scope.partner())
                : scope.pledge().substring(0, scope.pledge().indexOf('/'));
    }

    private void checkExisted(Scope scope, Moment to) {
        var at = past.at(to);
        var board = scope.board();
        var partner = scope.partner();
        var pledge = scope.pledge();
        if (board != null && at.boards().find(board).isEmpty()) {
            throw Refused.unknown("board", board);
        }
        if (partner != null && at.partners().find(partner).isEmpty()) {
            throw Refused.unknown("partner", partner);
        }
        if (pledge != null) {
            var parts = pledge.split("/", -1);
            if (at.pledges()
                    .find(parts[0], parts[1], Integer.parseInt(parts[2]))
                    .isEmpty()) {
                throw Refused.unknown("pledge", pledge);
            }
        }
    }

    /** A part of what differs. */
    record Changes(List<Compared> changes, @Nullable String next) {}
}
