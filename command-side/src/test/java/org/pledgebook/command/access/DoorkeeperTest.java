package org.pledgebook.command.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.AMEND_PLEDGE;
import static org.pledgebook.command.Examples.BOARD;
import static org.pledgebook.command.Examples.BOARD_ESTABLISHED;
import static org.pledgebook.command.Examples.CENSUS;
import static org.pledgebook.command.Examples.CORRECT_PROGRESS;
import static org.pledgebook.command.Examples.CYCLE;
import static org.pledgebook.command.Examples.EDS;
import static org.pledgebook.command.Examples.MAKE_PLEDGE;
import static org.pledgebook.command.Examples.OPEN_CYCLE;
import static org.pledgebook.command.Examples.PARTNER;
import static org.pledgebook.command.Examples.PARTNER_JOINED;
import static org.pledgebook.command.Examples.POST_SUPPORT;
import static org.pledgebook.command.Examples.RECORD_PROGRESS;
import static org.pledgebook.command.Examples.SUBMIT_ASSESSMENT;
import static org.pledgebook.shared.access.GiveAccess.FIRST_ADMINISTRATOR;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Language;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.access.AccessEnded;
import org.pledgebook.shared.access.AccessGiven;
import org.pledgebook.shared.access.AccessRules;
import org.pledgebook.shared.access.EndAccess;
import org.pledgebook.shared.access.ForgetPerson;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.PasswordReset;
import org.pledgebook.shared.access.PersonForgotten;
import org.pledgebook.shared.access.ResetPassword;
import org.pledgebook.shared.access.Role;
import org.pledgebook.shared.assessment.PublishReference;
import org.pledgebook.shared.assessment.ReleaseTable;
import org.pledgebook.shared.audit.IntroduceSigningKey;
import org.pledgebook.shared.board.CloseCycle;
import org.pledgebook.shared.board.EstablishBoard;
import org.pledgebook.shared.board.SetSmallNumbersPolicy;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.shared.framework.PublishFramework;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.partner.AddTeam;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.shared.partner.LeaveBoard;
import org.pledgebook.shared.partner.MergePartner;
import org.pledgebook.shared.partner.RenamePartner;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.pledgebook.shared.support.AnswerSupport;

class DoorkeeperTest {

    private static final String CAMDEN = "camden";
    private static final Pattern COLUMNS = Pattern.compile("[ |]+");

