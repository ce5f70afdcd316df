package org.jointcredit.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.platform.form.IdentityReader.Who;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Who is meant is found by code or number, and everything that is wrong is said at once (C4). */
class IdentityReaderTest {
    private final IdentityReader reader = new IdentityReader(
            new BusinessClock(Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZoneOffset.UTC)), true);

    private record Reading(@Nullable Who who, List<String> errors) {}

    private Reading read(String body) {
        Form form = Form.of((ObjectNode) ContractJson.mapper().readTree(body.replace('\'', '"')));
        Who who = reader.subject(form);
        return new Reading(
                who,
                form.errors().stream()
                        .map(error -> error.field() + " " + error.code())
                        .toList());
    }

    @Test
    void anOrganisationIsMeantByItsCodeAPersonByItsDocument() {
        assertThat(read("{'kind': 'ORGANISATION', 'code': '９１150403fake000800'}")
                        .who())
                .isInstanceOfSatisfying(
                        Who.Organisation.class,
                        who -> assertThat(who.code().text()).isEqualTo("91150403FAKE000800"));
        assertThat(read("{'kind': 'PERSON', 'idNumber': '999999199001010008'}").who())
                .isInstanceOfSatisfying(
                        Who.Person.class,
                        who -> assertThat(who.document().key()).isEqualTo("CITIZEN:999999199001010008"));
        assertThat(read("{'kind': 'PERSON', 'idNumber': 'E12345678', 'documentKind': '护照'}")
                        .who())
                .extracting(Who::kind)
                .isEqualTo(SubjectKind.PERSON);
    }

    @Test
    void whatBelongsToTheOtherKindIsNotAllowedAndWhatIsMissingIsSaid() {
        assertThat(read("{'kind': 'ORGANISATION', 'idNumber': '999999199001010008'}")
                        .errors())
                .containsExactly("idNumber CODE_NOT_ALLOWED", "code REQUIRED");
        assertThat(read("{'kind': 'PERSON', 'code': '91150403FAKE000800'}").errors())
                .containsExactly("code CODE_NOT_ALLOWED", "idNumber REQUIRED");
    }

    @Test
    void withoutAKindItIsStillSaidWhatElseIsWrong() {
        assertThat(read("{'code': '91150403FAKE000801'}").errors())
                .containsExactly("kind REQUIRED", "code CHECK_DIGIT");
        assertThat(read("{'kind': 'ROBOT', 'idNumber': '999999199001010009'}").errors())
                .containsExactly("kind UNKNOWN_CODE", "idNumber CHECK_DIGIT");
    }

    @Test
    void ofANumberWhoseKindNobodyKnowsNothingMoreIsSaid() {
        Reading unknown = read("{'kind': 'PERSON', 'documentKind': '驾驶证', 'idNumber': 'D1234567'}");

        assertThat(unknown.who()).isNull();
        assertThat(unknown.errors()).containsExactly("documentKind UNKNOWN_CODE");
    }
}
