package org.pledgebook.command;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.spring.stereotype.Aggregate;
import org.pledgebook.shared.Language;
import org.pledgebook.shared.exchange.ImportStatements;

/** What the command side knows, and who knows what inside it. A rule about a package that is empty fails. */
@AnalyzeClasses(packages = BoundariesTest.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class BoundariesTest {

    static final String ROOT = "org.pledgebook.command";

    private static final Set<String> FEATURES =
            Set.of("access", "assessment", "audit", "board", "exchange", "framework", "partner", "pledge", "support");

    private static final String[] FEATURE_PACKAGES =
            FEATURES.stream().map(feature -> ROOT + "." + feature).toArray(String[]::new);

    /** So no web, no servlet, no MongoDB, no JSON library, and no other side. */
    @ArchTest
    static final ArchRule IT_KNOWS_ONLY_WHAT_DECIDING_NEEDS = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "..",
                    "org.pledgebook.shared..",
                    "java..",
                    "jakarta.validation..",
                    "org.axonframework.commandhandling..",
                    "org.axonframework.config",
                    "org.axonframework.eventhandling..",
                    "org.axonframework.eventsourcing..",
                    "org.axonframework.messaging..",
                    "org.axonframework.modelling..",
                    "org.axonframework.serialization",
                    "org.axonframework.spring.stereotype",
                    "org.jspecify..",
                    "org.springframework.beans.factory..",
                    "org.springframework.boot",
                    "org.springframework.boot.autoconfigure",
                    "org.springframework.context",
                    "org.springframework.context.annotation",
                    "org.springframework.core.annotation",
                    "org.springframework.stereotype");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_EACH_OTHER_IN_CIRCLES =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule TIME_AND_IDS_COME_FROM_OUTSIDE_AND_ONLY_THE_SALT_IS_LEFT_TO_CHANCE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Provenance.Salt.class.getName())
            .should()
            .accessTargetWhere(DescribedPredicate.describe("the time or chance", BoundariesTest::isTimeOrChance));

    @ArchTest
    static final ArchRule WHAT_NO_OTHER_PACKAGE_NEEDS_IS_PACKAGE_PRIVATE = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .doNotHaveFullyQualifiedName(CommandSide.class.getName())
            .and()
            .doNotHaveSimpleName("package-info")
            .should(bePublicOnlyIfAnotherPackageNeedsIt());

    @ArchTest
    static final ArchRule AGGREGATES_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .areAnnotatedWith(Aggregate.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .beAssignableTo(Decider.class);

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule STATE_IS_PRIVATE =
            fields().that().areNotStatic().and().areNotFinal().should().bePrivate();

    @ArchTest
    static void everyFeatureHasItsPackageAndNothingElseHas(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(known -> !known.getSimpleName().equals("package-info"))
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals(ROOT))
                        .distinct())
                .containsExactlyInAnyOrder(FEATURE_PACKAGES);
    }

    @ArchTest
    static void everyCommandHasOneHandlerInOneAggregateAndAnImportIsTakenOverThem(JavaClasses classes) {
        assertThat(classes.stream()
                        .flatMap(known -> known.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(CommandHandler.class))
                        .filter(method -> method.getOwner().isAnnotatedWith(Aggregate.class)
                                || handled(method) == ImportStatements.class)
                        .map(BoundariesTest::handled))
                .containsExactlyInAnyOrderElementsOf(Language.COMMANDS);
    }

    private static Class<?> handled(JavaMethod handler) {
        return handler.getRawParameterTypes().get(0).reflect();
    }

    private static boolean isTimeOrChance(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getTarget().getName();
        return (name.equals("now") && owner.getPackageName().equals("java.time"))
                || (owner.isEquivalentTo(Clock.class) && name.startsWith("system"))
                || (owner.isEquivalentTo(System.class) && (name.equals("currentTimeMillis") || name.equals("nanoTime")))
                || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"))
                || (owner.isEquivalentTo(Math.class) && name.equals("random"))
                || owner.isAssignableTo(Random.class);
    }

    private static ArchCondition<JavaClass> bePublicOnlyIfAnotherPackageNeedsIt() {
        return new ArchCondition<>("be public only if another package needs it") {
            @Override
            public void check(JavaClass known, ConditionEvents events) {
                var needed = known.getDirectDependenciesToSelf().stream()
                        .anyMatch(dependency ->
                                !dependency.getOriginClass().getPackageName().equals(known.getPackageName()));
                if (known.getModifiers().contains(JavaModifier.PUBLIC) && !needed) {
                    events.add(SimpleConditionEvent.violated(known, known.getName() + " is public for nobody"));
                }
            }
        };
    }
}
