package org.jointcredit.collection.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.Procedure;
import org.jspecify.annotations.Nullable;

/**
 * A record as its provider states it, in normal form.
 *
 * @param key item, provider, document and deciding body: with the subject, unique
 * @param folded number as it is compared
 * @param behind whom it names behind the organisation, by number
 * @param fields values by name, without numbers of persons and without what the envelope says
 * @param said the fields as they are compared: amounts without trailing zeros
 */
record RecordContent(
        String item,
        String provider,
        String number,
        String folded,
        String key,
        Identity subject,
        @Nullable PersonSaid behind,
        LocalDate decidedOn,
        @Nullable Procedure procedure,
        @Nullable LocalDate behaviourEndedOn,
        @Nullable LocalDate validUntil,
        boolean ownEarnings,
        @Nullable Consent consent,
        Map<String, String> fields,
        Map<String, String> said) {
    RecordContent {
        fields = Collections.unmodifiableMap(fields);
        said = new TreeMap<>(said);
    }

    /** A person behind the organisation, whom the record names with a number (C4). */
    record PersonSaid(Identity.Person who, PersonRole role) {}

    /** The person's written consent, by which something may be collected that otherwise may not (A12). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Consent(String document, LocalDate date) {}

    /** Equal for the same content, however it was written. Holds numbers: only its keyed hash is kept. */
    String canonical() {
        @Nullable
        Object[] parts = {
            item,
            provider,
            number,
            subject.kind(),
            subject.key(),
            subject.name(),
            behind == null ? null : List.of(behind.who().key(), behind.who().name()),
            decidedOn,
            procedure,
            behaviourEndedOn,
            validUntil,
            ownEarnings,
            consent,
            said
        };
        return ContractJson.mapper().writeValueAsString(Arrays.asList(parts));
    }
}
