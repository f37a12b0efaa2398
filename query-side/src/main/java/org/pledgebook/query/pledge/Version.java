package org.pledgebook.query.pledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Entry;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.Commitment;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * What a pledge said of itself at one time. It is kept beside the pledge, which would otherwise grow with every
 * amendment.
 *
 * @param id the pledge's id and the position
 * @param type the stored name of the event that made it, {@code pledge-amended}
 * @param commitment all that it said; null where an event said the teams alone, and all else stayed as it was before
 * @param teams ids of the teams it piloted in then; empty for the whole organisation
 * @param classes what kind of change it is; none where it is no amendment
 * @param recordedAt when the book learnt it
 * @param saidOn when it was said, where that is not the day it was entered
 * @param reason why it was changed or continued; null for a pledge that was made
 */
@Document("pledge-versions")
public record Version(
        @MongoId String id,
        long position,
        String partner,
        String type,
        @Nullable Commitment commitment,
        List<String> teams,
        List<AmendmentClass> classes,
        Instant recordedAt,
        String actor,
        @Nullable LocalDate saidOn,
        @Nullable String reason)
        implements Entry {

    /** The same with all that it said, where {@code before} is what the version before it said. */
    Version on(@Nullable Commitment before) {
        return commitment != null
                ? this
                : new Version(
                        id,
                        position,
                        partner,
                        type,
                        Objects.requireNonNull(before, id).in(teams),
                        teams,
                        classes,
                        recordedAt,
                        actor,
                        saidOn,
                        reason);
    }

    /** All that it said, once that is known. */
    Commitment says() {
        return Objects.requireNonNull(commitment, id);
    }

    static String id(String pledge, long position) {
        return pledge + "/" + Entry.padded(position);
    }

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }
}
