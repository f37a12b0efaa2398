package org.pledgebook.standalone;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.cabinet.Paper;
import org.pledgebook.shared.BookClock;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty book with the example boards, by the same commands as anyone's, while the book's clock is walked from
 * the first of them to the day before today. For trying the book only.
 *
 * <p>A paper in the cabinet says on which day loading began and whether it has ended. Loading that was broken off sends
 * everything again: what the book had taken already it answers as the first time, by its idempotency key, and records
 * nothing. The day in the paper decides what is sent, so it does not matter when loading goes on.
 */
final class ExampleBoards {

    /** What kind of paper the cabinet keeps of it. */
    static final String KIND = "example";

    /** That paper's id. */
    static final String ID = "boards";

    private static final Logger log = LoggerFactory.getLogger(ExampleBoards.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CommandGateway gateway;
    private final BookClock clock;
    private final Cabinet cabinet;
    private final LongSupplier head;
    private final People people;
    private final ExampleBoardsData data = ExampleBoardsData.read();

    /**
     * Prepares loading.
     *
     * @param clock follows the machine again when loading ends, however it ends
     * @param head the position of the last event in the book, -1 while it is empty
     * @param people makes the demo accounts
     */
    ExampleBoards(CommandGateway gateway, BookClock clock, Cabinet cabinet, LongSupplier head, People people) {
        this.gateway = gateway;
        this.clock = clock;
        this.cabinet = cabinet;
        this.head = head;
        this.people = people;
    }

    /**
     * Loads what is not there yet; does nothing when it is all there.
     *
     * @throws BookUnavailable when the book holds events that are not the example boards', when the machine's clock
     *     stands before the day on which they begin, or when the book refuses a command
     */
    void load() {
        var paper = cabinet.get(KIND, ID);
        var empty = head.getAsLong() < 0;
        if (paper.isEmpty() && !empty) {
            throw new BookUnavailable(
                    "This book holds statements already, and the example boards are loaded into an empty book only.",
                    "Start with --pledgebook.demo=false to use it as it is, or give the example boards a book of their own with --pledgebook.data-dir.",
                    null);
        }
        var version = paper.map(Paper::version).orElse(0L);
        Progress progress;
        if (empty) {
            // A paper without a book is left from a book that was taken away: it is written anew.
            progress = new Progress(today(), false);
            version = cabinet.put(KIND, ID, progress.asJson(), version);
        } else {
            progress = Progress.of(paper.orElseThrow());
        }
        if (!progress.finished()) {
            take(ExampleBoardsScript.until(progress.startedOn(), data));
            cabinet.put(KIND, ID, progress.ended().asJson(), version);
        }
    }

    /** The demo accounts, in the order in which to show them. All have the same password. */
    List<Account> accounts() {
        return data.accounts().stream().map(this::account).toList();
    }

    private LocalDate today() {
        var today = LocalDate.ofInstant(clock.instant(), data.timeZone());
        if (!today.isAfter(data.begins().toLocalDate())) {
            throw new BookUnavailable(
                    "The example boards begin on %s, and this machine's clock says that it is %s."
                            .formatted(data.begins().toLocalDate(), today),
                    "Set the clock, or start with --pledgebook.demo=false.",
                    null);
        }
        return today;
    }

    private void take(List<ExampleBoardsScript.Step> steps) {
        log.info("Loading the example boards: {} steps", steps.size());
        var ids = new HashMap<String, String>();
        try {
            for (var step : steps) {
                clock.walkTo(step.at());
                take(step, ids);
            }
        } finally {
            clock.follow();
        }
        log.info("Loaded the example boards");
    }

    private void take(ExampleBoardsScript.Step step, Map<String, String> ids) {
        // Nobody was there before the first administrator.
        var actor = ids.getOrDefault(step.signIn(), GiveAccess.FIRST_ADMINISTRATOR);
        try {
            if (step.deed() instanceof ExampleBoardsScript.Enrol enrol) {
                ids.put(enrol.account().signIn(), people.enrol(account(enrol.account()), actor, step.key()));
            } else if (step.deed() instanceof ExampleBoardsScript.Send send) {
                gateway.sendAndWait(message(send.command(), actor, step.key()));
            }
        } catch (CommandExecutionException e) {
            throw new BookUnavailable(
                    "The example boards cannot be loaded: the book refused %s: %s".formatted(step.key(), words(e)),
                    "Start with --pledgebook.demo=false, or with an empty --pledgebook.data-dir.",
                    e);
        }
    }

    private Account account(ExampleBoardsData.Account account) {
        return new Account(
                account.signIn(),
                account.name(),
                account.signIn() + "@example.org",
                data.password(),
                account.role(),
                account.partner());
    }

    private static CommandMessage<Command> message(Command command, String actor, String key) {
        return new GenericCommandMessage<>(
                command, Map.of(Origin.ACTOR, actor, Origin.REQUEST_ID, key, Origin.IDEMPOTENCY_KEY, key));
    }

    private static @Nullable String words(CommandExecutionException refused) {
        return refused.<Refusal>getDetails().map(Refusal::detail).orElse(refused.getMessage());
    }

    /** Enters people, so that they can sign in. */
    @FunctionalInterface
    interface People {

        /**
         * Enters somebody, or finishes what was begun under the same key.
         *
         * @param actor the id of the person who does so; {@link GiveAccess#FIRST_ADMINISTRATOR}, for the account of
         *     the first administrator as well, which comes before all others
         * @param key {@code example-0001}, the same at each attempt
         * @return their id, the same at each attempt
         */
        String enrol(Account account, String actor, String key);
    }

    /**
     * Somebody who can try the book.
     *
     * @param partner whose editor it is, for a {@link Role#PARTNER}
     */
    record Account(
            String signIn,
            String name,
            String email,
            String password,
            Role role,
            @Nullable String partner) {}

    /** What the paper says. */
    private record Progress(LocalDate startedOn, boolean finished) {

        static Progress of(Paper paper) {
            return JSON.readValue(paper.json(), Progress.class);
        }

        Progress ended() {
            return new Progress(startedOn, true);
        }

        String asJson() {
            return JSON.writeValueAsString(this);
        }
    }
}
