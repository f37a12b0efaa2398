package org.pledgebook.query.pledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.Status;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * One partner's pledges of a cycle in short: as much as the dashboard needs, so that it never reads whole histories.
 *
 * @param id {@code healthwatch-islington/2023}
 * @param pledges by number
 */
@Document("pledge-sets")
public record PledgeSetDocument(
        @MongoId String id, long position, String board, String partner, String cycle, List<Pledge> pledges)
        implements Folded {

    /** Its id. */
    public static String id(String partner, String cycle) {
        return partner + "/" + cycle;
    }

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }

    /**
     * One pledge in short.
     *
     * @param recordedAt when the book learnt of the pledge
     * @param reports by due date, then by period
     */
    public record Pledge(
            int number,
            String title,
            List<String> characteristics,
            Instant recordedAt,
            List<Measure> measures,
            List<Latest> reports) {

        /** What stands for a period. */
        public Optional<Latest> report(String period) {
            return reports.stream()
                    .filter(report -> report.period().equals(period))
                    .findFirst();
        }
    }

    /**
     * What stands for one period.
     *
     * @param late whether the first report came after the due date
     * @param corrected whether it was replaced since
     */
    public record Latest(
            String period,
            @Nullable LocalDate dueOn,
            boolean late,
            boolean corrected,
            Status status,
            List<Reading> readings)
            implements Reached.Readings {}
}
