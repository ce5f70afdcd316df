package org.jointcredit.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.Test;

/// architecture.md, "The flow": one topic per department and agency, so that an ACL keeps each to its own.
final class BusPlanTest {
    private final BusPlan plan =
            BusPlan.read(Checkout.ROOT, List.of(new Department("tax", "税务局"), new Department("fire", "消防大队")));

    @Test
    void aDepartmentOfTheListGetsItsFourTopics() {
        assertThat(plan.topics())
                .extracting(TopicPlan::name)
                .contains("intake.fire", "receipt.fire", "response.fire", "feedback.fire");
    }

    @Test
    void sharedTopicsExistOnce() {
        assertThat(plan.topics())
                .extracting(TopicPlan::name)
                .contains(
                        "trigger",
                        "record",
                        "feedback",
                        "remedy",
                        "dlt.collection",
                        "dlt.sanction",
                        "dlt.disclosure",
                        "dlt.objection")
                .doesNotHaveDuplicates();
    }

    @Test
    void intakeCarriesPersonsInTheOpenAndIsKept72Hours() {
        assertThat(topic("intake.tax").settings()).containsEntry("retention.ms", String.valueOf(72 * 3_600_000L));
        assertThat(topic("response.tax").settings())
                .containsEntry("retention.ms", String.valueOf(30L * 24 * 3_600_000));
    }

    @Test
    void aDepartmentTouchesItsOwnTopicsAndGroupsOnly() {
        assertThat(rightsOf("User:sys-fire"))
                .containsExactlyInAnyOrder(
                        "WRITE TOPIC LITERAL intake.fire",
                        "WRITE TOPIC LITERAL feedback.fire",
                        "READ TOPIC LITERAL receipt.fire",
                        "READ TOPIC LITERAL response.fire",
                        "READ GROUP PREFIXED fire-");
    }

    @Test
    void onlyCollectionWritesTriggerAndOnlySanctionAnswersAgencies() {
        assertThat(principalsWith("WRITE TOPIC LITERAL trigger")).containsExactly("User:svc-collection");
        assertThat(principalsWith("WRITE TOPIC PREFIXED response.")).containsExactly("User:svc-sanction");
        assertThat(principalsWith("READ TOPIC PREFIXED intake.")).containsExactly("User:svc-collection");
    }

    @Test
    void nobodyElseHasAnyRight() {
        assertThat(plan.rights())
                .extracting(right -> right.entry().principal())
                .containsOnly(
                        "User:sys-tax",
                        "User:sys-fire",
                        "User:svc-collection",
                        "User:svc-sanction",
                        "User:svc-disclosure",
                        "User:svc-objection");
    }

    private TopicPlan topic(String name) {
        return plan.topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> rightsOf(String principal) {
        return plan.rights().stream()
                .filter(right -> right.entry().principal().equals(principal))
                .map(BusPlanTest::text)
                .toList();
    }

    private List<String> principalsWith(String text) {
        return plan.rights().stream()
                .filter(right -> text(right).equals(text))
                .map(right -> right.entry().principal())
                .collect(Collectors.toList());
    }

    private static String text(AclBinding right) {
        var pattern = right.pattern();
        return right.entry().operation() + " " + pattern.resourceType() + " " + pattern.patternType() + " "
                + pattern.name();
    }
}
