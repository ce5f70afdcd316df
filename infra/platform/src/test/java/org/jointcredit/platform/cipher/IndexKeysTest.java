package org.jointcredit.platform.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jointcredit.contract.event.IndexEntry;
import org.junit.jupiter.api.Test;

/** X4: a person is found by a keyed hash, the number itself is in no index. */
class IndexKeysTest {
    private static final String OLD = "i1:" + key((byte) 1);
    private static final String NEW = "i2:" + key((byte) 2);
    private static final String PERSON = "ID_CARD:999999190001010007";

    private final IndexKeys keys = new IndexKeys(OLD);

    @Test
    void the_same_document_always_gives_the_same_entry() {
        assertThat(keys.of(PERSON))
                .isEqualTo(new IndexKeys(OLD).of(PERSON))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.kid()).isEqualTo("i1");
                    assertThat(entry.of()).isEqualTo(IndexEntry.Of.NUMBER);
                    assertThat(Base64.getUrlDecoder().decode(entry.mac())).hasSize(32);
                });
    }

    @Test
    void another_key_another_purpose_or_another_cut_gives_another_hash() {
        List<String> macs = Stream.of(
                        keys.of(PERSON),
                        new IndexKeys(NEW).of(PERSON),
                        keys.of("PASSPORT:999999190001010007"),
                        keys.ofNameAndLastFour("王示例", "0007"),
                        keys.ofNameAndLastFour("王示例0", "007"),
                        keys.of("王示例0007"))
                .map(entries -> entries.getFirst().mac())
                .toList();
        assertThat(macs).doesNotHaveDuplicates();
        assertThat(keys.keyedFingerprint(PERSON))
                .doesNotContain(keys.of(PERSON).getFirst().mac());
    }

    @Test
    void while_keys_rotate_each_person_has_an_entry_of_both_the_current_first() {
        assertThat(new IndexKeys(NEW + "," + OLD).of(PERSON))
                .containsExactly(
                        new IndexKeys(NEW).of(PERSON).getFirst(),
                        new IndexKeys(OLD).of(PERSON).getFirst());
    }

    @Test
    void a_fingerprint_is_recognised_after_a_rotation_too() {
        String before = keys.keyedFingerprint("body");
        IndexKeys rotated = new IndexKeys(NEW + "," + OLD);
        assertThat(rotated.matches(before, "body")).isTrue();
        assertThat(rotated.matches(before, "another body")).isFalse();
        assertThat(rotated.matches("", "body")).isFalse();
        assertThat(rotated.keyedFingerprint("body")).startsWith("i2.");
        assertThat(rotated.keyedFingerprints("body")).containsExactly(rotated.keyedFingerprint("body"), before);
    }

    @Test
    void without_a_key_nothing_starts() {
        assertThatThrownBy(() -> new IndexKeys(" "))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JC_INDEX_KEYS");
    }

    private static String key(byte fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
