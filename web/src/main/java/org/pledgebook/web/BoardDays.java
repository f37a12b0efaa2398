package org.pledgebook.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.board.BoardEstablished;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When days end, as a board counts them. A board's time zone is said by its first event and never changes, so it is
 * remembered.
 */
@Component
public final class BoardDays {

    private static final int REMEMBERED = 10_000;
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("\\d{4}-.*");

    private final Cache<String, ZoneId> zones =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Streams streams;
    private final ZoneId usual;

    /** @param usual the time zone of a day where no board is named */
    BoardDays(Streams streams, @Value("${pledgebook.time-zone:Europe/London}") ZoneId usual) {
        this.streams = streams;
        this.usual = usual;
    }

    /** Where a board's days begin and end; the service's usual zone for no board, or one that is not known. */
    public ZoneId zoneOf(@Nullable String board) {
        if (board == null) {
            return usual;
        }
        var known = zones.getIfPresent(board);
        if (known != null) {
            return known;
        }
        var read = streams.fold(
                StreamId.board(board),
                Optional.<ZoneId>empty(),
                (zone, event) -> event instanceof BoardEstablished established
                        ? Optional.of(ZoneId.of(established.timeZone()))
                        : zone);
        read.ifPresent(zone -> zones.put(board, zone));
        return read.orElse(usual);
    }

    /**
     * Reads an instant, or a date as the last millisecond of that day; today is {@code now}.
     *
     * @param parameter the query parameter it was given in
     * @throws Refused with 400 if it is neither, with 422 if it is in the future
     */
    public Instant endOf(String parameter, String text, ZoneId zone, Instant now) {
        try {
            if (!FOUR_DIGIT_YEAR.matcher(text).matches()) {
                throw new DateTimeException("no year of four digits");
            }
            var instant = text.contains("T") ? Instant.parse(text) : lastOf(LocalDate.parse(text), zone, now);
            if (instant.isAfter(now)) {
                throw Refused.future(parameter);
            }
            return instant;
        } catch (DateTimeException e) {
            throw Refused.parameter(
                    parameter, "Give a date like 2023-04-01, or an instant in UTC like 2023-04-01T09:30:00.000Z.");
        }
    }

    private static Instant lastOf(LocalDate day, ZoneId zone, Instant now) {
        return day.equals(LocalDate.ofInstant(now, zone))
                ? now
                : day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }
}
