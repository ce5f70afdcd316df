package org.jointcredit.sanction.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointcredit.contract.problem.ErrorCode.DATE_ORDER;
import static org.jointcredit.contract.problem.ErrorCode.DUPLICATE;
import static org.jointcredit.contract.problem.ErrorCode.FORMAT;
import static org.jointcredit.contract.problem.ErrorCode.NO_BASIS;
import static org.jointcredit.contract.problem.ErrorCode.REQUIRED;
import static org.jointcredit.contract.problem.ErrorCode.UNKNOWN_CODE;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.sanction.measure.Measures;
import org.jointcredit.sanction.rule.ListTypes.ListType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** S1, S2: a proposal is judged as a whole; what could not be applied cannot become law. */
class RuleSetFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Measures MEASURES = Measures.shipped();
    private static final RuleSetForm.Ground GROUND = new RuleSetForm.Ground(
            TODAY,
            LocalDate.of(2021, 9, 13),
            "2021"::equals,
            MEASURES.newest().entries(),
            List.of(
                    new ListType(
                            "SEVERE-JUDGMENT",
                            ListClass.SEVERE,
                            "LEGAL_DUTIES",
                            "court",
                            List.of(SubjectKind.ORGANISATION, SubjectKind.PERSON)),
                    new ListType(
                            "SEVERE-PYRAMID",
                            ListClass.SEVERE,
                            "MARKET_ORDER",
                            "market",
                            List.of(SubjectKind.ORGANISATION)),
                    new ListType("RED-TAX-A", ListClass.RED, null, "tax", List.of(SubjectKind.ORGANISATION))),
            Departments.load());

    @Test
    void theLawInForceUnderANewNameIsAProposalWithoutFault() {
        assertThat(errors(_ -> {})).isEmpty();
        assertThat(errors(body -> body.remove("measures"))).isEmpty();
    }

    @Test
    void anEmptyProposalNamesAllThatIsMissing() {
        assertThat(errors(ObjectNode::removeAll))
                .containsExactlyInAnyOrder(
                        error("version", REQUIRED),
                        error("effectiveFrom", REQUIRED),
                        error("basis", REQUIRED),
                        error("name", REQUIRED),
                        error("nameEn", REQUIRED),
                        error("rules", REQUIRED));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndWhere() {
        assertThat(errors(body -> {
                    body.put("version", "2021")
                            .put("effectiveFrom", "2026-11-24")
                            .put("basis", " ");
                    rule(body, 0).put("id", "SEVERE-MARKET");
                    rule(body, 0).withArray("measures").add("S-UNHEARD-OF").add("I-FINANCE");
                    rule(body, 2)
                            .withArray("listTypes")
                            .add("SEVERE-UNHEARD-OF")
                            .add("RED-TAX-A");
                    rule(body, 3).put("group", "UNHEARD_OF");
                    rule(body, 4).put("listClass", "REFERENCE").remove("basis");
                }))
                .containsExactlyInAnyOrder(
                        error("version", DUPLICATE),
                        error("effectiveFrom", DATE_ORDER),
                        error("basis", REQUIRED),
                        error("rules[0].measures[13]", UNKNOWN_CODE),
                        error("rules[0].measures[14]", NO_BASIS, "S2"),
                        error("rules[1].id", DUPLICATE),
                        error("rules[2].listTypes[1]", UNKNOWN_CODE),
                        error("rules[2].listTypes[2]", UNKNOWN_CODE),
                        error("rules[3].group", UNKNOWN_CODE),
                        error("rules[4].listClass", NO_BASIS, "P5.5"),
                        error("rules[4].basis", REQUIRED));
    }

    @Test
    void nobodyOutsideTheGovernmentIsCompelledAndNobodyUnknownIsToldS10() {
        assertThat(errors(body -> {
                    measure(body, "S-CREDIT-STRICT").put("force", "MANDATORY");
                    measure(body, "S-DISCLOSE")
                            .withArray("agencies")
                            .add("police")
                            .add("drc");
                    measure(body, "S-PROJECT-LIMIT").putArray("agencies");
                }))
                .extracting(FieldError::code, FieldError::basis)
                .containsExactlyInAnyOrder(
                        tuple(NO_BASIS, "S10"),
                        tuple(UNKNOWN_CODE, null),
                        tuple(DUPLICATE, null),
                        tuple(REQUIRED, null));
    }

    @Test
    void aMeasureSaysWhatItRestsOnAndWhomItReaches() {
        assertThat(errors(body -> {
                    var measure = measure(body, "S-POST-LIMIT").put("basis", "").put("force", "PERHAPS");
                    measure.remove("approval");
                    measure.withArray("scenes").add("in words");
                    ((ObjectNode) measure.get("reach")).remove("behindBasis");
                    ((ObjectNode) measure(body, "S-NO-EXEMPTION").get("reach")).put("organisation", false);
                }))
                .extracting(FieldError::code)
                .containsExactlyInAnyOrder(REQUIRED, UNKNOWN_CODE, REQUIRED, FORMAT, REQUIRED, REQUIRED);
    }

    @Test
    void aRuleMayNotAskForWhatTheNewListDoesAwayWith() {
        assertThat(errors(body -> remove(body, "S-KEY-SUPERVISION")))
                .containsExactly(error("rules[0].measures[0]", UNKNOWN_CODE));
    }

    private static List<FieldError> errors(Consumer<ObjectNode> spoil) {
        ObjectNode body = proposal();
        spoil.accept(body);
        Form form = Form.of(body);
        var read = new RuleSetForm(GROUND).read(form);
        assertThat(read == null).isEqualTo(!form.errors().isEmpty());
        return form.errors();
    }

    private static ObjectNode proposal() {
        RuleSet inForce = RuleSets.shipped().inForce(TODAY).entries().getFirst();
        return ContractJson.mapper()
                .valueToTree(new RuleSetProposal(
                        "2027",
                        TODAY,
                        "元政字〔2026〕100号",
                        inForce.name(),
                        inForce.nameEn(),
                        inForce.rules(),
                        MEASURES.newest().entries()));
    }

    private static ObjectNode rule(ObjectNode body, int number) {
        return (ObjectNode) body.get("rules").get(number);
    }

    private static ObjectNode measure(ObjectNode body, String code) {
        return (ObjectNode) body.get("measures")
                .valueStream()
                .filter(measure -> measure.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static void remove(ObjectNode body, String code) {
        var left = body.get("measures")
                .valueStream()
                .filter(measure -> !measure.path("code").asString().equals(code))
                .collect(Collectors.toList());
        ((ArrayNode) body.get("measures")).removeAll().addAll(left);
    }

    private static FieldError error(String field, ErrorCode code) {
        return new FieldError(field, code, null, null);
    }

    private static FieldError error(String field, ErrorCode code, String basis) {
        return new FieldError(field, code, null, basis);
    }
}
