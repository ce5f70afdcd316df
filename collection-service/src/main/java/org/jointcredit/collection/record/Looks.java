package org.jointcredit.collection.record;

import java.util.Map;
import java.util.UUID;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.web.Problem;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The credit office reads every provider's records where they are kept. Such a look at what is not public stands in the
 * one log of looks, before its answer leaves, so that the subject sees it (A20, A27, D4).
 */
final class Looks {
    private static final int TRY_AGAIN_AFTER = 5;

    private final RestClient disclosure;

    Looks(RestClient disclosure) {
        this.disclosure = disclosure;
    }

    /** @throws Problem 503 while it cannot be logged; nothing may be shown then */
    void log(CreditRecord record, Caller caller) {
        if (isOwn(record, caller) || isPublic(record)) {
            return;
        }
        try {
            disclosure
                    .post()
                    .uri("/api/disclosure/accesses")
                    .body(Map.of(
                            "request", UUID.randomUUID().toString(),
                            "officer", caller.displayName(),
                            "username", caller.username(),
                            "department", caller.dept(),
                            "system", caller.clientId(),
                            "subject", record.subject().id(),
                            "matter", Masking.document(record.origin().number())))
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException | OAuth2AuthorizationException e) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
    }

    private static boolean isOwn(CreditRecord record, Caller caller) {
        return record.origin().provider().equals(caller.dept());
    }

    /** All that everybody may read, too: of persons nobody reads the whole name. */
    private static boolean isPublic(CreditRecord record) {
        return record.state() == RecordState.PUBLISHED
                && record.terms().disclosure() == Disclosure.PUBLIC
                && record.subject().kind() == SubjectKind.ORGANISATION;
    }
}
