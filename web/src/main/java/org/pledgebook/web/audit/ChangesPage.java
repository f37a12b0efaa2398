package org.pledgebook.web.audit;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.audit.Compared;
import org.pledgebook.query.audit.Compared.FieldChange;
import org.pledgebook.query.audit.Doing;
import org.pledgebook.query.audit.ThingKind;
import org.pledgebook.query.audit.Trend;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.web.BoardDays;
import org.pledgebook.web.Paging;
import org.pledgebook.web.PartnerBoards;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.page.Say;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What changed between two days, such as two meetings: to be read, and printed. */
@Controller
final class ChangesPage {

    /** As many things as one page tells of. */
    private static final int THINGS = 100;

    /** More partners than a page of changes can speak of. */
    private static final int PARTNERS = 500;

    private final CompareApi compare;
    private final AuditReach reach;
    private final Queries book;
    private final PartnerBoards partnerBoards;
    private final BoardDays days;
    private final Say say;
    private final Clock clock;

    ChangesPage(
            CompareApi compare,
            AuditReach reach,
            Queries book,
            PartnerBoards partnerBoards,
            BoardDays days,
            Say say,
            Clock clock) {
        this.compare = compare;
        this.reach = reach;
        this.book = book;
        this.partnerBoards = partnerBoards;
        this.days = days;
        this.say = say;
        this.clock = clock;
    }

    @Reads(By.ANYBODY_WITH_ACCESS)
    @GetMapping("/changes")
    ModelAndView show(
            @RequestParam(required = false) @Nullable String board,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String pledge,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Paging paging,
            Grants grants) {
        if (Stream.of(board, partner, pledge).filter(Objects::nonNull).count() != 1) {
            throw Refused.nowhere();
        }
        reach.of(grants, board, partner, pledge);
        var place = place(board, partner, pledge);
        var today = LocalDate.now(clock.withZone(days.zoneOf(place.id())));
        var page = new ModelAndView("changes");
        page.addObject("board", place);
        page.addObject("name", name(place, partner, pledge));
        page.addObject("scope", scope(board, partner, pledge));
        page.addObject("from", day(from, place));
        page.addObject("to", to.isEmpty() ? today.toString() : day(to, place));
        page.addObject("today", today);
        page.addObject("partners", List.of());
        if (!from.isEmpty()) {
            try {
                var changes = compare.compare(
                        board,
                        partner,
                        pledge,
                        from,
                        to.isEmpty() ? today.toString() : to,
                        null,
                        new Paging(paging.cursor(), THINGS),
                        grants);
                page.addObject("partners", told(changes.changes(), place));
                page.addObject("next", changes.next());
                page.addObject("compared", true);
                page.addObject("first", spelled(from, place));
                page.addObject("last", to.isEmpty() ? say.day(today) : spelled(to, place));
            } catch (Refused refused) {
                page.addObject("refusal", told(refused));
                page.setStatus(HttpStatusCode.valueOf(refused.refusal().status()));
            }
        }
        return page;
    }

    /** What is wrong with the two days; anything else is no matter of this form. */
    private static String told(Refused refused) {
        var why = refused.refusal();
        return switch (why.type()) {
            case "in-the-future" -> "changes.future";
            case "malformed-parameter" -> "changes.order";
            case "not-found" -> "changes.before-all";
            default -> throw refused;
        };
    }

    private BoardView place(@Nullable String board, @Nullable String partner, @Nullable String pledge) {
        var id = board;
        if (id == null) {
            id = partnerBoards
                    .boardOf(partner == null ? partnerOf(String.valueOf(pledge)) : partner)
                    .orElse("");
        }
        var place = id;
        return book.boards().find(place).orElseThrow(() -> Refused.unknown("board", place));
    }

    private String name(BoardView place, @Nullable String partner, @Nullable String pledge) {
        if (pledge != null) {
            return book.pledges().titles(List.of(pledge)).getOrDefault(pledge, pledge);
        }
        return partner == null
                ? place.name()
                : book.partners().find(partner).map(PartnerView::name).orElse(partner);
    }

    private static Map<String, String> scope(
            @Nullable String board, @Nullable String partner, @Nullable String pledge) {
        var scope = new LinkedHashMap<String, String>();
        if (board != null) {
            scope.put("board", board);
        }
        if (partner != null) {
            scope.put("partner", partner);
        }
        if (pledge != null) {
            scope.put("pledge", pledge);
        }
        return scope;
    }

    private String spelled(String time, BoardView board) {
        return say.day(LocalDate.parse(day(time, board)));
    }

    /** An instant as the day it is on, for the field that takes a day. */
    private String day(String time, BoardView board) {
        try {
            return time.contains("T")
                    ? LocalDate.ofInstant(Instant.parse(time), days.zoneOf(board.id()))
                            .toString()
                    : time;
        } catch (DateTimeException unreadable) {
            return time;
        }
    }

    /**
     * What is told of a partner, or of the board itself.
     *
     * @param partner null where it is the board
     */
    record Told(@Nullable String partner, String name, List<Thing> things) {}

    /**
     * A thing that changed.
     *
     * @param pledge the cycle and number of a pledge; null for anything else
     * @param title what it is called; null where its kind says enough
     * @param fields what is other, field by field
     * @param doings what was done, in its order
     */
    record Thing(
            ThingKind kind,
            Compared.Change change,
            @Nullable Trend trend,
            @Nullable Pledge pledge,
            @Nullable String title,
            List<FieldChange> fields,
            List<Doing> doings) {

        /** How its status moved; null where it did not. */
        public @Nullable FieldChange status() {
            return fields.stream()
                    .filter(field -> field.field().equals("/status"))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Where a pledge is found. */
    record Pledge(String cycle, String number) {}

    private List<Told> told(List<Compared> changes, BoardView board) {
        var names = book.partners().ofBoard(board.id(), null, PARTNERS).items().stream()
                .collect(Collectors.toMap(PartnerView::id, PartnerView::name));
        var titles = book.pledges()
                .titles(changes.stream()
                        .filter(change -> change.kind() == ThingKind.PLEDGE)
                        .map(Compared::id)
                        .toList());
        var told = new LinkedHashMap<String, List<Thing>>();
        changes.forEach(change -> told.computeIfAbsent(
                        change.kind() == ThingKind.BOARD ? "" : partnerOf(change.id()), key -> new ArrayList<>())
                .add(thing(change, titles)));
        return told.entrySet().stream()
                .map(entry -> entry.getKey().isEmpty()
                        ? new Told(null, board.name(), entry.getValue())
                        : new Told(
                                entry.getKey(), names.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
                .toList();
    }

    private static Thing thing(Compared change, Map<String, String> titles) {
        var parts = change.id().split("/", -1);
        return new Thing(
                change.kind(),
                change.change(),
                change.trend(),
                change.kind() == ThingKind.PLEDGE ? new Pledge(parts[1], parts[2]) : null,
                titles.get(change.id()),
                change.fields(),
                change.fields().stream()
                        .flatMap(field -> Stream.ofNullable(field.by()))
                        .distinct()
                        .sorted(Comparator.comparingLong(Doing::position))
                        .toList());
    }

    private static String partnerOf(String id) {
        return id.split("/", 2)[0];
    }
}
