package org.pledgebook.query;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@AnalyzeClasses(packages = "org.pledgebook.query", importOptions = DoNotIncludeTests.class)
class BoundariesTest {

    @ArchTest
    static final ArchRule FEATURES_ASK_DOCUMENTS_AND_NEVER_MONGODB = noClasses()
            .that()
            .resideInAPackage("org.pledgebook.query.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.mongodb..",
                    "org.bson..",
                    "org.springframework.data.mongodb.core",
                    "org.springframework.data.mongodb.core.query..",
                    "org.axonframework..");

    @ArchTest
    static final ArchRule FOLDS_ARE_PURE = noClasses()
            .that(assignableTo(Fold.class))
            .or()
            .haveSimpleName("Folds")
            .or()
            .haveSimpleNameEndingWith("Words")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Documents.class);

    @ArchTest
    static final ArchRule THE_OTHER_SIDES_ARE_UNKNOWN_HERE = noClasses()
            .that()
            .resideInAPackage("org.pledgebook.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.pledgebook.command..",
                    "org.pledgebook.web..",
                    "org.pledgebook.cabinet..",
                    "org.pledgebook.standalone..",
                    "org.springframework.web..");

    @ArchTest
    static final ArchRule ONLY_ONE_CLASS_KNOWS_AXON_MONGO = noClasses()
            .that()
            .doNotHaveSimpleName("BookStorage")
            .and()
            .doNotHaveSimpleName("Letters")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.axonframework.extensions.mongo..");

    @ArchTest
    static final ArchRule FOLDS_SAY_WHAT_THEY_ARE =
            classes().that().implement(Fold.class).should().haveSimpleNameEndingWith("Fold");
}
