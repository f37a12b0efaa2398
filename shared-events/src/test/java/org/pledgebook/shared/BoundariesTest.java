package org.pledgebook.shared;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the shared language may lean on. The rules name what is allowed, so that nothing new slips in, and fail when a
 * package they speak of is empty.
 */
class BoundariesTest {

    private static final String ROOT = "org.pledgebook.shared";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final String[] PLAIN_JAVA = {
        "java.lang..",
        "java.math",
        "java.time",
        "java.util",
        "java.util.function",
        "java.util.stream",
        "org.jspecify.annotations",
        "jakarta.validation..",
        ROOT
    };

    @ParameterizedTest
    @ValueSource(strings = {"assessment", "audit", "board", "framework", "partner", "pledge", "support"})
    void givenFeature_whenItsClassesAreRead_thenItStandsOnPlainJavaAlone(String feature) {
        var here = ROOT + "." + feature;
        classes()
                .that()
                .resideInAPackage(here)
                .and()
                .areNotAssignableTo(UpcasterStep.class)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN_JAVA).or(resideInAPackage(here)))
                .check(CLASSES);
    }

    /** Its table names every feature's commands. */
    @Test
    void givenAccess_whenItsClassesAreRead_thenItStandsOnPlainJavaAndTheOtherFeatures() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".access")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN_JAVA).or(resideInAPackage(ROOT + "..")))
                .check(CLASSES);
    }

    /** It speaks of what the other features record, and reads it. */
    @Test
    void givenExchange_whenItsClassesAreRead_thenItStandsOnPlainJavaAndTheOtherFeatures() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".exchange")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN_JAVA).or(resideInAPackage(ROOT + "..")))
                .check(CLASSES);
    }

    @Test
    void givenEveryPackage_whenItIsNamed_thenARuleSpeaksOfIt() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrder(
                        ROOT,
                        ROOT + ".access",
                        ROOT + ".assessment",
                        ROOT + ".audit",
                        ROOT + ".board",
                        ROOT + ".exchange",
                        ROOT + ".framework",
                        ROOT + ".partner",
                        ROOT + ".pledge",
                        ROOT + ".support");
    }

    @Test
    void givenRoot_whenItsClassesAreRead_thenOnlyTheStartAndTheWiringKnowSpring() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .and()
                .doNotHaveSimpleName(BookMessaging.class.getSimpleName())
                .and()
                .doNotHaveSimpleName(Program.class.getSimpleName())
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("org.springframework.."))
                .check(CLASSES);
    }

    @Test
    void givenRoot_whenItsClassesAreRead_thenOnlyTheSerializerAndUpcasterStepsKnowJson() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .and()
                .haveNameNotMatching(".*\\.BookSerializer(\\$.*)?")
                .and()
                .areNotAssignableTo(UpcasterStep.class)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackages("tools.jackson..", "com.fasterxml.."))
                .check(CLASSES);
    }

    @Test
    void givenRoot_whenItsClassesAreRead_thenItKnowsNoStoreAndNoWeb() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(PLAIN_JAVA)
                        .or(resideInAnyPackage(
                                "java.time.temporal",
                                "org.axonframework..",
                                "org.springframework.boot",
                                "org.springframework.context.annotation",
                                "tools.jackson..",
                                "com.fasterxml.jackson.annotation",
                                ROOT + "..")))
                .check(CLASSES);
    }

    @Test
    void givenEveryClass_whenItNeedsTheTimeOrAnId_thenTheyComeInWithTheMessageOrTheClock() {
        noClasses()
                .that()
                .doNotHaveSimpleName(BookClock.class.getSimpleName())
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .check(CLASSES);
    }
}
