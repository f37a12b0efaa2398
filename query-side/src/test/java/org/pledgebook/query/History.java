package org.pledgebook.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.BookSerializer;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.access.AccessEnded;
import org.pledgebook.shared.access.AccessGiven;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.PasswordReset;
import org.pledgebook.shared.access.PersonForgotten;
import org.pledgebook.shared.access.Role;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.AssessmentResubmitted;
import org.pledgebook.shared.assessment.AssessmentSubmitted;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.pledgebook.shared.assessment.ReferencePublished;
import org.pledgebook.shared.assessment.ReleasedTable;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedCount;
import org.pledgebook.shared.assessment.ReleasedTable.ReleasedGroup;
import org.pledgebook.shared.assessment.Score;
import org.pledgebook.shared.assessment.Score.Indicator;
import org.pledgebook.shared.assessment.Score.SectionScore;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.assessment.TableReleased;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.assessment.UsageTable.Group;
import org.pledgebook.shared.audit.SigningKeyIntroduced;
import org.pledgebook.shared.board.BoardEstablished;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.CycleClosed;
import org.pledgebook.shared.board.CycleOpened;
import org.pledgebook.shared.board.Period;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.board.SmallNumbersPolicySet;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.FrameworkPublished;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.shared.partner.PartnerJoined;
import org.pledgebook.shared.partner.PartnerLeft;
import org.pledgebook.shared.partner.PartnerMerged;
import org.pledgebook.shared.partner.PartnerRenamed;
import org.pledgebook.shared.partner.PredecessorMerged;
import org.pledgebook.shared.partner.TeamAdded;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.AnsweredItem;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.PledgeAmended;
import org.pledgebook.shared.pledge.PledgeContinued;
import org.pledgebook.shared.pledge.PledgeExtended;
import org.pledgebook.shared.pledge.PledgeFulfilled;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.PledgeWithdrawn;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.QuestionAnswered;
import org.pledgebook.shared.pledge.QuestionAsked;
import org.pledgebook.shared.pledge.Reading;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.pledge.Report.EvidenceLink;
import org.pledgebook.shared.pledge.Status;
import org.pledgebook.shared.support.SupportAnswerGiven;
import org.pledgebook.shared.support.SupportAnswered;
import org.pledgebook.shared.support.SupportKind;
import org.pledgebook.shared.support.SupportPosted;

/** Invents books: any length, always in an order that the command side would have let through. */
final class History {

    /** Its boards, in their order. */
    static final List<String> BOARDS = List.of("islington", "example");

    /** Has quarters. */
    static final String QUARTERLY = "2023";

    /** Has no reporting periods. */
    static final String SILENT = "2022";

    private static final Serializer SERIALIZER = BookSerializer.create();
    private static final int YEAR = 365 * 24 * 60 * 60;
    private static final int PLEDGES = 3;
    private static final Instant START = Instant.parse("2023-01-02T09:00:00.123Z");
    private static final List<Period> QUARTERS = List.of(
            quarter(1, "2023-01-01", "2023-03-31"),
            quarter(2, "2023-04-01", "2023-06-30"),
            quarter(3, "2023-07-01", "2023-09-30"),
            quarter(4, "2023-10-01", "2023-12-31"));

    private final Random random;
    private final int partners;
    private final int pace;
    private final List<Recorded> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Integer> pledges = new HashMap<>();
    private final Map<String, Commitment> saying = new HashMap<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final Set<String> fulfilled = new HashSet<>();
    private final Set<String> continued = new HashSet<>();
    private final Map<String, Integer> questions = new HashMap<>();
    private final Map<String, Integer> answered = new HashMap<>();
    private final Map<String, List<String>> reported = new HashMap<>();
    private final Map<String, Integer> released = new HashMap<>();
    private final Map<String, Boolean> assessed = new HashMap<>();
    private final Map<String, List<SupportKind>> support = new HashMap<>();
    private Instant now = START;

    private History(Random random, int partners, int size) {
        this.random = random;
        this.partners = partners;
        this.pace = 1 + YEAR / size;
        for (var board : BOARDS) {
            record(new BoardEstablished(board, "Board of " + board, "Europe/London", List.of("caring")));
            record(cycle(board, SILENT, 2022, Cadence.NONE, List.of()));
            record(cycle(board, QUARTERLY, 2023, Cadence.QUARTERLY, QUARTERS));
        }
        record(new FrameworkPublished(framework(1)));
        for (var i = 0; i < partners; i++) {
            record(new PartnerJoined(board(i), partner(i), "Partner " + i, Kind.values()[i % 5], List.of("outreach")));
        }
    }

