package org.pledgebook.query.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step in a pledge's story.
 *
 * @param position of the event, in the global order
 * @param event the event's own id
 * @param type its stored name, {@code progress-corrected}
 * @param about what the step is of: a pledge, the assessment it rests on, or support for it
 * @param pledge the public id of that pledge: the one whose story it is, or one of an earlier cycle that it carries on;
 *     null for an assessment
 * @param recordedAt when the book learnt it
 * @param saidOn when it was said, where that is not the day it was entered
 * @param actor the id of the person who entered it
 * @param words what happened, as a sentence
 * @param reason why, where a reason was asked for
 * @param version the pledge's version after it; null for a step that is not the pledge's own
 * @param differences every field that the step changed: of the pledge, or of the assessment
 */
public record HistoryEntry(
        long position,
        String event,
        String type,
        String about,
        @Nullable String pledge,
        Instant recordedAt,
        @Nullable LocalDate saidOn,
        String actor,
        String words,
        @Nullable String reason,
        @Nullable Long version,
        List<Difference> differences) {}
