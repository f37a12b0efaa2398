package org.pledgebook.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.query.ReadModels;
import org.pledgebook.shared.BookClock;
import org.pledgebook.shared.Streams;
import org.pledgebook.web.access.FirstAdministrator;
import org.pledgebook.web.access.People;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The example boards, where {@code pledgebook.demo} asks for them: then the service listens on this machine alone. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("pledgebook.demo")
class Examples {

    @Bean
    ExampleBoards exampleBoards(
            @Value("${server.address:}") String address,
            CommandGateway gateway,
            BookClock clock,
            Cabinet cabinet,
            ReadModels readModels,
            FirstAdministrator first,
            People people,
            Streams streams) {
        checkLoopback(address);
        return new ExampleBoards(
                gateway, clock, cabinet, readModels::head, new ExampleBoardsPeople(first, people, streams));
    }

    /** Everybody knows the demo accounts' password. */
    private static void checkLoopback(String address) {
        if (address.isBlank() || !isLoopback(address)) {
            throw new BookUnavailable(
                    "The example boards come with accounts whose password everybody knows, and server.address is '%s', which others can reach."
                            .formatted(address),
                    "Start with --server.address=127.0.0.1, or with --pledgebook.demo=false.",
                    null);
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new BookUnavailable(
                    "There is no address '%s' on this machine.".formatted(address), "Mend server.address.", e);
        }
    }
}
