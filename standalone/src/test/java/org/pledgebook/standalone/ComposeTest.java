package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pledgebook.command.CommandSide;
import org.pledgebook.web.Web;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What docker-compose.yml sets, opens and asks is what the programs read, listen on and answer. */
class ComposeTest {

    private static final Path PROJECT = Path.of("..");
    private static final List<String> OURS = List.of("command-side", "web");

    private final JsonNode services =
            new YAMLMapper().readTree(PROJECT.resolve("docker-compose.yml")).path("services");

    @Test
    void givenAProgramOfOurs_whenItsVariablesAreRead_thenEachIsASettingTheProgramHas() throws IOException {
        for (var name : OURS) {
            var known = List.of(settings(name).getPropertyNames()).stream()
                    .map(ComposeTest::asVariable)
                    .toList();
            assertThat(environment(name).propertyNames()).as(name).isNotEmpty().isSubsetOf(known);
        }
    }

    @Test
    void givenAProgramOfOurs_whenItsVariablesNameAService_thenThatServiceIsThereAndItsHealthIsWaitedFor() {
        for (var name : OURS) {
            for (var server : List.of("axonserver", "mongo")) {
                if (environment(name).toString().contains(server + ":")) {
                    assertThat(service(name)
                                    .at("/depends_on/" + server + "/condition")
                                    .asString())
                            .as("%s waits for %s", name, server)
                            .isEqualTo("service_healthy");
                    assertThat(service(server).has("healthcheck")).isTrue();
                }
            }
        }
        assertThat(environment("web").path("SPRING_MONGODB_URI").asString()).contains("replicaSet=pledgebook");
        assertThat(service("mongo").path("command").toString()).contains("\"--replSet\",\"pledgebook\"");
    }

    @Test
    void givenAProgramOfOurs_whenItsHealthIsAsked_thenThePortIsTheProgramsOwn() throws IOException {
        for (var name : OURS) {
            assertThat(service(name).at("/healthcheck/test").toString())
                    .contains("/dev/tcp/127.0.0.1/$$SERVER_PORT", "GET /actuator/health");
            assertThat(environment(name).path("SERVER_PORT").asString())
                    .isEqualTo(String.valueOf(settings(name).getProperty("server.port")));
        }
        assertThat(service("web").at("/ports/0").asString())
                .isEqualTo(
                        "127.0.0.1:8080:%s",
                        environment("web").path("SERVER_PORT").asString());
    }

    @Test
    void givenAProgramOfOurs_whenItsJarIsMounted_thenTheBuildMakesThatJarWithThatMainClass() throws IOException {
        for (var name : OURS) {
            var jar = name + "-app.jar";
            assertThat(service(name).at("/volumes/0").asString())
                    .isEqualTo("./%s/target/%s:/pledgebook/%s:ro", name, jar, jar);
            assertThat(service(name).path("command").toString()).contains("/pledgebook/" + jar);
            assertThat(Files.readString(PROJECT.resolve(name).resolve("pom.xml")))
                    .contains("<mainClass>" + main(name) + "</mainClass>");
        }
    }

    private JsonNode service(String name) {
        assertThat(services.has(name)).as("a service " + name).isTrue();
        return services.path(name);
    }

    private JsonNode environment(String name) {
        return service(name).path("environment");
    }

    private static EnumerablePropertySource<?> settings(String name) throws IOException {
        return (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load(name, new ClassPathResource(name + ".yml"))
                .get(0);
    }

    private static String main(String name) {
        return (name.equals("web") ? Web.class : CommandSide.class).getName();
    }

    /** As Spring Boot spells a setting in the environment. */
    private static String asVariable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
