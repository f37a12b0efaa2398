package org.pledgebook.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.pledgebook.cabinet.Cabinet;
import org.pledgebook.query.ReadModels;
import org.pledgebook.shared.BookClock;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Role;
import org.pledgebook.web.Sender;
import org.pledgebook.web.access.FirstAdministrator;
import org.pledgebook.web.access.People;
import org.pledgebook.web.access.People.Newcomer;
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
            People people) {
        checkLoopback(address);
        return new ExampleBoards(
                gateway, clock, cabinet, readModels::head, (account, actor, key) -> enrol(account, actor, key, first, people));
    }

    private static String enrol(
            ExampleBoards.Account account, String actor, String key, FirstAdministrator first, People people) {
        if (account.role() == Role.ADMINISTRATOR) {
            first.appoint(account.signIn(), account.password());
            return GiveAccess.FIRST_ADMINISTRATOR;
        }
        var newcomer = new Newcomer(
                account.signIn(), account.name(), account.email(), account.password(), account.role(), null, account.partner());
        return people.enrol(newcomer, Sender.of(actor, key, key)).id();
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
