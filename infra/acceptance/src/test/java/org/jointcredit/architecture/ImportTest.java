package org.jointcredit.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import org.jointcredit.architecture.Imported.Everything;

/** A rule that sees no class is always obeyed: jars for running hide theirs under BOOT-INF. */
@Everything
class ImportTest {
    @ArchTest
    static void theRulesSeeTheClassesOfEveryModule(JavaClasses classes) {
        for (var known : new String[] {
            "org.jointcredit.contract.event.ListingFact",
            "org.jointcredit.platform.eventing.Relay",
            "org.jointcredit.local.LocalSystem",
            "org.jointcredit.testsupport.TestSystem",
            "org.jointcredit.collection.CollectionApplication",
            "org.jointcredit.collection.listing.Listing",
            "org.jointcredit.sanction.SanctionApplication",
            "org.jointcredit.sanction.action.JointAction",
            "org.jointcredit.disclosure.DisclosureApplication",
            "org.jointcredit.objection.ObjectionApplication",
            "org.jointcredit.gateway.GatewayApplication"
        }) {
            assertThat(classes.contain(known)).as(known).isTrue();
        }
    }
}
