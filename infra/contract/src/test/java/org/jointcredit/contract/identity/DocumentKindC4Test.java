package org.jointcredit.contract.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointcredit.contract.identity.Samples.TODAY;
import static org.jointcredit.contract.identity.Samples.errorOf;
import static org.jointcredit.contract.identity.Samples.valueOf;

import org.jointcredit.contract.problem.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/// C4: other persons are identified by kind and number of their document.
class DocumentKindC4Test {
    @ParameterizedTest
    @CsvSource({
        "身份证,99999919000101004x,99999919000101004X",
        "外国人永久居留身份证,999999190001010007,999999190001010007",
        "外国人永久居留身份证,abc123456789012,ABC123456789012",
        "港澳居民来往内地通行证,H12345678,H12345678",
        "台湾居民来往大陆通行证,12345678,12345678",
        "港澳台居民居住证,810000199001010001,810000199001010001",
        "护照,ｅ１２３４５６７８,E12345678",
        "其他,军字第1号,军字第1号"
    })
    void each_kind_takes_numbers_of_its_own_form(String kind, String sent, String number) {
        var document = valueOf(valueOf(DocumentKind.read(kind)).readNumber(sent, TODAY, true));
        assertThat(document.number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "外国人永久居留身份证,899999190001010007",
        "港澳居民来往内地通行证,A12345678",
        "台湾居民来往大陆通行证,1234567",
        "港澳台居民居住证,110000199001010001",
        "护照,E 12345678",
        "护照,护照一",
        "身份证,E12345678"
    })
    void and_no_others(String kind, String number) {
        assertThat(errorOf(valueOf(DocumentKind.read(kind)).readNumber(number, TODAY, true)))
                .isEqualTo(ErrorCode.FORMAT);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "　", "身份证", " 身份证\uFEFF", "citizen"})
    void none_given_means_a_citizens_card(String kind) {
        assertThat(valueOf(DocumentKind.read(kind))).isEqualTo(DocumentKind.CITIZEN);
    }

    @Test
    void a_kind_nobody_knows_is_refused() {
        assertThat(errorOf(DocumentKind.read("驾驶证"))).isEqualTo(ErrorCode.UNKNOWN_CODE);
    }

    @Test
    void the_same_digits_under_two_kinds_are_two_subjects() {
        var foreigner = valueOf(DocumentKind.read("外国人永久居留身份证"));
        var number = "999999190001010007";
        assertThat(valueOf(foreigner.readNumber(number, TODAY, true)).key())
                .isNotEqualTo(valueOf(DocumentKind.CITIZEN.readNumber(number, TODAY, true))
                        .key());
    }

    @Test
    void A2_only_a_citizens_number_tells_the_age() {
        var child = "999999202001010000";
        assertThat(new PersonDocument(DocumentKind.CITIZEN, child).lacksCapacityOn(TODAY, false))
                .isTrue();
        assertThat(new PersonDocument(valueOf(DocumentKind.read("其他")), child).lacksCapacityOn(TODAY, false))
                .isFalse();
    }

    @Test
    void X4_a_document_shows_itself_masked() {
        assertThat(new PersonDocument(DocumentKind.CITIZEN, "999999190001010007"))
                .hasToString("CITIZEN 999999************");
    }
}
