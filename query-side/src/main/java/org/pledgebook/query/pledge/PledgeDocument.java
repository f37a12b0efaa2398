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
 * A pledge as it stands; what it and its reports said before is in its {@link Version}s and {@link Statement}s.
 *
 * @param continues the id of the pledge of an earlier cycle that it carries on; null where it was made
 * @param commitment what it commits to now
 * @param versions the positions of all its {@link Version}s, rising, never empty
 * @param reports by due date, then by period
 * @param withdrawal null while it is not withdrawn
 * @param fulfilment null while nobody has said that it is kept
 * @param questions by number
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
        @Nullable String continues,
        Commitment commitment,
        List<Long> versions,
        List<PeriodReport> reports,
        @Nullable Withdrawal withdrawal,
        @Nullable Fulfilment fulfilment,
        List<Question> questions,
        long version)
        implements Folded {

    @Override
    public String owner() {
        return StreamId.partner(partner);
    }

    Standing standing() {
        return withdrawal != null ? Standing.WITHDRAWN : fulfilment != null ? Standing.FULFILLED : Standing.LIVE;
    }

    Optional<PeriodReport> report(String period) {
        return reports.stream().filter(report -> report.period().equals(period)).findFirst();
    }

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

    /** How a pledge was taken back. */
    public record Withdrawal(
            String reason, Instant recordedAt, @Nullable LocalDate saidOn, String actor) {}

    /**
     * The claim that a pledge is kept.
     *
     * @param outcome what its partner says has come of it
     */
    public record Fulfilment(
            String outcome, Instant recordedAt, @Nullable LocalDate saidOn, String actor) {}

    /**
     * A question of the board's.
     *
     * @param asked the position of the {@link Remark} that asks it
     * @param answered the position of the {@link Remark} that answers it; null while it is open
     */
    public record Question(int number, long asked, @Nullable Long answered) {}
}