    /** A book of a year: {@code size} events of {@code partners} partners on two boards. */
    static List<Recorded> of(Random random, int partners, int size) {
        var history = new History(random, partners, size);
        while (history.events.size() < size) {
            history.more();
        }
        return List.copyOf(history.events.subList(0, size));
    }

    /** The id of a partner. */
    static String partner(int i) {
        // One of the ids looks like an ObjectId, which must not become one.
        return i == 1 ? "0123456789abcdef01234567" : "partner-" + i;
    }

    /** The copy of an event that is kept beside the documents. */
    static KeptEvent copy(Recorded recorded) {
        var message = message(recorded);
        return KeptEvent.of(recorded, message, SERIALIZER);
    }

    /** A message as the event store takes it. */
    static DomainEventMessage<?> message(Recorded recorded) {
        return new GenericDomainEventMessage<>(
                recorded.stream().substring(0, recorded.stream().indexOf(':')),
                recorded.stream(),
                recorded.sequence(),
                recorded.event(),
                MetaData.with(Origin.ACTOR, recorded.actor()),
                recorded.id(),
                recorded.recordedAt());
    }

    private void more() {
        now = now.plusSeconds(random.nextInt(2 * pace)).plusMillis(random.nextInt(1000));
        var i = random.nextInt(partners);
        switch (random.nextInt(22)) {
            case 21 ->
                record(new SigningKeyIntroduced(
                        "pledgebook/0f", "pledgebook/0f+id+" + random.nextInt(), "It is time."));
            case 20 -> support(i);
            case 0 -> change(i);
            case 1 -> record(person(i));
            case 2 ->
                record(random.nextInt(20) == 0 ? new FrameworkPublished(framework(2 + events.size())) : person(i));
            case 3 -> record(random.nextInt(20) == 0 ? closed(i) : usage(i));
            case 4, 5, 6 -> record(assessment(i));
            case 7, 8, 9 -> record(pledge(i));
            case 10, 11, 12 -> record(life(i));
            default -> record(progress(i));
        }
    }

    private void change(int i) {
        switch (random.nextInt(4)) {
            case 0 ->
                record(new PartnerRenamed(board(i), partner(i), "Partner " + i + ", " + events.size(), "It grew."));
            case 1 -> guest(i);
            default -> record(new TeamAdded(board(i), partner(i), "team-" + random.nextInt(1000)));
        }
    }

    /** Joins and is soon gone again, so that the others have their whole year. */
    private void guest(int i) {
        var guest = "guest-" + events.size();
        record(new PartnerJoined(board(i), guest, "A guest", Kind.OTHER, List.of()));
        if (random.nextBoolean()) {
            record(new PartnerLeft(board(i), guest, "It moved away."));
        } else {
            record(new PartnerMerged(board(i), guest, partner(i), "They are one."));
            record(new PredecessorMerged(board(i), partner(i), guest, "They are one."));
        }
    }

    private void support(int i) {
        var posted = support.getOrDefault(partner(i), List.of());
        var other = (i + BOARDS.size()) % partners;
        if (posted.isEmpty()
                || random.nextBoolean()
                || other == i
                || !board(other).equals(board(i))) {
            var kind = SupportKind.values()[random.nextInt(SupportKind.values().length)];
            var all = support.computeIfAbsent(partner(i), key -> new ArrayList<>());
            all.add(kind);
            record(new SupportPosted(
                    board(i),
                    partner(i),
                    all.size(),
                    kind,
                    "Young people, again.",
                    maybe(partner(i) + "/2023/1"),
                    saidOn()));
            return;
        }
        var number = 1 + random.nextInt(posted.size());
        var kind = posted.get(number - 1);
        var saidOn = saidOn();
        record(new SupportAnswered(board(i), partner(i), number, kind, partner(other), "Come and see.", saidOn));
        record(new SupportAnswerGiven(board(i), partner(other), partner(i), number, kind, "Come and see.", saidOn));
    }

    private Event person(int i) {
        var person = "p-" + random.nextInt(Math.max(2, partners / 4));
        return switch (random.nextInt(5)) {
            case 0 -> new PasswordReset(person);
            case 4 -> forgotten();
            case 1 -> new AccessEnded(person, "Left the organisation.");
            case 2 -> new AccessGiven(person, new Grant(Role.AUDITOR, null, null));
            default -> new AccessGiven(person, new Grant(Role.PARTNER, board(i), partner(i)));
        };
    }