    /**
     * Who may send what. {@code chief} administers all boards, {@code secretary} Islington's, {@code camden} Camden's;
     * {@code member} and {@code auditor} are Islington's, {@code visitor} is member and auditor of all; {@code editor}
     * is the partner's, {@code rival} another partner's of the same board; {@code former} had everything once and has
     * nothing; {@code stranger} is not in the book; {@code nobody} has not signed in.
     */
    private static final String WHO_MAY = """
            command             | chief secretary camden member auditor visitor editor rival former stranger nobody
            EstablishBoard      | yes   -         -      -      -       -       -      -     -      -        -
            IntroduceSigningKey | yes   -         -      -      -       -       -      -     -      -        -
            OpenCycle           | yes   yes       -      -      -       -       -      -     -      -        -
            CloseCycle          | yes   yes       -      -      -       -       -      -     -      -        -
            SetSmallNumbersPolicy | yes   yes       -      -      -       -       -      -     -      -        -
            AddPartner          | yes   yes       -      -      -       -       -      -     -      -        -
            AddTeam             | yes   yes       -      -      -       -       -      -     -      -        -
            AddTeam?            | yes   -         -      -      -       -       -      -     -      -        -
            RenamePartner       | yes   yes       -      -      -       -       -      -     -      -        -
            MergePartner        | yes   yes       -      -      -       -       -      -     -      -        -
            LeaveBoard          | yes   yes       -      -      -       -       -      -     -      -        -
            LeaveBoard?         | yes   -         -      -      -       -       -      -     -      -        -
            PublishFramework    | yes   yes       yes    -      -       -       -      -     -      -        -
            PublishReference    | yes   yes       yes    -      -       -       -      -     -      -        -
            ReleaseTable        | yes   yes       -      -      -       -       -      -     -      -        -
            ReleaseTable?       | yes   -         -      -      -       -       -      -     -      -        -
            SubmitAssessment    | yes   yes       -      -      -       -       yes    -     -      -        -
            SubmitAssessment?   | yes   -         -      -      -       -       -      -     -      -        -
            MakePledge          | yes   yes       -      -      -       -       yes    -     -      -        -
            MakePledge?         | yes   -         -      -      -       -       -      -     -      -        -
            RecordProgress      | yes   yes       -      -      -       -       yes    -     -      -        -
            CorrectProgress     | yes   yes       -      -      -       -       yes    -     -      -        -
            PostSupport         | yes   yes       -      -      -       -       yes    -     -      -        -
            PostSupport?        | yes   -         -      -      -       -       -      -     -      -        -
            AnswerSupport       | yes   yes       -      -      -       -       -      yes   -      -        -
            AnswerSupport:own   | yes   yes       -      -      -       -       yes    -     -      -        -
            AnswerSupport?      | yes   -         -      -      -       -       -      yes   -      -        -
            ImportStatements    | yes   yes       -      -      -       -       yes    -     -      -        -
            ImportStatements?   | yes   -         -      -      -       -       -      -     -      -        -
            AmendPledge         | yes   yes       -      -      -       -       yes    -     -      -        -
            ExtendPledge        | yes   yes       -      -      -       -       yes    -     -      -        -
            WithdrawPledge      | yes   yes       -      -      -       -       yes    -     -      -        -
            FulfilPledge        | yes   yes       -      -      -       -       yes    -     -      -        -
            ContinuePledge      | yes   yes       -      -      -       -       yes    -     -      -        -
            AskQuestion         | -     -         -      yes    -       yes     -      -     -      -        -
            AskQuestion?        | -     -         -      -      -       yes     -      -     -      -        -
            AnswerQuestion      | yes   yes       -      -      -       -       yes    -     -      -        -
            GiveAccess:board    | yes   yes       -      -      -       -       -      -     -      -        -
            GiveAccess:all      | yes   -         -      -      -       -       -      -     -      -        -
            GiveAccess:partner  | yes   yes       -      -      -       -       -      -     -      -        -
            GiveAccess:partner? | yes   -         -      -      -       -       -      -     -      -        -
            GiveAccess:more     | yes   yes       -      -      -       -       -      -     -      -        -
            GiveAccess:both     | yes   -         -      -      -       -       -      -     -      -        -
            GiveAccess:first    | yes   -         -      -      -       -       -      -     -      -        -
            EndAccess:member    | yes   yes       -      -      -       -       -      -     -      -        -
            EndAccess:editor    | yes   yes       -      -      -       -       -      -     -      -        -
            EndAccess:visitor   | yes   -         -      -      -       -       -      -     -      -        -
            EndAccess:both      | yes   -         -      -      -       -       -      -     -      -        -
            EndAccess:chief     | yes   -         -      -      -       -       -      -     -      -        -
            EndAccess:gone      | yes   yes       -      -      -       -       -      -     -      -        -
            EndAccess:stranger  | yes   -         -      -      -       -       -      -     -      -        -
            ForgetPerson:member | yes   yes       -      -      -       -       -      -     -      -        -
            ForgetPerson:both   | yes   -         -      -      -       -       -      -     -      -        -
            ForgetPerson:gone   | yes   yes       -      -      -       -       -      -     -      -        -
            ForgetPerson:lost   | yes   yes       -      -      -       -       -      -     -      -        -
            ForgetPerson:nobody | yes   -         -      -      -       -       -      -     -      -        -
            ResetPassword       | yes   yes       -      -      -       -       -      -     -      -        -
            ResetPassword:chief | yes   -         -      -      -       -       -      -     -      -        -
            """;

