package org.pledgebook.command;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process that decides: aggregates on Axon Server. Any number of it may run. */
@SpringBootApplication(scanBasePackages = {"org.pledgebook.shared", "org.pledgebook.command"})
public class CommandSide {

    /** Starts it with the settings of {@code command-side.yml}. */
    public static void main(String[] args) {
        var application = new SpringApplication(CommandSide.class);
        application.setDefaultProperties(Map.of("spring.config.name", "command-side"));
        application.run(args);
    }
}
