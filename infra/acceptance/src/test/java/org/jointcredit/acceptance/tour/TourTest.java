package org.jointcredit.acceptance.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Issue 4, item 10: README.md and README.zh-CN.md lead through the same tour. */
final class TourTest {
    @Test
    void bothLanguagesHaveTheSameCommands() {
        assertThat(Tour.commands(Tour.CHINESE)).isNotEmpty().isEqualTo(Tour.commands(Tour.ENGLISH));
    }
}
