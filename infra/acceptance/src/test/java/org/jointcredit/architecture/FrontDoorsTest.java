package org.jointcredit.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.jointcredit.architecture.Imported.SERVICES;
import static org.jointcredit.architecture.Imported.named;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jointcredit.architecture.Imported.Everything;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Public;
import org.jointcredit.platform.security.Role;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** X1, A33: who may do what is said at each door, and no door leads around the department's walls. */
@Everything
class FrontDoorsTest {
    @ArchTest
    static final ArchRule everyHandlerSaysWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(SERVICES)
            .should(beAnnotatedWith(Allowed.class).or(beAnnotatedWith(Public.class)))
            .because("what says nothing is denied to everybody: name the roles of interfaces.md, \"Who may do what\","
                    + " with @Allowed, or say @Public");

    @ArchTest
    static final ArchRule controllersAreNobodysBusiness = classes()
            .that()
            .areAnnotatedWith(RestController.class)
            .should()
            .notBePublic()
            .andShould()
            .haveSimpleNameEndingWith("Controller")
            .orShould()
            .resideInAnyPackage("org.jointcredit.gateway..", "org.jointcredit.platform..")
            .because("a controller only knows HTTP: what another class could use of it belongs into a service class");

    @ArchTest
    static final ArchRule noStoreBypassesTheDepartmentFilter = classes()
            .that(named("Controller"))
            .and()
            .resideInAnyPackage(SERVICES)
            .should(readStoresWithinAScopeOnly())
            .because("a department sees its own: give the store's method a Scope, made of the Caller, and let the query"
                    + " carry its filter, so that no check is forgotten afterwards. What only our own services may"
                    + " call (@Allowed(SERVICE)) has no department");

    private static ArchCondition<JavaClass> readStoresWithinAScopeOnly() {
        return new ArchCondition<>("read stores within a Scope only") {
            @Override
            public void check(JavaClass controller, ConditionEvents events) {
                for (var call : controller.getMethodCallsFromSelf()) {
                    boolean within = call.getTarget().getRawParameterTypes().stream()
                            .anyMatch(type -> type.getSimpleName().equals("Scope"));
                    if (named("Store").test(call.getTargetOwner()) && isRead(call) && !within && !forServices(call)) {
                        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                }
            }
        };
    }

    /** Not a component of one of the store's records. */
    private static boolean isRead(JavaMethodCall call) {
        return !call.getTargetOwner().isRecord();
    }

    private static boolean forServices(JavaMethodCall call) {
        return call.getOrigin()
                .tryGetAnnotationOfType(Allowed.class)
                .map(allowed -> Set.of(allowed.value()).equals(Set.of(Role.SERVICE)))
                .orElse(false);
    }
}
