package org.pledgebook.query.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.support.SupportKind;

/**
 * An offer of support or a request for it, and its answers.
 *
 * @param id {@code healthwatch-islington/support/3}
 * @param partner the partner that offers or asks
 * @param number counts up from 1 for each partner
 * @param pledge the public id of the pledge it is about; null for support in general
 * @param saidOn when it was said, where that is not the day it was entered
 * @param recordedAt when the book learnt it
 * @param actor the id of the person who entered it
 * @param answers in the order they were recorded
 * @param version how many events it has
 */
public record SupportView(
        String id,
        String board,
        String partner,
        int number,
        SupportKind kind,
        String text,
        @Nullable String pledge,
        @Nullable LocalDate saidOn,
        Instant recordedAt,
        String actor,
        List<SupportAnswer> answers,
        long version) {

    /**
     * What another partner answered.
     *
     * @param from that partner
     * @param saidOn when it was said, where that is not the day it was entered
     */
    public record SupportAnswer(
            String from, String text, @Nullable LocalDate saidOn, Instant recordedAt, String actor) {}
}
