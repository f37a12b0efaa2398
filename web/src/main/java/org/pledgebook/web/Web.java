package org.pledgebook.web;

import org.pledgebook.shared.Program;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process that people and programs talk to: the routes and the read models behind them. Any number of it may run. */
@SpringBootApplication(scanBasePackages = {"org.pledgebook.shared", "org.pledgebook.query", "org.pledgebook.web"})
public class Web {

    /** Starts it with the settings of {@code web.yml}. */
    public static void main(String[] args) {
        Program.run(Web.class, "web", args);
    }
}
