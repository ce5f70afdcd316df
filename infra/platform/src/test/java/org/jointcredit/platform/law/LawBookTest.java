package org.jointcredit.platform.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Law as data: versions with basis and effective date, and no typing error starts a service. */
class LawBookTest {
    record Rule(String code, int days, @Nullable LocalDate until, List<String> scenes) {}

    private static LawVersion<Object> version(Map<String, ?> entry) {
        return new LawVersion<>("rules", "1", LocalDate.of(2021, 9, 13), "元政字〔2021〕77号", List.of(entry));
    }

    private static final LawBook<String> BOOK = new LawBook<>(
            "rules",
            List.of(
                    new LawVersion<>("rules", "b", LocalDate.of(2026, 4, 1), "x", List.of("new")),
                    new LawVersion<>("rules", "a", LocalDate.of(2021, 9, 13), "y", List.of("old"))));

    @Test
    void the_newest_version_that_has_begun_is_in_force() {
        assertThat(BOOK.inForce(LocalDate.of(2026, 3, 31)).entries()).containsExactly("old");
        assertThat(BOOK.inForce(LocalDate.of(2026, 4, 1)).entries()).containsExactly("new");
        assertThatThrownBy(() -> BOOK.inForce(LocalDate.of(2021, 9, 12)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rules")
                .hasMessageContaining("2021-09-12");
    }

    @Test
    void a_version_is_found_by_its_name_for_good() {
        assertThat(BOOK.version("a").orElseThrow().basis()).isEqualTo("y");
        assertThat(BOOK.version("c")).isEmpty();
        assertThat(BOOK.versions()).extracting(LawVersion::version).containsExactly("a", "b");
    }

    @Test
    void an_entry_becomes_a_record_and_what_is_nullable_may_be_left_out() {
        assertThat(version(Map.of("code", "R1", "days", 2, "scenes", List.of("LICENCE")))
                        .as(Rule.class)
                        .entries())
                .containsExactly(new Rule("R1", 2, null, List.of("LICENCE")));
    }

    @Test
    void what_does_not_fit_is_refused_with_file_entry_and_key() {
        assertRefused(Map.of("code", "R1", "scenes", List.of()), "days");
        assertRefused(Map.of("code", "R1", "days", 2), "scenes");
        assertRefused(Map.of("code", "R1", "days", 2, "scenes", List.of(), "dayz", 3), "dayz");
        assertRefused(Map.of("code", "R1", "days", "2", "scenes", List.of()), "days");
        assertRefused(Map.of("code", "R1", "days", 2.5, "scenes", List.of()), "days");
        assertRefused(Map.of("code", "R1", "days", 2, "scenes", List.of(), "until", "2026-02-30"), "until");
    }

    private static void assertRefused(Map<String, ?> entry, String key) {
        assertThatThrownBy(() -> version(entry).as(Rule.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("law/rules.yaml, version 1, entry R1")
                .hasMessageContaining(key);
    }

    @Test
    void a_file_is_read_with_its_dates_as_the_days_they_say() {
        record Day(LocalDate day) {}
        assertThat(LawBook.shipped("sample", Day.class).versions())
                .singleElement()
                .satisfies(version -> {
                    assertThat(version.effectiveFrom()).isEqualTo("2021-09-13");
                    assertThat(version.entries()).containsExactly(new Day(LocalDate.of(2026, 1, 1)));
                });
        assertThatThrownBy(() -> LawBook.shipped("nowhere", Day.class)).hasMessageContaining("law/nowhere.yaml");
    }
}