    /** A question mark behind a command's name: it is about a partner that is not in the book. */
    private static final Map<String, Command> COMMANDS = Map.ofEntries(
            Map.entry("EstablishBoard", new EstablishBoard("hackney", "Hackney", "Europe/London", List.of())),
            Map.entry("IntroduceSigningKey", new IntroduceSigningKey("log", "log+id+key", "It was time")),
            Map.entry("OpenCycle", OPEN_CYCLE),
            Map.entry("CloseCycle", new CloseCycle(BOARD, CYCLE, "Over")),
            Map.entry("SetSmallNumbersPolicy", new SetSmallNumbersPolicy(BOARD, SmallNumbers.USUAL, null)),
            Map.entry("AddPartner", new AddPartner(BOARD, "new", "New", Kind.OTHER, List.of())),
            Map.entry("AddTeam", new AddTeam(PARTNER, "team")),
            Map.entry("AddTeam?", new AddTeam("no-partner", "team")),
            Map.entry("RenamePartner", new RenamePartner(PARTNER, "New", "It is new")),
            Map.entry("MergePartner", new MergePartner(PARTNER, "mind", "They are one")),
            Map.entry("LeaveBoard", new LeaveBoard(PARTNER, "Left")),
            Map.entry("LeaveBoard?", new LeaveBoard("no-partner", "Left")),
            Map.entry("PublishFramework", new PublishFramework(EDS)),
            Map.entry("PublishReference", new PublishReference(CENSUS)),
            Map.entry("ReleaseTable", new ReleaseTable(PARTNER, CYCLE, "ethnic-group", null)),
            Map.entry("ReleaseTable?", new ReleaseTable("no-partner", CYCLE, "ethnic-group", null)),
            Map.entry("SubmitAssessment", SUBMIT_ASSESSMENT),
            Map.entry("SubmitAssessment?", with(SUBMIT_ASSESSMENT, "partner", "no-partner")),
            Map.entry("MakePledge", MAKE_PLEDGE),
            Map.entry("MakePledge?", with(MAKE_PLEDGE, "partner", "no-partner")),
            Map.entry("RecordProgress", RECORD_PROGRESS),
            Map.entry("CorrectProgress", CORRECT_PROGRESS),
            Map.entry("PostSupport", POST_SUPPORT),
            Map.entry("PostSupport?", with(POST_SUPPORT, "partner", "no-partner")),
            Map.entry("AnswerSupport", new AnswerSupport(PARTNER, 1, "mind", "We can", null)),
            Map.entry("AnswerSupport:own", new AnswerSupport("mind", 1, PARTNER, "We can", null)),
            Map.entry("AnswerSupport?", new AnswerSupport("no-partner", 1, "mind", "We can", null)),
            Map.entry("ImportStatements", new ImportStatements(PARTNER, CYCLE, false, List.of())),
            Map.entry("ImportStatements?", new ImportStatements("no-partner", CYCLE, false, List.of())),
            Map.entry("AmendPledge", AMEND_PLEDGE),
            Map.entry("ExtendPledge", new ExtendPledge(PARTNER, CYCLE, 1, List.of(), "It works", null)),
            Map.entry("WithdrawPledge", new WithdrawPledge(PARTNER, CYCLE, 1, "No seat", null)),
            Map.entry("FulfilPledge", new FulfilPledge(PARTNER, CYCLE, 1, "Two seats", null)),
            Map.entry("ContinuePledge", new ContinuePledge(PARTNER, "2024", CYCLE, 1, null, "It goes on", null)),
            Map.entry("AskQuestion", new AskQuestion(PARTNER, CYCLE, 1, "Who?", null)),
            Map.entry("AskQuestion?", new AskQuestion("no-partner", CYCLE, 1, "Who?", null)),
            Map.entry("AnswerQuestion", new AnswerQuestion(PARTNER, CYCLE, 1, 1, "All.", null)),
            Map.entry("GiveAccess:board", new GiveAccess("new", Role.ADMINISTRATOR, BOARD, null)),
            Map.entry("GiveAccess:all", new GiveAccess("new", Role.AUDITOR, null, null)),
            Map.entry("GiveAccess:partner", new GiveAccess("new", Role.PARTNER, null, PARTNER)),
            Map.entry("GiveAccess:partner?", new GiveAccess("new", Role.PARTNER, BOARD, "no-partner")),
            Map.entry("GiveAccess:more", new GiveAccess("member", Role.AUDITOR, BOARD, null)),
            Map.entry("GiveAccess:both", new GiveAccess("both", Role.AUDITOR, BOARD, null)),
            Map.entry("GiveAccess:first", new GiveAccess(FIRST_ADMINISTRATOR, Role.ADMINISTRATOR, null, null)),
            Map.entry("EndAccess:member", new EndAccess("member", "Left")),
            Map.entry("EndAccess:editor", new EndAccess("editor", "Left")),
            Map.entry("EndAccess:visitor", new EndAccess("visitor", "Left")),
            Map.entry("EndAccess:both", new EndAccess("both", "Left")),
            Map.entry("EndAccess:chief", new EndAccess("chief", "Left")),
            Map.entry("EndAccess:gone", new EndAccess("gone", "Left")),
            Map.entry("EndAccess:stranger", new EndAccess("stranger", "Left")),
            Map.entry("ForgetPerson:member", new ForgetPerson("member")),
            Map.entry("ForgetPerson:both", new ForgetPerson("both")),
            Map.entry("ForgetPerson:gone", new ForgetPerson("gone")),
            Map.entry("ForgetPerson:lost", new ForgetPerson("lost")),
            Map.entry("ForgetPerson:nobody", new ForgetPerson("stranger")),
            Map.entry("ResetPassword", new ResetPassword("member")),
            Map.entry("ResetPassword:chief", new ResetPassword("chief")));

