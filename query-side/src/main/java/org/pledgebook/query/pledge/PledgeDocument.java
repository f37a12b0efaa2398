package org.pledgebook.query.pledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.Report;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * A pledge as it stands; what was said of its progress before is in its {@link Statement}s.
 *
 * @param versions what it said of itself, oldest first, never empty
 * @param reports by due date, then by period
 * @param version how many events the pledge has
 */
@Document("pledges")
public record PledgeDocument(
        @MongoId String id,
        long position,
        String board,
        String partner,
        String cycle,
        int number,
        List<Version> versions,
        List<PeriodReport> reports,
        long version)
        implements Folded {

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }

    /** What it commits to now. */
    Commitment commitment() {
        return versions.get(versions.size() - 1).commitment();
    }

    Optional<PeriodReport> report(String period) {
        return reports.stream().filter(report -> report.period().equals(period)).findFirst();
    }

    /**
     * What the pledge said of itself at one time.
     *
     * @param reason why it was changed; null for the first
     */
    public record Version(
            Commitment commitment,
            Instant recordedAt,
            String actor,
            @Nullable LocalDate saidOn,
            @Nullable String reason) {}

    /**
     * What was reported for one period, as it was last said.
     *
     * @param statements the positions of all {@link Statement}s made for it, rising, never empty
     */
    public record PeriodReport(
            String period, @Nullable LocalDate dueOn, boolean late, Report latest, List<Long> statements)
            implements Reached.Readings {

        @Override
        public List<Reading> readings() {
            return latest.readings();
        }
    }
}
