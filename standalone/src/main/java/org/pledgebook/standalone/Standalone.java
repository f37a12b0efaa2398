package org.pledgebook.standalone;

import org.pledgebook.shared.Program;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/** All of Pledgebook in one JVM: what {@code ./run} starts. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "org.pledgebook",
        // The other processes' entry points stay out.
        excludeFilters = @Filter(type = FilterType.ANNOTATION, classes = SpringBootApplication.class))
public class Standalone {

    /** Starts it with the settings of {@code standalone.yml}, over which arguments and the environment win. */
    public static void main(String[] args) {
        Program.run(Standalone.class, "standalone", args);
    }
}