    private static final List<Event> RECORDED = List.of(
            BOARD_ESTABLISHED,
            with(BOARD_ESTABLISHED, "board", CAMDEN),
            PARTNER_JOINED,
            with(PARTNER_JOINED, "partner", "mind"),
            given("chief", Role.ADMINISTRATOR, null, null),
            given("secretary", Role.ADMINISTRATOR, BOARD, null),
            given("camden", Role.ADMINISTRATOR, CAMDEN, null),
            given("member", Role.BOARD_MEMBER, BOARD, null),
            given("auditor", Role.AUDITOR, BOARD, null),
            given("visitor", Role.BOARD_MEMBER, null, null),
            given("visitor", Role.AUDITOR, null, null),
            given("editor", Role.PARTNER, BOARD, PARTNER),
            given("rival", Role.PARTNER, BOARD, "mind"),
            given("both", Role.BOARD_MEMBER, BOARD, null),
            given("both", Role.BOARD_MEMBER, CAMDEN, null),
            given("gone", Role.AUDITOR, CAMDEN, null),
            new AccessEnded("gone", "Moved"),
            given("gone", Role.BOARD_MEMBER, BOARD, null),
            new AccessEnded("gone", "Left"),
            new PasswordReset("gone"),
            given("lost", Role.AUDITOR, BOARD, null),
            new PersonForgotten("lost"),
            given("former", Role.ADMINISTRATOR, null, null),
            given("former", Role.PARTNER, BOARD, PARTNER),
            new AccessEnded("former", "Left"),
            new PasswordReset("former"));

    @TestFactory
    Stream<DynamicTest> givenTheirGrants_whenTheySendIt_thenTheyMayOrMayNot() {
        var doorkeeper = doorkeeper(RECORDED);
        var lines = WHO_MAY.lines().map(line -> COLUMNS.split(line, -1)).toList();
        var people = lines.get(0);
        return lines.stream()
                .skip(1)
                .map(line -> dynamicTest(line[0], () -> {
                    var command = command(line[0]);
                    for (int p = 1; p < people.length; p++) {
                        var actor = people[p].equals("nobody") ? null : people[p];
                        var may = refusal(doorkeeper, command, actor) == null;
                        assertThat(may).as("%s by %s", line[0], people[p]).isEqualTo(line[p].equals("yes"));
                    }
                }));
    }

    @Test
    void givenEveryCommand_whenLookedForInTheTableAndTheRules_thenItIsThere() {
        var inTable =
                WHO_MAY.lines().skip(1).map(line -> COLUMNS.split(line, -1)[0]).toList();
        assertThat(inTable).containsExactlyInAnyOrderElementsOf(COMMANDS.keySet());
        assertThat(COMMANDS.values()).extracting(Object::getClass).containsAll(Language.COMMANDS);
        assertThat(Language.COMMANDS)
                .allSatisfy(command -> assertThat(AccessRules.of(command))
                        .as("who may send %s", command.getSimpleName())
                        .isNotNull());
    }

    @Test
    void givenCommandWithoutRule_whenTheChiefSendsIt_thenNobodyMay() {
        record BurnTheBook(String stream) implements Command {}
        var refusal = refusal(doorkeeper(RECORDED), new BurnTheBook("board:islington"), "chief");
        assertThat(refusal).isNotNull().extracting(Refusal::status).isEqualTo(403);
    }

    @Test
    void givenRefusal_whenItIsRead_thenItSaysWhoMay() {
        var refusal = refusal(doorkeeper(RECORDED), MAKE_PLEDGE, "rival");
        assertThat(refusal)
                .isEqualTo(Refusal.forbidden(
                        "Only the partner's editors, or an administrator of its board, can do this."));
    }

