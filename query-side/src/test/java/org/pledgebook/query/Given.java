package org.pledgebook.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.assessment.ReleasedTable;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedGroup;
import org.pledgebook.shared.assessment.TableReleased;
import org.pledgebook.shared.assessment.UsageTable.Reference;
import org.pledgebook.shared.board.BoardEstablished;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.CycleOpened;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.PledgeAmended;
import org.pledgebook.shared.pledge.PledgeFulfilled;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.PledgeWithdrawn;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.QuestionAnswered;
import org.pledgebook.shared.pledge.QuestionAsked;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.pledge.Status;

/** A book written by hand: a board in London with the quarters of 2023 and a silent 2022. */
public final class Given {

    /** The board. */
    public static final String BOARD = "islington";

    /** The cycle with quarters. */
    public static final String CYCLE = "2023";

    /** The cycle without periods. */
    public static final String SILENT = "2022";

    /** Its quarters; each is due thirty days after its end. */
    public static final List<Period> QUARTERS = List.of(
            quarter("2023-Q1", "2023-01-01", "2023-03-31"),
            quarter("2023-Q2", "2023-04-01", "2023-06-30"),
            quarter("2023-Q3", "2023-07-01", "2023-09-30"),
            quarter("2023-Q4", "2023-10-01", "2023-12-31"));

    private final List<Recorded> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant now = Instant.parse("2023-01-02T09:00:00Z");

    /** The board and its cycles. */
    public static Given board() {
        return new Given()
                .said(new BoardEstablished(BOARD, "Islington", "Europe/London", List.of("caring")))
                .said(new CycleOpened(
                        BOARD,
                        SILENT,
                        LocalDate.parse("2022-01-01"),
                        LocalDate.parse("2022-12-31"),
                        3,
                        Cadence.NONE,
                        List.of()))
                .said(new CycleOpened(
                        BOARD,
                        CYCLE,
                        LocalDate.parse("2023-01-01"),
                        LocalDate.parse("2023-12-31"),
                        3,
                        Cadence.QUARTERLY,
                        QUARTERS));
    }

    /** From now on, things are recorded at this instant. */
    public Given at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** Records anything. */
    public Given said(Event event) {
        var sequence = sequences.merge(event.stream(), 1L, Long::sum) - 1;
        events.add(new Recorded(
                event, events.size(), now, "p-editor", event.stream(), sequence, "event-" + events.size()));
        return this;
    }

    /** A partner joins. */
    public Given partner(String partner) {
        return said(new PartnerJoined(BOARD, partner, "The " + partner, Kind.VOLUNTARY, List.of("outreach")));
    }

    /** A partner makes a pledge. */
    public Given pledge(String partner, String cycle, int number, String title, Measure... measures) {
        return said(new PledgeMade(BOARD, partner, cycle, number, commitment(title, measures), null));
    }

    /** A partner reports, late if it is after the due date in UTC. */
    public Given progress(String partner, int number, int quarter, Status status, Reading... readings) {
        var period = QUARTERS.get(quarter - 1);
        return said(new ProgressRecorded(
                BOARD,
                partner,
                CYCLE,
                number,
                period.id(),
                period.dueOn(),
                now.isAfter(Instant.parse(period.dueOn().plusDays(1) + "T00:00:00Z")),
                report(status, "We met.", readings),
                null));
    }

    /** A partner reports in the silent cycle. */
    public Given progress(String partner, int number, String day, Status status) {
        return said(new ProgressRecorded(
                BOARD, partner, SILENT, number, day, null, false, report(status, "We met."), null));
    }

    /** A partner corrects a report. */
    public Given correction(String partner, int number, int quarter, Report report) {
        return said(new ProgressCorrected(
                BOARD, partner, CYCLE, number, QUARTERS.get(quarter - 1).id(), report, "We had miscounted.", null));
    }

    /** A partner changes what a pledge says. */
    public Given amendment(String partner, int number, Commitment before, Commitment after) {
        return said(new PledgeAmended(
                BOARD,
                partner,
                CYCLE,
                number,
                after,
                AmendmentClass.between(before, after),
                "We know better now.",
                null));
    }

    /** A partner takes a pledge back. */
    public Given withdrawal(String partner, int number) {
        return said(new PledgeWithdrawn(BOARD, partner, CYCLE, number, "It came to nothing.", null));
    }

    /** A partner says that a pledge is kept. */
    public Given fulfilment(String partner, int number) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return said(new PledgeFulfilled(BOARD, partner, CYCLE, number, "Five seats are held.", today, null));
    }

    /** The board asks. */
    public Given question(String partner, int number, int question) {
        return said(new QuestionAsked(BOARD, partner, CYCLE, number, question, "Who was asked?", null));
    }

    /** The partner answers. */
    public Given answer(String partner, int number, int question) {
        return said(new QuestionAnswered(BOARD, partner, CYCLE, number, question, "All members.", null));
    }

    /** A table is released: 600 women and 700 men, beside version 1 of the census. */
    public Given release(String partner, int number) {
        return said(new TableReleased(
                BOARD,
                partner,
                CYCLE,
                number,
                1,
                new ReleasedTable(
                        "sex-" + number,
                        "People seen, by sex",
                        "sex",
                        LocalDate.parse("2022-01-01"),
                        LocalDate.parse("2022-12-31"),
                        List.of(
                                new ReleasedGroup("women", "Women", false, 600),
                                new ReleasedGroup("men", "Men", false, 700)),
                        null,
                        null,
                        null,
                        1_300,
                        new Reference("census", 1),
                        7,
                        "*",
                        5)));
    }

    /** Everything that was recorded. */
    public List<Recorded> events() {
        return List.copyOf(events);
    }

    /** What it comes to. */
    public MemoryDocuments folded() {
        var documents = new MemoryDocuments();
        events.forEach(documents::fold);
        return documents;
    }

    /** What the last event changed. */
    public <D extends Folded> D last(Class<D> kind) {
        var documents = new MemoryDocuments();
        List<Folded> changed = List.of();
        for (var event : events) {
            changed = documents.fold(event);
        }
        return changed.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    /** A commitment for the young. */
    public static Commitment commitment(String title, Measure... measures) {
        return new Commitment(
                title,
                "Young people are missing.",
                "We recruit.",
                "A board that looks like the borough.",
                "We count.",
                List.of("age", "caring"),
                Commitment.Origin.NEW,
                List.of(),
                new Commitment.Basis("Nine seats, none under 25.", null, null),
                "Chief executive",
                List.of(measures),
                List.of());
    }

    /** From one seat to five. */
    public static Measure seats() {
        return new Measure(
                "seats",
                "Seats held by the young",
                "seats",
                new BigDecimal("1"),
                new BigDecimal("5"),
                LocalDate.parse("2023-12-31"));
    }

    /** From one seat to so many, by a day or by none. */
    public static Measure seats(String id, String target, @Nullable String targetDate) {
        return new Measure(
                id,
                "Seats held by the young",
                "seats",
                new BigDecimal("1"),
                new BigDecimal(target),
                targetDate == null ? null : LocalDate.parse(targetDate));
    }

    /** So many seats. */
    public static Reading seats(String value) {
        return new Reading("seats", new BigDecimal(value));
    }

    /** A report. */
    public static Report report(Status status, String narrative, Reading... readings) {
        return new Report(status, narrative, List.of(readings), List.of(), (@Nullable String) null);
    }

    private static Period quarter(String id, String startsOn, String endsOn) {
        var end = LocalDate.parse(endsOn);
        return new Period(id, LocalDate.parse(startsOn), end, end.plusDays(30));
    }
}
