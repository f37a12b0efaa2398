package org.pledgebook.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Instants as text, in UTC with milliseconds, as everywhere in the API. */
public final class Times {

    private static final DateTimeFormatter UTC =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    private Times() {}

    /** {@code 2026-01-31T09:30:00.000Z}. */
    public static String milliseconds(Instant instant) {
        return UTC.format(instant);
    }
}
