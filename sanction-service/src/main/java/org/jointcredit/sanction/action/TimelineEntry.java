package org.jointcredit.sanction.action;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.FeedbackSealed;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of a notice's life as a reader sees it: the journal is the audit trail and the timeline.
 *
 * @param type the event's short name, e.g. {@code notice-issued}
 * @param by who did it: a department, an officer, a system
 * @param sentTo the topic it went to; null: it was only kept
 * @param data what it says, in the form of its event
 * @param said what the agency's report says in words and evidence
 */
public record TimelineEntry(
        long seq,
        Instant at,
        String by,
        String type,
        @Nullable String sentTo,
        JsonNode data,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FeedbackSealed said) {

    static List<TimelineEntry> of(String notice, List<JournalEntry> journal, FieldCipher cipher) {
        return journal.stream().map(entry -> of(notice, entry, cipher)).toList();
    }

    private static TimelineEntry of(String notice, JournalEntry entry, FieldCipher cipher) {
        JsonNode data = ContractJson.mapper().readTree(entry.data());
        FeedbackSealed said = null;
        if (entry.type().equals(EventTypes.FEEDBACK_RECORDED)
                && data instanceof ObjectNode object
                && object.remove("sealed") instanceof JsonNode sealed) {
            said = masked(FeedbackSeal.open(sealed.asString(), notice, cipher));
        }
        var to = entry.to();
        return new TimelineEntry(
                entry.seq(),
                entry.at(),
                entry.by(),
                shortName(entry.type()),
                to == null ? null : to.topic(),
                data,
                said);
    }

    /** Numbers of persons that somebody wrote into prose are not shown. */
    private static FeedbackSealed masked(FeedbackSealed said) {
        return new FeedbackSealed(
                said.by(),
                said.outcome() == null ? null : Masking.prose(said.outcome()),
                said.reason() == null ? null : Masking.prose(said.reason()),
                said.evidence().stream()
                        .map(file -> new Evidence(Masking.prose(file.name()), file.sha256()))
                        .toList());
    }

    /** {@code notice-issued} of {@code org.jointcredit.sanction.notice-issued.v1}. */
    private static String shortName(String type) {
        String[] parts = type.split("\\.");
        return parts.length < 2 ? type : parts[parts.length - 2];
    }
}
