package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgebook.cabinet.SqliteCabinet;
import org.pledgebook.shared.BookClock;
import org.pledgebook.shared.Language;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.access.GiveAccess;

/** Loading, against a book that only writes down what it is sent. */
class ExampleBoardsTest {

    private static final Instant TODAY = Instant.parse("2026-11-22T14:03:27.5Z");
    private static final Instant MONTHS_LATER = Instant.parse("2027-02-10T08:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SqliteCabinet cabinet;

    private final BookClock clock = new BookClock();
    private final List<Sent> sent = new ArrayList<>();
    private final CommandGateway gateway = gateway();
    private @Nullable String refused;

    @BeforeEach
    void open() {
        cabinet = new SqliteCabinet(folder.resolve("cabinet.db"));
    }

    @AfterEach
    void close() {
        cabinet.close();
    }

    @Test
    void givenAnEmptyBook_whenLoaded_thenEveryStepIsSentAtItsTimeByItsActor() {
        clock.walkTo(TODAY);

        boards().load();

        var steps = ExampleBoardsScript.until(
                TODAY.atZone(ExampleBoardsData.read().timeZone()).toLocalDate(), ExampleBoardsData.read());
        assertThat(sent)
                .containsExactlyElementsOf(steps.stream().map(this::sentBy).toList());
        assertThat(paper()).isEqualTo("{\"startedOn\":\"2026-11-22\",\"finished\":true}");
        assertThat(clock.instant())
                .as("follows the machine again")
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void givenItIsAllThere_whenLoadedAgain_thenNothingIsSent() {
        clock.walkTo(TODAY);
        boards().load();
        var once = List.copyOf(sent);

        clock.walkTo(MONTHS_LATER);
        boards().load();

        assertThat(sent).isEqualTo(once);
        assertThat(clock.instant()).isEqualTo(MONTHS_LATER);
    }

    @Test
    void givenLoadingWasBrokenOff_whenLoadedMonthsLater_thenTheSameIsSentUnderTheSameKeys() {
        clock.walkTo(TODAY);
        refused = "example-0100";
        assertThatThrownBy(() -> boards().load())
                .isInstanceOf(BookUnavailable.class)
                .hasMessageContaining("example-0100")
                .hasMessageContaining("Not today.");
        assertThat(clock.instant())
                .as("follows the machine again")
                .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(paper()).isEqualTo("{\"startedOn\":\"2026-11-22\",\"finished\":false}");
        var before = List.copyOf(sent);
        assertThat(before).hasSize(99);
        sent.clear();

        refused = null;
        clock.walkTo(MONTHS_LATER);
        boards(before.size() - 1).load();

        assertThat(sent.subList(0, before.size())).isEqualTo(before);
        assertThat(last().at()).isBefore(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(paper()).isEqualTo("{\"startedOn\":\"2026-11-22\",\"finished\":true}");
    }

    @Test
    void givenABookOfSomebodyElse_whenLoaded_thenRefusedInWordsAndNothingIsTouched() {
        assertThatThrownBy(() -> boards(0).load())
                .isInstanceOf(BookUnavailable.class)
                .hasMessageContaining("holds statements already")
                .hasMessageContaining("--pledgebook.demo=false");
        assertThat(sent).isEmpty();
        assertThat(cabinet.get(ExampleBoards.KIND, ExampleBoards.ID)).isEmpty();
    }

    @Test
    void givenThePaperOfABookThatWasTakenAway_whenLoaded_thenLoadedAnewFromToday() {
        clock.walkTo(TODAY);
        boards().load();
        sent.clear();

        clock.walkTo(MONTHS_LATER);
        boards(-1).load();

        assertThat(sent).isNotEmpty();
        assertThat(paper()).isEqualTo("{\"startedOn\":\"2027-02-10\",\"finished\":true}");
    }

    @Test
    void givenAClockBeforeTheExamplesBegin_whenLoaded_thenRefusedAndNothingIsTouched() {
        clock.walkTo(Instant.parse("2019-05-06T10:00:00Z"));

        assertThatThrownBy(() -> boards().load())
                .isInstanceOf(BookUnavailable.class)
                .hasMessageContaining("2019-05-06")
                .hasMessageContaining("--pledgebook.demo=false");
        assertThat(sent).isEmpty();
        assertThat(cabinet.get(ExampleBoards.KIND, ExampleBoards.ID)).isEmpty();
    }

    @Test
    void givenTheAccounts_whenLoaded_thenEachIsEnrolledOnceByTheSecretary() {
        clock.walkTo(TODAY);

        boards().load();

        assertThat(sent.stream().filter(sent -> sent.deed() instanceof ExampleBoards.Account))
                .allMatch(sent -> sent.actor().equals(GiveAccess.FIRST_ADMINISTRATOR))
                .extracting(sent -> (ExampleBoards.Account) sent.deed())
                .isEqualTo(boards().accounts())
                .allMatch(account -> account.password().equals("pledgebook"))
                .extracting(account -> account.signIn() + " " + account.role())
                .containsExactly(
                        "secretary ADMINISTRATOR",
                        "member BOARD_MEMBER",
                        "auditor AUDITOR",
                        "healthwatch-islington PARTNER",
                        "example-community-trust PARTNER",
                        "example-borough-council PARTNER",
                        "example-carers-network PARTNER");
    }

    private ExampleBoards boards() {
        return boards(sent.size() - 1);
    }

    private ExampleBoards boards(long head) {
        return new ExampleBoards(gateway, clock, cabinet, () -> head, (account, actor, key) -> {
            sent.add(new Sent(key, clock.instant(), actor, account));
            return person(account.signIn());
        });
    }

    private String paper() {
        return cabinet.get(ExampleBoards.KIND, ExampleBoards.ID).orElseThrow().json();
    }

    private Sent last() {
        return sent.get(sent.size() - 1);
    }

    private CommandGateway gateway() {
        var bus = SimpleCommandBus.builder().build();
        Language.COMMANDS.forEach(command -> bus.subscribe(command.getName(), this::take));
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    private Receipt take(CommandMessage<?> message) {
        var key = (String) Objects.requireNonNull(message.getMetaData().get(Origin.IDEMPOTENCY_KEY));
        if (key.equals(refused)) {
            throw Refusal.rule("not-today", "Not today", "Not today.").asException();
        }
        var actor = (String) Objects.requireNonNull(message.getMetaData().get(Origin.ACTOR));
        sent.add(new Sent(key, clock.instant(), actor, message.getPayload()));
        return new Receipt("some-id", 1);
    }

    private Sent sentBy(ExampleBoardsScript.Step step) {
        return new Sent(
                step.key(),
                step.at(),
                person(step.signIn()),
                step.deed() instanceof ExampleBoardsScript.Send send
                        ? send.command()
                        : account(((ExampleBoardsScript.Enrol) step.deed())
                                .account()
                                .signIn()));
    }

    private ExampleBoards.Account account(String signIn) {
        return boards().accounts().stream()
                .filter(account -> account.signIn().equals(signIn))
                .findFirst()
                .orElseThrow();
    }

    private static String person(String signIn) {
        return signIn.equals("secretary") ? GiveAccess.FIRST_ADMINISTRATOR : "p-" + signIn;
    }

    private record Sent(String key, Instant at, String actor, Object deed) {}
}
