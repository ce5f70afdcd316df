package org.jointcredit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Collectors;
import org.jointcredit.architecture.Imported.Everything;
import org.jspecify.annotations.NullMarked;

/** Architecture, "The house": who may know whom. */
@Everything
class HouseTest {
    @ArchTest
    static final ArchRule noServiceDependsOnAnother = slices().matching(
                    "org.jointcredit.(collection|sanction|disclosure|objection|gateway)..")
            .should()
            .notDependOnEachOther()
            .because("services are deployed apart and speak by events and REST: put what crosses the boundary into"
                    + " infra/contract and send it, or ask the other's front door");

    @ArchTest
    static final ArchRule noCyclesBetweenTheFeaturesOfAService = slices().matching(
                    "org.jointcredit.(collection|sanction|disclosure|objection).(*)..")
            .should()
            .beFreeOfCycles()
            .because("a feature must be readable alone: let the one that is told about it know the one that tells"
                    + " (feedback knows action), and move what both need into the lower one");

    @ArchTest
    static final ArchRule theContractIsPlainJava = classes()
            .that()
            .resideInAPackage("org.jointcredit.contract..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jointcredit.contract..",
                    "com.fasterxml.jackson.annotation..",
                    "com.fasterxml.uuid..",
                    "tools.jackson..",
                    "org.jspecify..")
            .because("departments build on infra/contract, whatever they are written with: what needs Spring, MongoDB"
                    + " or Kafka belongs into infra/platform");

    @ArchTest
    static final ArchRule thePlatformKnowsNoService = classes()
            .that()
            .resideInAnyPackage("org.jointcredit.platform..", "org.jointcredit.contract..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.jointcredit.collection..",
                    "org.jointcredit.sanction..",
                    "org.jointcredit.disclosure..",
                    "org.jointcredit.objection..",
                    "org.jointcredit.gateway..")
            .because("services are built on the platform: what only one of them needs stays in it");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        var unmarked = classes.stream()
                .map(type -> type.getPackage())
                .filter(home -> !home.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());
        assertThat(unmarked)
                .as("packages without a package-info.java that says @NullMarked: NullAway would not look at them")
                .isEmpty();
    }
}