    @Test
    void givenNobodyYet_whenTheFirstAdministratorAppointsThemselves_thenTheyMayOnceAndNobodyElse() {
        var appoint = new GiveAccess(FIRST_ADMINISTRATOR, Role.ADMINISTRATOR, null, null);
        var empty = doorkeeper(List.of());
        assertThat(refusal(empty, appoint, FIRST_ADMINISTRATOR)).isNull();
        assertThat(refusal(empty, appoint, "stranger")).isNotNull();
        assertThat(refusal(empty, appoint, null)).isNotNull();
        assertThat(refusal(empty, with(appoint, "person", "stranger"), "stranger"))
                .isNotNull();
        assertThat(refusal(empty, with(appoint, "person", "stranger"), FIRST_ADMINISTRATOR))
                .isNotNull();
        assertThat(refusal(empty, with(appoint, "role", Role.AUDITOR), FIRST_ADMINISTRATOR))
                .isNotNull();
        assertThat(refusal(empty, with(appoint, "board", BOARD), FIRST_ADMINISTRATOR))
                .isNotNull();
    }

    @Test
    void givenFirstAdministratorWhoseAccessEnded_whenTheyAppointThemselvesAgain_thenTheyMayNot() {
        var doorkeeper = doorkeeper(List.of(
                given(FIRST_ADMINISTRATOR, Role.ADMINISTRATOR, null, null),
                new AccessEnded(FIRST_ADMINISTRATOR, "Handed over")));
        var appoint = new GiveAccess(FIRST_ADMINISTRATOR, Role.ADMINISTRATOR, null, null);
        assertThat(refusal(doorkeeper, appoint, FIRST_ADMINISTRATOR)).isNotNull();
    }

    @Test
    void givenMetadataThatClaimsMore_whenCommandIsSent_thenOnlyTheActorsIdCounts() throws Exception {
        var forged = Map.<String, Object>of(
                Origin.ACTED_FOR,
                PARTNER,
                "role",
                "ADMINISTRATOR",
                "grants",
                List.of(new Grant(Role.ADMINISTRATOR, null, null)));
        assertThat(throughTheDoor(forged)).isNotNull();
        assertThat(throughTheDoor(plus(forged, "rival"))).isNotNull();
        assertThat(throughTheDoor(plus(forged, 42))).isNotNull();
        assertThat(throughTheDoor(plus(forged, List.of("chief")))).isNotNull();
        assertThat(throughTheDoor(plus(forged, "editor"))).isNull();
    }

    private static Map<String, Object> plus(Map<String, Object> forged, Object actor) {
        var more = new HashMap<>(forged);
        more.put(Origin.ACTOR, actor);
        return more;
    }

    /** What comes back of a command with this metadata; null when it is let through. */
    private static @Nullable Refusal throughTheDoor(Map<String, Object> metaData) throws Exception {
        var unitOfWork = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(MAKE_PLEDGE, metaData));
        try {
            assertThat(doorkeeper(RECORDED).handle(unitOfWork, () -> "let through"))
                    .isEqualTo("let through");
            return null;
        } catch (CommandExecutionException e) {
            return e.<Refusal>getDetails().orElseThrow();
        } finally {
            unitOfWork.rollback();
        }
    }

    private static @Nullable Refusal refusal(Doorkeeper doorkeeper, Command command, @Nullable String actor) {
        var refused = catchThrowableOfType(CommandExecutionException.class, () -> doorkeeper.check(command, actor));
        return refused == null ? null : refused.<Refusal>getDetails().orElseThrow();
    }

    private static Command command(String name) {
        var command = COMMANDS.get(name);
        assertThat(command).as(name).isNotNull();
        assertThat(name).startsWith(command.getClass().getSimpleName());
        return command;
    }

    private static Doorkeeper doorkeeper(List<Event> events) {
        var store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        var next = new HashMap<String, Long>();
        events.forEach(event -> store.publish(new GenericDomainEventMessage<>(
                "any", event.stream(), next.merge(event.stream(), 1L, Long::sum) - 1, event)));
        return new Doorkeeper(new Streams(store));
    }

    private static AccessGiven given(String person, Role role, @Nullable String board, @Nullable String partner) {
        return new AccessGiven(person, new Grant(role, board, partner));
    }
}
