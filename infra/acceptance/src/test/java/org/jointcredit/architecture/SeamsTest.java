package org.jointcredit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.jointcredit.architecture.Imported.SERVICES;
import static org.jointcredit.architecture.Imported.named;
import static org.jointcredit.architecture.Imported.outermost;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jointcredit.architecture.Imported.Everything;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Each technology has one place where it is known. */
@Everything
class SeamsTest {
    private static final DescribedPredicate<JavaClass> KAFKA =
            resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..");
    private static final DescribedPredicate<JavaClass> MONGODB =
            resideInAnyPackage("com.mongodb..", "org.bson..", "org.springframework.data..");

    /** The launcher and the tests' helpers stand outside of the product. */
    private static final String[] OTHERS = {
        "org.jointcredit.contract..",
        "org.jointcredit.gateway..",
        "org.jointcredit.collection..",
        "org.jointcredit.sanction..",
        "org.jointcredit.disclosure..",
        "org.jointcredit.objection.."
    };

    @ArchTest
    static final ArchRule onlyThePlatformTouchesKafka = noClasses()
            .that()
            .resideInAnyPackage(OTHERS)
            .should()
            .dependOnClassesThat(KAFKA)
            .because(
                    "there is one way to send and one to listen, and both survive crashes: write a Step into the"
                            + " aggregate's Journal and let the Relay send it; declare a Consumption and handle its InboundEvents");

    @ArchTest
    static final ArchRule onlyThePlatformTouchesEncryption = noClasses()
            .that()
            .resideInAnyPackage(OTHERS)
            .should()
            .dependOnClassesThat(resideInAnyPackage("javax.crypto..", "java.security.spec.."))
            .because("keys rotate and 国密 may be asked for: use the platform's FieldCipher to seal and IndexKeys to look"
                    + " up and fingerprint");

    @ArchTest
    static final ArchRule onlyStoresReadAndWriteMongo = noClasses()
            .that()
            .resideInAnyPackage(OTHERS)
            .and(not(named("Store")))
            .should()
            .callMethodWhere(describe(
                    "it is one of a collection",
                    (JavaCall<?> call) ->
                            Set.of(MongoOperations.class, MongoCollection.class, MongoDatabase.class).stream()
                                    .anyMatch(call.getTargetOwner()::isAssignableTo)))
            .because("a store is the only file that knows how its documents look, which indexes they need and whose"
                    + " they are: add a method to the feature's *Store");

    @ArchTest
    static final ArchRule domainClassesKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(SERVICES)
            .and(not(wired()))
            .and(not(named("Documents")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "jakarta..", "io.github.resilience4j..")
                    .or(KAFKA)
                    .or(MONGODB.and(not(aQuery()))))
            .because("rules of the notice are read and tested without a server: let the *Service, *Store or *Controller"
                    + " that uses the class speak to the framework. A query (Bson, Filters) may be described anywhere,"
                    + " asked in a *Store only; a *Documents says how a *Store keeps something");

    @ArchTest
    static final ArchRule daysComeFromTheBusinessClock = noClasses()
            .that()
            .resideInAnyPackage(OTHERS)
            .should()
            .callMethodWhere(describe(
                    "it reads the machine's clock",
                    (JavaCall<?> call) -> call.getName().equals("now")
                            && Set.of(
                                            LocalDate.class,
                                            LocalDateTime.class,
                                            Instant.class,
                                            OffsetDateTime.class,
                                            ZonedDateTime.class)
                                    .stream()
                                    .anyMatch(call.getTargetOwner()::isEquivalentTo)
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(type -> type.isEquivalentTo(Clock.class))))
            .because("days count in Asia/Shanghai, whatever the machine's zone, and a test lets them pass: ask the"
                    + " BusinessClock for days and deadlines, the Clock bean for tokens, leases and logs");

    @ArchTest
    static final ArchRule storesAreWired = classes()
            .that(named("Store"))
            .and()
            .resideInAnyPackage(SERVICES)
            .and()
            .areTopLevelClasses()
            .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(wired()))
            .because("a store is one bean with its indexes declared beside it");

    /** Made by Spring, in a *Configuration or for its annotation, or written inside of such a class. */
    private static DescribedPredicate<JavaClass> wired() {
        return describe("made by Spring", type -> {
            var outermost = outermost(type);
            return metaAnnotatedWith(Component.class).test(outermost)
                    || outermost.getConstructorCallsToSelf().stream()
                            .anyMatch(call -> outermost(call.getOriginOwner()).isAnnotatedWith(Configuration.class));
        });
    }

    private static DescribedPredicate<JavaClass> aQuery() {
        return describe(
                "a query",
                type -> type.isEquivalentTo(Bson.class)
                        || type.getPackageName().equals("com.mongodb.client.model")
                        || type.getName().equals("org.bson.BsonType"));
    }
}
