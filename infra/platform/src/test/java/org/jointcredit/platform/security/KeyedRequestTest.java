package org.jointcredit.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** A key belongs to one client, one resource and one body, however that is written (interfaces: REST). */
class KeyedRequestTest {
    private static final IndexKeys KEYS =
            new IndexKeys("i1:" + Base64.getEncoder().encodeToString(new byte[32]));

    private static KeyedRequest request(@Nullable String key, String body) {
        return request("sys-market", key, body);
    }

    private static KeyedRequest request(String client, @Nullable String key, String body) {
        var caller = new Caller(client, client, client, "market", Set.of(Role.SYSTEM), null, null);
        return KeyedRequest.of(
                caller, "thing", key, (ObjectNode) ContractJson.mapper().readTree(body), KEYS);
    }

    @Test
    void theSameKeyGivesTheSameIdAndNoneARandomOne() {
        assertThat(request("k", "{}").id()).isEqualTo(request("k", "{\"a\": 1}").id());
        assertThat(request("k", "{}").id())
                .isNotEqualTo(request("sys-tax", "k", "{}").id());
        assertThat(request(" ", "{}").id()).isNotEqualTo(request(" ", "{}").id());
        assertThat(request(null, "{}").isKeyed()).isFalse();
    }

    @Test
    void whatWasMadeFirstIsTheAnswerToTheSameBodyAlone() {
        String first = request("k", "{\"a\": 1, \"b\": [2]}").fingerprint();

        assertThat(request("k", "{\"b\":[2],\"c\":null,\"a\":1}").first(() -> Optional.of(first), Function.identity()))
                .contains(first);
        assertThatThrownBy(() ->
                        request("k", "{\"a\": 1, \"b\": [3]}").first(() -> Optional.of(first), Function.identity()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.status().value()).isEqualTo(409));
    }

    @Test
    void withoutAKeyNothingIsLookedFor() {
        assertThat(request(null, "{}")
                        .first(
                                () -> {
                                    throw new IllegalStateException("looked");
                                },
                                Function.<String>identity()))
                .isEmpty();
    }
}
