package org.pledgebook.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The house as the plan draws it: which room may know which, over all modules at once. */
class HouseTest {

    private static final Path PROJECT = Path.of("..");

    /** Each room, and the rooms it may know beside itself. */
    private static final Map<String, List<String>> KNOWS = Map.of(
            "shared", List.of(),
            "cabinet", List.of(),
            "command", List.of("shared"),
            "query", List.of("shared"),
            "web", List.of("shared", "query", "cabinet"),
            "standalone", List.of("shared", "command", "query", "web", "cabinet"));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.pledgebook");

    @Test
    void givenARoom_whenItsCodeIsRead_thenItKnowsNoRoomItMustNotKnow() {
        KNOWS.forEach((room, known) -> {
            var unknown = KNOWS.keySet().stream()
                    .filter(other -> !other.equals(room) && !known.contains(other))
                    .map(HouseTest::everythingIn)
                    .toArray(String[]::new);
            assertThat(HOUSE.stream().filter(one -> one.getPackageName().startsWith("org.pledgebook." + room)))
                    .as("classes in the room " + room)
                    .isNotEmpty();
            if (unknown.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(everythingIn(room))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(unknown)
                        .check(HOUSE);
            }
        });
    }

    @Test
    void givenTheHouse_whenItsRoomsAreCounted_thenEveryClassIsInOneOfThem() {
        classes()
                .should()
                .resideInAnyPackage(
                        KNOWS.keySet().stream().map(HouseTest::everythingIn).toArray(String[]::new))
                .check(HOUSE);
    }

    @Test
    void givenWhatIsWebAndWhatIsMongo_whenTheCodeIsRead_thenOnlyTheRoomsForItKnowIt() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        everythingIn("shared"), everythingIn("command"), everythingIn("query"), everythingIn("cabinet"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.web..", "jakarta.servlet..", "org.springframework.security..")
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAnyPackage(everythingIn("shared"), everythingIn("command"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.data..")
                .check(HOUSE);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.pledgebook.query.BookStorage")
                .and()
                .haveNameNotMatching("org\\.pledgebook\\.query\\.BookStorage\\$.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework.extensions.mongo..")
                .because("it is no longer developed, and one class shields the rest from it")
                .check(HOUSE);
    }

    @Test
    void givenADecisionRecord_whenItNamesTheTestsThatPinIt_thenTheyAreThere() throws IOException {
        try (var records = Files.list(PROJECT.resolve("docs/adr"))) {
            for (var decision : records.toList()) {
                var named = Pattern.compile("`(\\w+Test)`")
                        .matcher(Files.readString(decision))
                        .results()
                        .map((MatchResult test) -> test.group(1) + ".java")
                        .toList();
                for (var test : named) {
                    assertThat(isThere(test))
                            .as("%s, named in %s", test, decision)
                            .isTrue();
                }
            }
        }
    }

    private static boolean isThere(String file) throws IOException {
        try (var found = Files.find(
                PROJECT,
                12,
                (path, attributes) -> path.endsWith(file) && path.toString().contains("src/test"))) {
            return found.findAny().isPresent();
        }
    }

    private static String everythingIn(String room) {
        return "org.pledgebook." + room + "..";
    }
}
