package org.jointcredit.collection.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointcredit.collection.record.CreditRecord.About;
import org.jointcredit.collection.record.CreditRecord.Terms;
import org.jointcredit.collection.record.RecordContent.Consent;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordSealed;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jspecify.annotations.Nullable;

/**
 * A record as an answer shows it: numbers of persons masked, those in prose too.
 *
 * @param category left out: published under 双公示, and no credit information (A7(5))
 * @param shownUntil last day on which it is shown
 * @param toSettle the credit office is asked whether it is adverse
 * @param repairedOn day on which a repair was granted (A29)
 * @param repairedBy number of the case that granted it
 * @param version the ETag
 * @param history what happened to it, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordView(
        String id,
        String number,
        String item,
        String provider,
        RecordSubject subject,
        LocalDate decidedOn,
        @Nullable Procedure procedure,
        @Nullable LocalDate behaviourEndedOn,
        @Nullable LocalDate validUntil,
        @Nullable Boolean ownEarnings,
        @Nullable Consent consent,
        Map<String, String> fields,
        @Nullable RecordCategory category,
        boolean doubleDisclosure,
        Disclosure disclosure,
        @Nullable LocalDate shownUntil,
        boolean toSettle,
        CreditRecord.@Nullable Lateness lateness,
        RecordState state,
        @Nullable LocalDate repairedOn,
        @Nullable String repairedBy,
        String lawVersion,
        String rulePack,
        @Nullable String batch,
        Instant createdAt,
        Instant at,
        long version,
        @Nullable List<FieldWarning> warnings,
        @Nullable List<RecordEntry> history) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordSubject(
            String id,
            SubjectKind kind,
            @Nullable String code,
            @Nullable String documentKind,
            @Nullable String idNumber,
            String name) {
        static RecordSubject of(About about, @Nullable String personsName) {
            return new RecordSubject(
                    about.id(),
                    about.kind(),
                    about.code(),
                    about.documentKind(),
                    about.maskedNumber(),
                    Objects.requireNonNullElse(about.name(), Objects.requireNonNullElse(personsName, "")));
        }

        static RecordSubject masked(About about, @Nullable String personsName) {
            return of(about, personsName == null ? null : Masking.name(personsName));
        }
    }

    /**
     * One step.
     *
     * @param what {@code record-published}, {@code record-revised} …
     * @param by officer, system or service that took it
     * @param from address or topic that it came from (A27)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecordEntry(
            long version,
            String what,
            Instant at,
            String by,
            @Nullable String from,
            @Nullable String reason) {}

    /** As it is now. */
    static RecordView of(
            CreditRecord record, RecordFacts facts, List<FieldWarning> warnings, List<JournalEntry> journal) {
        List<RecordEntry> history =
                journal.stream().map(entry -> entry(record, entry, facts)).toList();
        return of(
                record,
                record.terms(),
                facts.open(record.id(), record.sealed()),
                record.state(),
                record.version(),
                record.at(),
                warnings,
                history);
    }

    /** As it was then; null: it was not there yet. */
    static @Nullable RecordView of(CreditRecord record, RecordFacts facts, List<JournalEntry> journal, Instant moment) {
        JournalEntry entry = journal.reversed().stream()
                .filter(any -> !any.at().isAfter(moment))
                .findFirst()
                .orElse(null);
        if (entry == null) {
            return null;
        }
        RecordFact fact = ContractJson.mapper().readValue(entry.data(), RecordFact.class);
        List<RecordEntry> history = journal.stream()
                .filter(any -> any.seq() <= entry.seq())
                .map(any -> entry(record, any, facts))
                .toList();
        return of(
                record,
                record.termsAt(entry.seq()),
                facts.open(record.id(), fact.sealed()),
                fact.state(),
                entry.seq(),
                fact.at(),
                List.of(),
                history);
    }

    private static RecordView of(
            CreditRecord record,
            Terms terms,
            RecordSealed sealed,
            RecordState state,
            long version,
            Instant at,
            List<FieldWarning> warnings,
            List<RecordEntry> history) {
        CreditRecord.Origin origin = record.origin();
        CreditRecord.Repair repaired = record.repairedAt(version);
        return new RecordView(
                record.id(),
                origin.number(),
                origin.item(),
                origin.provider(),
                RecordSubject.of(record.subject(), sealed.subjectName()),
                terms.decidedOn(),
                terms.procedure(),
                terms.behaviourEndedOn(),
                terms.validUntil(),
                terms.ownEarnings() ? true : null,
                terms.consent(),
                shown(sealed),
                terms.category(),
                terms.doubleDisclosure(),
                terms.disclosure(),
                terms.shownUntil(),
                terms.toSettle(),
                origin.lateness(),
                state,
                repaired == null ? null : repaired.on(),
                repaired == null ? null : repaired.number(),
                terms.lawVersion(),
                terms.rulePack(),
                origin.batch(),
                origin.createdAt(),
                at,
                version,
                warnings.isEmpty() ? null : warnings,
                history);
    }

    /** What a record says, as whoever reads it here sees it. */
    static Map<String, String> shown(RecordSealed said) {
        Map<String, String> shown = new LinkedHashMap<>();
        said.fields()
                .forEach((name, value) ->
                        shown.put(name, said.exact().contains(name) ? Masking.document(value) : Masking.prose(value)));
        return shown;
    }

    private static RecordEntry entry(CreditRecord record, JournalEntry entry, RecordFacts facts) {
        String reason = record.remarks().stream()
                .filter(remark -> remark.version() == entry.seq())
                .findFirst()
                .map(remark -> Masking.prose(facts.openReason(record.id(), remark.sealed())))
                .orElse(null);
        return new RecordEntry(
                entry.seq(),
                entry.type().replaceAll("^org\\.jointcredit\\.collection\\.|\\.v1$", ""),
                entry.at(),
                entry.by(),
                entry.from(),
                reason);
    }
}
