package org.pledgebook.web.audit;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Language;
import org.pledgebook.shared.Stored;
import org.pledgebook.web.Refused;

/** Which events somebody asks for, as the address says it; nothing is limited where nothing is said. */
record EventsAsked(
        @Parameter(description = "A board's id.") @Nullable String board,

        @Parameter(description = "A partner's id.") @Nullable String partner,

        @Parameter(description = "A pledge's id.", example = "healthwatch-islington/2023/2") @Nullable String pledge,

        @Parameter(description = "The id of the person who entered it.") @Nullable String actor,

        @Parameter(description = "The event's stored name.", example = "pledge-made") @Nullable String type,

        @Parameter(
                description = "The earliest record time: an instant, or a date meaning the start of that day in the"
                        + " board's time zone.")
        @Nullable String from,

        @Parameter(
                description = "Up to when: an instant, itself left out, or a date meaning the end of that day in the"
                        + " board's time zone.")
        @Nullable String to) {

    /** Every event's stored name. */
    private static final Set<String> TYPES = Language.EVENTS.stream()
            .map(event -> event.getAnnotation(Stored.class).name())
            .collect(Collectors.toUnmodifiableSet());

    /** The same as a form sends it: a field that nobody has filled in limits nothing. */
    EventsAsked filledIn() {
        return new EventsAsked(
                filled(board), filled(partner), filled(pledge), filled(actor), filled(type), filled(from), filled(to));
    }

    private static @Nullable String filled(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }

    /** Every event's stored name, in the order of the alphabet. */
    static List<String> types() {
        return TYPES.stream().sorted().toList();
    }

    void check() {
        if (type != null && !TYPES.contains(type)) {
            throw Refused.parameter("type", "Give the stored name of an event, such as pledge-made.");
        }
    }
}
