package org.jointcredit.platform.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** X4: identifiers are encrypted at rest, each bound to the place it was written for. */
class FieldCipherTest {
    private static final String OLD = "k1:" + key(1);
    private static final String NEW = "k2:" + key(2);

    private final FieldCipher cipher = new FieldCipher(OLD);

    @Test
    void what_is_sealed_opens_at_its_place_and_names_version_and_key() {
        String sealed = cipher.seal("999999190001010007", "subject", "idNumber", "s-1");
        assertThat(sealed).startsWith("v1.k1.").doesNotContain("999999190001010007");
        assertThat(cipher.open(sealed, "subject", "idNumber", "s-1")).isEqualTo("999999190001010007");
    }

    @Test
    void any_text_comes_back_whole() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String text = random.ints(random.nextInt(60), 0, 0x20000)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertThat(cipher.open(cipher.seal(text, "t", "f", "d"), "t", "f", "d"))
                    .isEqualTo(text);
        }
    }

    @Test
    void the_same_text_is_sealed_differently_every_time() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            seen.add(cipher.seal("同一个人", "t", "f", "d"));
        }
        assertThat(seen).hasSize(200);
    }

    @Test
    void nothing_opens_at_another_place() {
        String sealed = cipher.seal("x", "subject", "idNumber", "s-1");
        assertBroken(sealed, "subject", "idNumber", "s-2");
        assertBroken(sealed, "subject", "name", "s-1");
        assertBroken(sealed, "author", "idNumber", "s-1");
        assertBroken(sealed, "subjecti", "dNumber", "s-1");
    }

    @Test
    void nothing_altered_opens() {
        String sealed = cipher.seal("x", "t", "f", "d");
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring("v1.k1.".length()));
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            assertBroken("v1.k1." + Base64.getUrlEncoder().withoutPadding().encodeToString(altered), "t", "f", "d");
        }
        for (String text : new String[] {"", "x", "v2" + sealed.substring(2), "v1.k1.", "v1.k1.AAAA", "v1.k1.!!!!"}) {
            assertBroken(text, "t", "f", "d");
        }
    }

    @Test
    void a_new_key_seals_and_the_old_one_still_opens() {
        String before = cipher.seal("x", "t", "f", "d");
        FieldCipher rotated = new FieldCipher(NEW + "," + OLD);
        assertThat(rotated.open(before, "t", "f", "d")).isEqualTo("x");
        assertThat(rotated.seal("x", "t", "f", "d")).startsWith("v1.k2.");
        assertThatThrownBy(() -> new FieldCipher(NEW).open(before, "t", "f", "d"))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("k1");
    }

    @Test
    void without_a_good_key_nothing_starts_and_no_key_is_repeated() {
        assertThatThrownBy(() -> new FieldCipher(""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JC_FIELD_KEYS");
        assertThatThrownBy(() -> new FieldCipher(null)).isInstanceOf(IllegalStateException.class);
        for (String bad : new String[] {
            key(1), "k1:" + key(1).substring(8), "k.1:" + key(1), OLD + "," + OLD, OLD + ",", "k1:not base64"
        }) {
            assertThatThrownBy(() -> new FieldCipher(bad))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("JC_FIELD_KEYS")
                    .hasMessageNotContaining(key(1).substring(8));
        }
    }

    private void assertBroken(String sealed, String type, String field, String documentId) {
        assertThatThrownBy(() -> cipher.open(sealed, type, field, documentId)).isInstanceOf(SealBrokenException.class);
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        new Random(fill).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
