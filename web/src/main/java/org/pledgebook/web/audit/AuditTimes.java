package org.pledgebook.web.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.audit.AuditFilter;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.web.PartnerBoards;
import org.pledgebook.web.Refused;
import org.pledgebook.web.audit.AuditReach.Place;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the span of time somebody asks for: instants, or days as the board counts them. */
@Component
class AuditTimes {

    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-.*");

    private final BoardQueries boards;
    private final PartnerBoards partnerBoards;
    private final ZoneId usual;

    /**
     * @param usual the time zone of a day where no board is named
     */
    AuditTimes(
            BoardQueries boards,
            PartnerBoards partnerBoards,
            @Value("${pledgebook.time-zone:Europe/London}") ZoneId usual) {
        this.boards = boards;
        this.partnerBoards = partnerBoards;
        this.usual = usual;
    }

    AuditFilter filter(
            Place place,
            @Nullable String pledge,
            @Nullable String actor,
            @Nullable String type,
            @Nullable String from,
            @Nullable String to) {
        var zone = from == null && to == null ? usual : zoneOf(place);
        var begin = from == null ? null : instant("from", from, zone, 0);
        var end = to == null ? null : instant("to", to, zone, 1);
        if (begin != null && end != null && !end.isAfter(begin)) {
            throw Refused.parameter("to", "Give a time after that of the parameter 'from'.");
        }
        return new AuditFilter(place.board(), place.partner(), pledge, actor, type, begin, end);
    }

    /** In which times of several boards are told. */
    String zone() {
        return usual.getId();
    }

    private ZoneId zoneOf(Place place) {
        var board = place.board() == null && place.partner() != null
                ? partnerBoards.boardOf(place.partner()).orElse(null)
                : place.board();
        return board == null
                ? usual
                : boards.find(board).map(found -> ZoneId.of(found.timeZone())).orElse(usual);
    }

    private static Instant instant(String parameter, String text, ZoneId zone, int daysOn) {
        try {
            if (!FOUR_DIGIT_YEAR.matcher(text).matches()) {
                throw new DateTimeException("no year of four digits");
            }
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).plusDays(daysOn).atStartOfDay(zone).toInstant();
        } catch (DateTimeException e) {
            throw Refused.parameter(
                    parameter, "Give a date like 2023-04-01, or an instant in UTC like 2023-04-01T09:30:00.000Z.");
        }
    }
}
