package org.jointcredit.objection.propagation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is handed out signed is checked by the published key alone (RFC 8037). */
class SealsTest {
    private static final byte[] SEED =
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private final Seals seals = new Seals("k1:" + Base64.getEncoder().encodeToString(SEED));

    @Test
    void theKeyThatIsPublishedChecksWhatWasSigned() throws Exception {
        Seals.SealKey key = seals.published().keys().getFirst();
        assertThat(key.kid()).isEqualTo("k1");
        String[] parts = seals.sign(Map.of("id", "案")).split("\\.", -1);
        assertThat(parts).hasSize(3);
        assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8)).isEqualTo("{\"id\":\"案\"}");
        assertThat(holds(key, parts[0] + "." + parts[1], parts[2])).isTrue();
        assertThat(holds(key, parts[0] + "." + parts[1] + "x", parts[2])).isFalse();
    }

    @Test
    void aKeyThatIsNoneIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new Seals("")).hasMessageContaining("JC_SIGNING_KEYS");
    }

    private static boolean holds(Seals.SealKey key, String signed, String signature) throws Exception {
        byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] x = Base64.getUrlDecoder().decode(key.x());
        byte[] encoded = new byte[head.length + x.length];
        System.arraycopy(head, 0, encoded, 0, head.length);
        System.arraycopy(x, 0, encoded, head.length, x.length);
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        check.update(signed.getBytes(UTF_8));
        return check.verify(Base64.getUrlDecoder().decode(signature));
    }
}
