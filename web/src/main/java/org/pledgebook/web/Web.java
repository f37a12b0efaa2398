package org.pledgebook.web;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process that people and programs talk to: the routes and the read models behind them. Any number of it may run. */
@SpringBootApplication(scanBasePackages = {"org.pledgebook.shared", "org.pledgebook.query", "org.pledgebook.web"})
public class Web {

    /** Starts it with the settings of {@code web.yml}. */
    public static void main(String[] args) {
        var application = new SpringApplication(Web.class);
        application.setDefaultProperties(Map.of("spring.config.name", "web"));
        application.run(args);
    }
}
