package org.pledgebook.standalone;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints one short block when all is ready: where it is, who can sign in, where the data is. */
@Component
final class Doorplate {

    private final Optional<ExampleBoards> examples;
    private final Path data;

    Doorplate(Optional<ExampleBoards> examples, @Value("${pledgebook.data-dir}") String data) {
        this.examples = examples;
        this.data = Path.of(data).toAbsolutePath().normalize();
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        var environment = event.getApplicationContext().getEnvironment();
        System.out.printf(
                """

                Pledgebook is ready.
                  Address   http://%s:%s
                  API       http://%s:%s/swagger-ui.html
                  Accounts  %s
                  Data      %s

                """,
                environment.getProperty("server.address", "localhost"),
                environment.getProperty("local.server.port"),
                environment.getProperty("server.address", "localhost"),
                environment.getProperty("local.server.port"),
                examples.map(Doorplate::accounts).orElse("those in the book"),
                data);
        System.out.flush();
    }

    private static String accounts(ExampleBoards examples) {
        return examples.accounts().stream().map(ExampleBoards.Account::signIn).collect(Collectors.joining(", "))
                + "; password " + examples.accounts().get(0).password();
    }
}
