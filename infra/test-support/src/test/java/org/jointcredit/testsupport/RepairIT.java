package org.jointcredit.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.jointcredit.local.LocalSystem;
import org.jointcredit.local.PartStatus;
import org.junit.jupiter.api.Test;

/// interfaces.md, "One machine": `up` run again repairs what is not running and changes nothing else.
final class RepairIT {
    private static final String[] PARTS = {LocalSystem.MONGODB, LocalSystem.KEYCLOAK, LocalSystem.KAFKA};

    private final LocalSystem local = TestSystem.running().local();

    @Test
    void aKilledPartIsStartedAgainAndTheOthersAreLeftAlone() {
        var before = processes();
        local.kill(LocalSystem.MONGODB);
        assertThat(local.isHealthy(LocalSystem.MONGODB)).isFalse();

        local.up(PARTS);

        var after = processes();
        assertThat(after.get(LocalSystem.MONGODB)).isNotEqualTo(before.get(LocalSystem.MONGODB));
        assertThat(after.get(LocalSystem.KEYCLOAK)).isEqualTo(before.get(LocalSystem.KEYCLOAK));
        assertThat(after.get(LocalSystem.KAFKA)).isEqualTo(before.get(LocalSystem.KAFKA));
        assertThat(PARTS).allMatch(local::isHealthy);
    }

    private Map<String, Long> processes() {
        return local.status().stream()
                .filter(part -> part.pid().isPresent())
                .collect(Collectors.toMap(PartStatus::name, part -> part.pid().orElseThrow()));
    }
}
