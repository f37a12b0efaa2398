package org.pledgebook.query.pledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Folded;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
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
     * @param items the framework items that it answers
     * @param recordedAt when the book learnt of the pledge
     * @param measures what it counts now
     * @param goalposts how its aims have moved
     * @param reports by due date, then by period
     * @param withdrawnAt when the book learnt that it is withdrawn; null while it is not
     * @param fulfilled null while nobody has said that it is kept
     * @param open the questions without an answer, by number
     */
    public record Pledge(
            int number,
            String title,
            List<String> characteristics,
            List<AnsweredItem> items,
            Instant recordedAt,
            List<Measure> measures,
            Goalposts goalposts,
            List<Latest> reports,
            @Nullable Instant withdrawnAt,
            @Nullable Fulfilled fulfilled,
            List<OpenQuestion> open) {

        static Pledge begun(int number, Commitment commitment, Instant recordedAt) {
            return new Pledge(
                    number,
                    commitment.title(),
                    commitment.characteristics(),
                    commitment.items(),
                    recordedAt,
                    commitment.measures(),
                    Goalposts.of(commitment.measures()),
                    List.of(),
                    null,
                    null,
                    List.of());
        }

        /** What stands for a period. */
        public Optional<Latest> report(String period) {
            return reports.stream()
                    .filter(report -> report.period().equals(period))
                    .findFirst();
        }

        /** Where it is in its life. */
        public Standing standing() {
            return withdrawnAt != null ? Standing.WITHDRAWN : fulfilled != null ? Standing.FULFILLED : Standing.LIVE;
        }

        Pledge amended(Commitment commitment, List<AmendmentClass> classes) {
            return new Pledge(
                    number,
                    commitment.title(),
                    commitment.characteristics(),
                    commitment.items(),
                    recordedAt,
                    commitment.measures(),
                    goalposts.after(commitment.measures(), classes),
                    reports,
                    withdrawnAt,
                    fulfilled,
                    open);
        }

        Pledge reporting(List<Latest> reports) {
            return new Pledge(
                    number,
                    title,
                    characteristics,
                    items,
                    recordedAt,
                    measures,
                    goalposts,
                    reports,
                    withdrawnAt,
                    fulfilled,
                    open);
        }

        Pledge withdrawn(Instant at) {
            return new Pledge(
                    number,
                    title,
                    characteristics,
                    items,
                    recordedAt,
                    measures,
                    goalposts,
                    reports,
                    at,
                    fulfilled,
                    open);
        }

        Pledge fulfilled(Fulfilled claim) {
            return new Pledge(
                    number,
                    title,
                    characteristics,
                    items,
                    recordedAt,
                    measures,
                    goalposts,
                    reports,
                    withdrawnAt,
                    claim,
                    open);
        }

        Pledge asked(List<OpenQuestion> open) {
            return new Pledge(
                    number,
                    title,
                    characteristics,
                    items,
                    recordedAt,
                    measures,
                    goalposts,
                    reports,
                    withdrawnAt,
                    fulfilled,
                    open);
        }
    }

    /**
     * How the aims of one pledge have moved since it began. It does not grow with what was given up in between.
     *
     * @param began the measures that the pledge began with, as they were then
     * @param added the measures that it has now and did not begin with, as they were when they came in
     * @param strengthened how many amendments asked more, and so on; one amendment can count in several
     */
    public record Goalposts(
            List<Measure> began,
            List<Measure> added,
            int strengthened,
            int weakened,
            int extended,
            int shortened,
            int reworded) {

        static Goalposts of(List<Measure> measures) {
            return new Goalposts(measures, List.of(), 0, 0, 0, 0, 0);
        }

        /** Every measure that has a place here, as it was first said. */
        public List<Measure> first() {
            return Stream.concat(began.stream(), added.stream()).toList();
        }

        Goalposts after(List<Measure> now, List<AmendmentClass> classes) {
            return new Goalposts(
                    began,
                    now.stream()
                            .filter(measure -> find(began, measure.id()).isEmpty())
                            .map(measure -> find(added, measure.id()).orElse(measure))
                            .toList(),
                    strengthened + (classes.contains(AmendmentClass.STRENGTHENED) ? 1 : 0),
                    weakened + (classes.contains(AmendmentClass.WEAKENED) ? 1 : 0),
                    extended + (classes.contains(AmendmentClass.EXTENDED) ? 1 : 0),
                    shortened + (classes.contains(AmendmentClass.SHORTENED) ? 1 : 0),
                    reworded + (classes.contains(AmendmentClass.REWORDED) ? 1 : 0));
        }

        private static Optional<Measure> find(List<Measure> measures, String id) {
            return measures.stream().filter(measure -> measure.id().equals(id)).findFirst();
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

    /**
     * The claim that a pledge is kept.
     *
     * @param outcome what its partner says has come of it
     * @param recordedAt when the book learnt of the claim
     */
    public record Fulfilled(
            String outcome, Instant recordedAt, @Nullable LocalDate saidOn) {}

    /**
     * A question without an answer.
     *
     * @param recordedAt when the book learnt of the question
     */
    public record OpenQuestion(int number, Instant recordedAt) {}
}
