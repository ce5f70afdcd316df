package org.jointcredit.sanction.action;

import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.FeedbackSealed;
import org.jointcredit.platform.cipher.FieldCipher;

/** The encrypted part of a report: what it says in words may name a natural person (X4). */
public final class FeedbackSeal {

    private static final String TYPE = "notice";
    private static final String FIELD = "feedback";

    private FeedbackSeal() {}

    public static String seal(FeedbackSealed plain, String notice, FieldCipher cipher) {
        return cipher.seal(ContractJson.mapper().writeValueAsString(plain), TYPE, FIELD, notice);
    }

    static FeedbackSealed open(String sealed, String notice, FieldCipher cipher) {
        return ContractJson.mapper().readValue(cipher.open(sealed, TYPE, FIELD, notice), FeedbackSealed.class);
    }
}
