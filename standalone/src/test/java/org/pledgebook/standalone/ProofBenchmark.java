package org.pledgebook.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pledgebook.query.StoredEvents;
import org.pledgebook.query.audit.StoredEvent;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What proof costs: events hashed and verified in a second beside the plain SHA-256 of as many bytes, and a command with
 * the log following beside one without. Run it with
 *
 * <pre>./mvnw -B -pl standalone -am test -Pbenchmark -Dtest=ProofBenchmark -Dsurefire.failIfNoSpecifiedTests=false</pre>
 */
@Tag("benchmark")
class ProofBenchmark {

    private static final int TIMES = 40;
    private static final int ROUNDS = 20;
    private static final int COMMANDS = 60;
    private static final int WARMING_UP = 4;
    private static final long SAMPLE_NANOS = TimeUnit.SECONDS.toNanos(3);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private int number;

    @Test
    void givenTheExampleBoards_whenTheirEventsAreHashedAndVerified_thenTheRatesAreBesideThePlainOne() throws Exception {
        try (var book = start("hashing", "--pledgebook.audit.follow=1s")) {
            List<StoredEvent> events;
            try (var all = book.getBean(StoredEvents.class).all()) {
                events = all.toList();
            }
            var lines =
                    events.stream().map(event -> event.line(0).getBytes(UTF_8)).toList();
            var pack = client(book, "auditor").bytes("/api/audit/pack");
            var verify = verifier();
            var sha = MessageDigest.getInstance("SHA-256");

            for (int run = 0; run < 2; run++) {
                var plain = perSecond(
                        events.size(),
                        () -> lines.stream()
                                .mapToInt(line -> sha.digest(line)[0])
                                .sum());
                var hashed = perSecond(
                        events.size(),
                        () -> events.stream()
                                .mapToInt(event -> event.leafHash()[0])
                                .sum());
                var verified = perSecond(events.size(), () -> {
                    var result = verify.invoke(null, pack, null, List.of(), List.of(), new ArrayList<String>());
                    assertThat(result).isEqualTo(3);
                    return 1;
                });
                System.out.printf(
                        "%s: plain SHA-256 %,.0f events/s; hashed %,.0f events/s, %.2f of it; verified in a pack %,.0f events/s, %.2f of it%n",
                        run == 0 ? "warming up" : "measured",
                        plain,
                        hashed,
                        hashed / plain,
                        verified,
                        verified / plain);
            }
        }
    }

    @Test
    void givenTwoBooks_whenOneHasTheLogAndTheOtherNot_thenTheRatioOfACommandIsPrinted() {
        try (var with = start("with", "--pledgebook.audit.follow=1s");
                var without = start("without", "--pledgebook.audit.follow=24h")) {
            var costsWith = new ArrayList<Double>();
            var costsWithout = new ArrayList<Double>();
            for (int round = -WARMING_UP; round < ROUNDS; round++) {
                var first = round % 2 == 0 ? with : without;
                var one = command(first);
                var other = command(first == with ? without : with);
                if (round >= 0) {
                    costsWith.add(first == with ? one : other);
                    costsWithout.add(first == with ? other : one);
                }
            }
            System.out.printf(
                    "a command: %.3f ms with the log, %.3f ms without, ratio %.2f (medians of %d rounds of %d)%n",
                    median(costsWith),
                    median(costsWithout),
                    median(costsWith) / median(costsWithout),
                    ROUNDS,
                    COMMANDS);
        }
    }

    /** Milliseconds for one. */
    private double command(ConfigurableApplicationContext book) {
        var secretary = client(book, "secretary");
        var since = System.nanoTime();
        for (int i = 0; i < COMMANDS; i++) {
            Scene.accepted(secretary.post("/api/partners/example-community-trust/support", """
                    {"kind": "OFFER", "text": "Number %d"}""".formatted(number++)));
        }
        return (System.nanoTime() - since) / 1e6 / COMMANDS;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static double perSecond(int events, Callable<Integer> work) throws Exception {
        var best = 0.0;
        for (var since = System.nanoTime(); System.nanoTime() - since < SAMPLE_NANOS; ) {
            var begin = System.nanoTime();
            for (int i = 0; i < TIMES; i++) {
                work.call();
            }
            best = Math.max(best, 1e9 * TIMES * events / (System.nanoTime() - begin));
        }
        return best;
    }

    private static ConfigurableApplicationContext start(String name, String setting) {
        return new SpringApplication(Standalone.class)
                .run(
                        "--spring.config.name=standalone",
                        "--server.port=0",
                        "--pledgebook.data-dir=" + folder.resolve(name),
                        setting);
    }

    private static Client client(ConfigurableApplicationContext book, String signIn) {
        return new Client("http://127.0.0.1:" + book.getEnvironment().getProperty("local.server.port"), signIn);
    }

    /** As an auditor has it: one file, compiled with nothing on the class path. */
    private static Method verifier() throws Exception {
        var classes = Files.createDirectories(folder.resolve("verifier"));
        var compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", "", "-d", classes.toString(), "../verifier/Verify.java");
        assertThat(compiled).isZero();
        @Nullable ClassLoader none = null;
        var check = Arrays.stream(new URLClassLoader(new URL[] {classes.toUri().toURL()}, none)
                        .loadClass("Verify")
                        .getDeclaredMethods())
                .filter(method -> method.getName().equals("check"))
                .findFirst()
                .orElseThrow();
        check.setAccessible(true);
        return check;
    }
}
