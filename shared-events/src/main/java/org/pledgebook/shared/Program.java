package org.pledgebook.shared;

import java.util.Map;
import org.springframework.boot.SpringApplication;

/** How each of Pledgebook's programs starts. */
public final class Program {

    private Program() {}

    /**
     * Starts a program.
     *
     * @param program its configuration
     * @param settings the name of its settings file without {@code .yml}; arguments and the environment win over it
     */
    public static void run(Class<?> program, String settings, String... arguments) {
        // Axon would advertise its console at every start.
        System.setProperty("disable-axoniq-console-message", "true");
        var application = new SpringApplication(program);
        application.setDefaultProperties(Map.of("spring.config.name", settings));
        application.run(arguments);
    }
}
