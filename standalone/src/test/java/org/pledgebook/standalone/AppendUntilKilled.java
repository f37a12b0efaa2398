package org.pledgebook.standalone;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * A process of its own that sends commands from several threads until it is killed, and prints the id of each event
 * once the command bus has answered for it.
 */
final class AppendUntilKilled {

    static final int WRITERS = 4;

    /** Begins and ends each answer, so that one that was cut off by the kill can be told, and log lines too. */
    static final String MARK = "|";

    private AppendUntilKilled() {}

    @SuppressWarnings("resource") // a process that is killed closes nothing
    public static void main(String[] args) {
        OpenBook book;
        try {
            book = OpenBook.in(Path.of(args[0]));
        } catch (BookUnavailable refused) {
            say(refused.reason());
            return;
        }
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(book.engine()).build();
        SimpleCommandBus commands = SimpleCommandBus.builder()
                .transactionManager(book.file().commandTransactions())
                .build();
        AtomicLong streams = new AtomicLong(ProcessHandle.current().pid() * 1_000_000);
        commands.subscribe("say", command -> {
            DomainEventMessage<?> said = OpenBook.event("stream:" + streams.incrementAndGet(), 0);
            store.publish(said);
            return said.getIdentifier();
        });
        CommandMessage<String> say =
                new GenericCommandMessage<>(GenericCommandMessage.<String>asCommandMessage("please"), "say");
        for (int i = 0; i < WRITERS; i++) {
            new Thread(() -> {
                        while (true) {
                            commands.<String, String>dispatch(say, (command, answer) -> say(answer.getPayload()));
                        }
                    })
                    .start();
        }
    }

    private static void say(String text) {
        System.out.println(MARK + text + MARK);
    }

    /** The answers among these lines of output. */
    static Stream<String> answersIn(Stream<String> lines) {
        return lines.filter(line -> line.length() > 1 && line.startsWith(MARK) && line.endsWith(MARK))
                .map(line -> line.substring(1, line.length() - 1));
    }
}