    /** Somebody who comes and goes: nothing follows in their stream. */
    private Event forgotten() {
        var guest = "p-guest-" + events.size();
        record(new AccessGiven(guest, new Grant(Role.AUDITOR, null, null)));
        return new PersonForgotten(guest);
    }

    private Event closed(int i) {
        return new CycleClosed(board(i), SILENT, "The year is over.");
    }

    private Event assessment(int i) {
        var cycle = random.nextBoolean() ? QUARTERLY : SILENT;
        var marks = List.of(mark(), mark());
        var submission = new Submission(
                "starter",
                1,
                List.of(
                        new Answer("1a", marks.get(0), null, null, null, null, maybe("Our data.")),
                        new Answer("1b", marks.get(1), null, null, null, null, null),
                        new Answer("1c", null, List.of(BigDecimal.ONE, mark()), null, null, null, null),
                        new Answer("1d", null, null, null, null, "It does not concern us.", null)),
                maybe("Who uses us."),
                maybe("What they say."),
                null,
                random.nextBoolean() ? mark() : null,
                random.nextBoolean() ? List.of() : List.of(table()));
        var sum = marks.get(0).add(marks.get(1));
        var score = new Score(
                sum,
                new BigDecimal("6"),
                sum.intValue() > 3 ? "Achieving" : null,
                List.of(new SectionScore("one", sum, new BigDecimal("6")), new SectionScore("two", null, null)),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Indicator("likelihood", random.nextBoolean() ? mark() : null, null)));
        return assessed.put(partner(i) + cycle, true) == null
                ? new AssessmentSubmitted(board(i), partner(i), cycle, submission, score, saidOn())
                : new AssessmentResubmitted(
                        board(i), partner(i), cycle, submission, score, "We counted again.", saidOn());
    }

    private Event usage(int i) {
        return switch (random.nextInt(4)) {
            case 0 ->
                new SmallNumbersPolicySet(
                        board(i),
                        new SmallNumbers(1 + random.nextInt(9), "*", random.nextBoolean() ? 5 : null, List.of("seats")),
                        maybe("As others do."));
            case 1 ->
                new ReferencePublished(new ReferencePopulation(
                        "census",
                        1 + events.size(),
                        "All residents",
                        "A census",
                        LocalDate.parse("2021-03-21"),
                        maybe("race"),
                        List.of(
                                new Group("asian", "Asian", 21_525),
                                new Group("0123456789abcdef01234567", "Others", 0)),
                        216_550));
            default -> released(i);
        };
    }

    private Event released(int i) {
        var table = table();
        var number = released.merge(partner(i), 1, Integer::sum);
        return new TableReleased(
                board(i),
                partner(i),
                QUARTERLY,
                number,
                1,
                new ReleasedTable(
                        table.id(),
                        table.title(),
                        table.characteristic(),
                        table.startsOn(),
                        table.endsOn(),
                        table.groups().stream()
                                .map(group -> random.nextBoolean()
                                        ? new ReleasedGroup(group.id(), group.label(), true, null)
                                        : new ReleasedGroup(group.id(), group.label(), false, group.count()))
                                .toList(),
                        random.nextBoolean() ? null : new ReleasedCount(true, null),
                        random.nextBoolean() ? null : new ReleasedCount(false, 10),
                        null,
                        table.total(),
                        table.reference(),
                        7,
                        "*",
                        random.nextBoolean() ? 5 : null));
    }

    private UsageTable table() {
        return new UsageTable(
                "0123456789abcdef01234567",
                "People seen",
                maybe("race"),
                LocalDate.parse("2022-04-01"),
                LocalDate.parse("2023-03-31"),
                List.of(
                        new Group("asian", "Asian", random.nextInt(200)),
                        new Group("0123456789abcdef01234567", "Others", random.nextInt(9))),
                random.nextBoolean() ? null : random.nextInt(40),
                null,
                random.nextBoolean() ? null : 0,
                random.nextInt(300),
                random.nextBoolean() ? null : new UsageTable.Reference("census", 1));
    }

    private Event pledge(int i) {
        var cycle = random.nextInt(4) == 0 ? SILENT : QUARTERLY;
        if (isFull(partner(i), cycle)) {
            return progress(i);
        }
        if (cycle.equals(QUARTERLY) && random.nextInt(3) == 0) {
            var goesOn = continuation(i);
            if (goesOn.isPresent()) {
                return goesOn.get();
            }
        }
        var number = next(partner(i), cycle);
        var commitment = commitment(number);
        saying.put(PledgeId.of(partner(i), cycle, number), commitment);
        return new PledgeMade(board(i), partner(i), cycle, number, commitment, saidOn());
    }

    private boolean isFull(String partner, String cycle) {
        var live = IntStream.rangeClosed(1, pledges.getOrDefault(partner + "/" + cycle, 0))
                .filter(number -> !withdrawn.contains(PledgeId.of(partner, cycle, number)))
                .count();
        return live >= PLEDGES;
    }

    private int next(String partner, String cycle) {
        return pledges.merge(partner + "/" + cycle, 1, Integer::sum);
    }

    /** What may become of a pledge, or a question on it; a report where that cannot be just now. */
    private Event life(int i) {
        var cycle = random.nextInt(4) == 0 ? SILENT : QUARTERLY;
        var made = pledges.getOrDefault(partner(i) + "/" + cycle, 0);
        if (made == 0) {
            return pledge(i);
        }
        var number = 1 + random.nextInt(made);
        var id = PledgeId.of(partner(i), cycle, number);
        return switch (random.nextInt(8)) {
            case 0, 1 -> question(i, cycle, number);
            default -> withdrawn.contains(id) || fulfilled.contains(id) ? progress(i) : becoming(i, cycle, number);
        };
    }

    private Event question(int i, String cycle, int number) {
        var id = PledgeId.of(partner(i), cycle, number);
        var asked = questions.getOrDefault(id, 0);
        var next = answered.getOrDefault(id, 0) + 1;
        if (next <= asked && random.nextBoolean()) {
            answered.put(id, next);
            return new QuestionAnswered(board(i), partner(i), cycle, number, next, "All of them.", saidOn());
        }
        questions.put(id, asked + 1);
        return new QuestionAsked(board(i), partner(i), cycle, number, asked + 1, "Who was asked?", saidOn());
    }

    /** An earlier pledge goes on in the place of a new one, where there is one that can. */
    private Optional<Event> continuation(int i) {
        return IntStream.rangeClosed(1, pledges.getOrDefault(partner(i) + "/" + SILENT, 0))
                .filter(number -> !withdrawn.contains(PledgeId.of(partner(i), SILENT, number)))
                .filter(number -> continued.add(PledgeId.of(partner(i), SILENT, number)))
                .boxed()
                .findFirst()
                .map(number -> {
                    var commitment = Objects.requireNonNull(saying.get(PledgeId.of(partner(i), SILENT, number)));
                    var later = next(partner(i), QUARTERLY);
                    saying.put(PledgeId.of(partner(i), QUARTERLY, later), commitment);
                    return new PledgeContinued(
                            board(i),
                            partner(i),
                            QUARTERLY,
                            later,
                            SILENT,
                            number,
                            commitment,
                            "It goes on.",
                            saidOn());
                });
    }

    private Event becoming(int i, String cycle, int number) {
        var id = PledgeId.of(partner(i), cycle, number);
        var before = Objects.requireNonNull(saying.get(id));
        switch (random.nextInt(6)) {
            case 0 -> {
                withdrawn.add(id);
                return new PledgeWithdrawn(board(i), partner(i), cycle, number, "It came to nothing.", saidOn());
            }
            case 1 -> {
                fulfilled.add(id);
                var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
                return new PledgeFulfilled(board(i), partner(i), cycle, number, "It is done.", today, saidOn());
            }
            case 2 -> {
                if (before.teams().isEmpty()) {
                    return progress(i);
                }
                saying.put(id, before.in(List.of()));
                return new PledgeExtended(board(i), partner(i), cycle, number, List.of(), "It works.", saidOn());
            }
            default -> {
                var after = commitment(number);
                if (after.equals(before)) {
                    return progress(i);
                }
                saying.put(id, after);
                return new PledgeAmended(
                        board(i),
                        partner(i),
                        cycle,
                        number,
                        after,
                        AmendmentClass.between(before, after),
                        "We know better now.",
                        saidOn());
            }
        }
    }

    private Commitment commitment(int number) {
        var measures = random.nextBoolean()
                ? List.<Measure>of()
                : List.of(
                        new Measure(
                                "seats",
                                "Board seats held by people under 40",
                                "seats",
                                new BigDecimal("1"),
                                mark().add(new BigDecimal("2")),
                                LocalDate.parse("2023-06-30").plusMonths(random.nextInt(6))),
                        new Measure("feeling", "How welcome people feel", null, null, null, null));
        return new Commitment(
                "Pledge number " + number,
                "Younger people are missing.",
                "We recruit.",
                "A board that looks like the borough.",
                "We count.",
                random.nextBoolean() ? List.of("age") : List.of("race", "caring", "sex"),
                random.nextBoolean() ? Commitment.Origin.NEW : Commitment.Origin.EXISTING,
                random.nextBoolean() ? List.of() : List.of("outreach"),
                new Commitment.Basis("Nine seats.", maybe("They told us."), null),
                "Chief executive",
                measures,
                random.nextBoolean() ? List.of() : List.of(new AnsweredItem("starter", "1a")));
    }

    private Event progress(int i) {
        var cycle = random.nextInt(4) == 0 ? SILENT : QUARTERLY;
        var made = pledges.getOrDefault(partner(i) + "/" + cycle, 0);
        if (made == 0) {
            return pledge(i);
        }
        var number = 1 + random.nextInt(made);
        if (withdrawn.contains(PledgeId.of(partner(i), cycle, number))) {
            return question(i, cycle, number);
        }
        var done = reported.computeIfAbsent(partner(i) + "/" + cycle + "/" + number, key -> new ArrayList<>());
        var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var quarter = cycle.equals(QUARTERLY) ? QUARTERS.get(random.nextInt(QUARTERS.size())) : null;
        var period = quarter == null ? day.withDayOfMonth(1).toString() : quarter.id();
        if (done.contains(period)) {
            return new ProgressCorrected(
                    board(i), partner(i), cycle, number, period, report(), "We had miscounted.", saidOn());
        }
        done.add(period);
        return new ProgressRecorded(
                board(i),
                partner(i),
                cycle,
                number,
                period,
                quarter == null ? null : quarter.dueOn(),
                quarter != null && day.isAfter(quarter.dueOn()),
                report(),
                saidOn());
    }

    private Report report() {
        return new Report(
                Status.values()[random.nextInt(Status.values().length)],
                "We met " + random.nextInt(5) + " times.",
                random.nextBoolean() ? List.of() : List.of(new Reading("seats", mark())),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new EvidenceLink("Minutes", "https://example.org/minutes?of=1.2.3")),
                maybe("Go on."));
    }

    private BigDecimal mark() {
        return new BigDecimal(random.nextInt(7)).divide(new BigDecimal("2"));
    }

    private @Nullable String maybe(String text) {
        return random.nextBoolean() ? text : null;
    }

    private @Nullable LocalDate saidOn() {
        return random.nextInt(3) == 0 ? LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(3) : null;
    }

    private void record(Event event) {
        var stream = event.stream();
        var sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        events.add(new Recorded(
                event, events.size(), now, "p-" + random.nextInt(3), stream, sequence, "event-" + events.size()));
    }

    private static String board(int partner) {
        return BOARDS.get(partner % BOARDS.size());
    }

    private static Event cycle(String board, String id, int year, Cadence cadence, List<Period> periods) {
        return new CycleOpened(
                board, id, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), PLEDGES, cadence, periods);
    }

    private static Period quarter(int number, String startsOn, String endsOn) {
        var end = LocalDate.parse(endsOn);
        return new Period("2023-Q" + number, LocalDate.parse(startsOn), end, end.plusDays(30));
    }

    private static Framework framework(int version) {
        var scale = IntStream.rangeClosed(0, 3)
                .mapToObj(value -> new Framework.Mark(BigDecimal.valueOf(value), "Mark " + value))
                .toList();
        var items = Stream.of("1a", "1b", "1c", "1d")
                .map(id -> new Framework.Item(
                        id,
                        "How well do we know who is missing?",
                        Framework.ItemType.ORDINAL,
                        true,
                        Framework.Evidence.OPTIONAL,
                        null,
                        scale,
                        new BigDecimal("0.5"),
                        null))
                .toList();
        return new Framework(
                "starter",
                version,
                "Starter",
                "Ours.",
                List.of(new Framework.Section("one", "One", items)),
                new Framework.Score(
                        Framework.Method.BANDED_SUM, List.of(new Framework.Band(BigDecimal.ZERO, "Developing"))));
    }
}
