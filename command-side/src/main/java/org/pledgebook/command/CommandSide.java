package org.pledgebook.command;

import org.pledgebook.shared.Program;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process that decides: aggregates on Axon Server. Any number of it may run. */
@SpringBootApplication(scanBasePackages = {"org.pledgebook.shared", "org.pledgebook.command"})
public class CommandSide {

    /** Starts it with the settings of {@code command-side.yml}. */
    public static void main(String[] args) {
        Program.run(CommandSide.class, "command-side", args);
    }
}
