package org.pledgebook.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.pledgebook.command.CommandSide;
import org.pledgebook.web.Web;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** What docker-compose.yml sets, opens and asks is what the programs read, listen on and answer. */
class ComposeTest {

    private static final Path PROJECT = Path.of("..");
    private static final List<String> OURS = List.of("command-side", "web");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void givenAProgramOfOurs_whenItsVariablesAreRead_thenEachIsASettingTheProgramHas() {
        for (var name : OURS) {
            var settings = settings(name).stringPropertyNames().stream()
                    .map(ComposeTest::asVariable)
                    .toList();
            assertThat(settings).as(name).containsAll(environment(name).keySet());
        }
    }

    @Test
    void givenAProgramOfOurs_whenAnotherIsNamedInItsVariables_thenThatServiceIsThereAndWaitedFor() {
        for (var name : OURS) {
            var waitedFor = ComposeTest.<Map<String, Object>>get(services.get(name), "depends_on");
            environment(name).values().stream()
                    .filter(value -> value.contains("axonserver:") || value.contains("mongo:"))
                    .map(value -> value.contains("axonserver:") ? "axonserver" : "mongo")
                    .forEach(service -> {
                        assertThat(services).containsKey(service);
                        assertThat(waitedFor).containsKey(service);
                        assertThat(services.get(service)).containsKey("healthcheck");
                    });
        }
        assertThat(environment("web").get("SPRING_MONGODB_URI")).contains("replicaSet=pledgebook");
        assertThat(services.get("mongo").get("command").toString()).contains("--replSet, pledgebook");
    }

    @Test
    void givenAProgramOfOurs_whenItsHealthIsAsked_thenThePortAndAddressAreTheProgramsOwn() {
        for (var name : OURS) {
            var health = ComposeTest.<Map<String, Object>>get(services.get(name), "healthcheck")
                    .get("test")
                    .toString();
            assertThat(health).contains("/dev/tcp/127.0.0.1/$$SERVER_PORT", "GET /actuator/health");
            assertThat(environment(name)).containsKey("SERVER_PORT");
            assertThat(settings(name).getProperty("server.port")).isEqualTo(environment(name).get("SERVER_PORT"));
        }
        assertThat(services.get("web").get("ports").toString())
                .isEqualTo("[127.0.0.1:8080:%s]".formatted(environment("web").get("SERVER_PORT")));
    }

    @Test
    void givenAProgramOfOurs_whenItsJarIsMounted_thenTheBuildMakesThatJarWithThatMainClass() throws IOException {
        for (var name : OURS) {
            var jar = name + "-app.jar";
            assertThat(services.get(name).get("volumes").toString())
                    .contains("./%s/target/%s:/pledgebook/%s:ro".formatted(name, jar, jar));
            assertThat(services.get(name).get("command").toString()).contains("/pledgebook/" + jar);
            var main = name.equals("web") ? Web.class : CommandSide.class;
            assertThat(Files.readString(PROJECT.resolve(name).resolve("pom.xml"))).contains(main.getName());
        }
    }

    private static Map<String, Map<String, Object>> services() {
        try (var compose = Files.newBufferedReader(PROJECT.resolve("docker-compose.yml"))) {
            Map<String, Object> whole = new Yaml().load(compose);
            return get(whole, "services");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Map<String, String> environment(String name) {
        return get(services.get(name), "environment");
    }

    private static Properties settings(String name) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource(name + ".yml"));
        return yaml.getObject();
    }

    private static String asVariable(String setting) {
        return setting.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }

    @SuppressWarnings("unchecked")
    private static <T> T get(Map<String, Object> map, String key) {
        return (T) map.get(key);
    }
}
