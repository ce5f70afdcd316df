package org.jointcredit.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.contract.identity.Samples.TODAY;
import static org.jointcredit.contract.identity.Samples.errorOf;
import static org.jointcredit.contract.identity.Samples.random;
import static org.jointcredit.contract.identity.Samples.randomNumber;
import static org.jointcredit.contract.identity.Samples.replace;
import static org.jointcredit.contract.identity.Samples.swap;
import static org.jointcredit.contract.identity.Samples.valueOf;

import java.time.LocalDate;
import org.jointcredit.contract.problem.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// C4: citizens are identified by 公民身份号码 (GB 11643-1999), check digit and date verified.
class CitizenNumberC4Test {
    private static Read<CitizenNumber> read(String text) {
        return CitizenNumber.read(text, TODAY, true);
    }

    @ParameterizedTest
    @CsvSource({
        "999999190001010007,999999190001010007",
        "99999919000101004X,99999919000101004X",
        "99999919000101004x,99999919000101004X",
        "９９９９９９１９０００１０１００４ｘ,99999919000101004X",
        "=\"999999190001010007\",999999190001010007"
    })
    void a_number_is_read_in_its_spellings(String sent, String number) {
        assertThat(valueOf(read(sent)).text()).isEqualTo(number);
    }

    @Test
    void every_wrong_character_and_every_two_neighbours_that_changed_places_are_found() {
        var random = random();
        for (var n = 0; n < 1000; n++) {
            var number = randomNumber(random);
            for (var i = 0; i < 18; i++) {
                for (var c : "0123456789".toCharArray()) {
                    if (c != number.charAt(i)) {
                        assertThat(read(replace(number, i, c))).isInstanceOf(Read.Bad.class);
                    }
                }
                if (i < 17 && number.charAt(i) != number.charAt(i + 1)) {
                    assertThat(read(swap(number, i))).isInstanceOf(Read.Bad.class);
                }
            }
        }
    }

    @Test
    void a_wrong_check_character_is_told_from_a_wrong_form() {
        assertThat(errorOf(read("999999190001010008"))).isEqualTo(ErrorCode.CHECK_DIGIT);
        assertThat(errorOf(read("99999919000101000X"))).isEqualTo(ErrorCode.CHECK_DIGIT);
    }

    @ParameterizedTest(name = "born {0}")
    @ValueSource(strings = {"19000229", "20260230", "19991301", "20000001", "18991231", "20261125", "99991231"})
    void an_impossible_or_future_date_of_birth_is_a_wrong_form(String date) {
        assertThat(errorOf(read("999999" + date + "0007"))).isEqualTo(ErrorCode.FORMAT);
    }

    @Test
    void who_is_born_today_has_a_number() {
        assertThat(errorOf(read("999999202611240000"))).isIn(ErrorCode.CHECK_DIGIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "999999900101001",
                "99999919000101000",
                "9999991900010100077",
                "99999919000101000A",
                "X99999190001010007",
                "999999١٩٠٠01010007"
            })
    void fifteen_digits_and_other_forms_are_never_upgraded(String text) {
        assertThat(errorOf(read(text))).isEqualTo(ErrorCode.FORMAT);
    }

    @Test
    void a_nine_at_the_beginning_is_a_foreign_residents_except_region_999999_in_a_demonstration() {
        assertThat(errorOf(CitizenNumber.read("999999190001010007", TODAY, false)))
                .isEqualTo(ErrorCode.FORMAT);
        assertThat(errorOf(read("911504199001010009"))).isEqualTo(ErrorCode.FORMAT);
    }

    @ParameterizedTest(name = "{0} does not show itself to logs")
    @ValueSource(strings = "999999190001010007")
    void X4_a_number_shows_itself_masked(String number) {
        assertThat(valueOf(read(number))).hasToString("999999************");
    }

    @ParameterizedTest(name = "born {0}, on {1}: {2}, on own earnings {3}")
    @CsvSource({
        "2008-11-24,2026-11-23,false,true",
        "2008-11-24,2026-11-24,true,true",
        "2008-02-29,2026-02-28,false,true",
        "2008-02-29,2026-03-01,true,true",
        "2008-02-28,2026-02-28,true,true",
        "1900-01-01,2026-11-24,true,true",
        "2010-11-24,2026-11-23,false,false",
        "2010-11-24,2026-11-24,false,true",
        "2008-02-29,2024-02-28,false,false",
        "2008-02-29,2024-02-29,false,true"
    })
    void A2_full_capacity_begins_on_the_birthday_and_for_29_February_on_1_March_of_common_years(
            LocalDate birth, LocalDate day, boolean ofAge, boolean onOwnEarnings) {
        var number = new CitizenNumber("999999%tY%<tm%<td0000".formatted(birth));
        assertThat(number.birthDate()).isEqualTo(birth);
        assertThat(number.ofFullCapacityOn(day, false)).isEqualTo(ofAge);
        assertThat(number.ofFullCapacityOn(day, true)).isEqualTo(onOwnEarnings);
    }
}
