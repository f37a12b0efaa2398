package org.pledgebook.web.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Instants as text, in UTC with milliseconds, as everywhere in the API. */
final class Times {

    private static final DateTimeFormatter UTC =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    private Times() {}

    static String milliseconds(Instant instant) {
        return UTC.format(instant);
    }
}
