package org.jointcredit.collection.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.collection.record.RecordContent.Consent;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.problem.FieldWarning;
import org.jspecify.annotations.Nullable;

/**
 * 公共信用信息: one piece of credit information about one subject. Immutable; each command gives the record as it is
 * after it, one version further. What it says, and a person's name, stands in {@code sealed} only.
 *
 * @param version number of its last step
 * @param sealed a {@code RecordSealed}, as the fact carries it
 * @param remarks why steps were taken
 * @param past terms of earlier versions, oldest first
 * @param repaired a repair was granted (A29)
 * @param fingerprint keyed hash of the content
 * @param at of the last step
 */
record CreditRecord(
        String id,
        long version,
        Origin origin,
        RecordState state,
        About subject,
        List<Behind> behind,
        Terms terms,
        String sealed,
        List<Remark> remarks,
        List<Past> past,
        @Nullable Repair repaired,
        String fingerprint,
        Instant at) {
    CreditRecord {
        behind = List.copyOf(behind);
        remarks = List.copyOf(remarks);
        past = List.copyOf(past);
    }

    /**
     * What never changes.
     *
     * @param folded number as it is compared
     * @param key with the subject, unique
     * @param month of its arrival, {@code 2026-11}
     * @param lateness of licences and penalties
     * @param fingerprint keyed hash of what was sent first
     * @param batch it came with
     * @param layout of the file whose row it is, which says no end of the behaviour; null: not of a file
     */
    record Origin(
            String provider,
            String item,
            String number,
            String folded,
            String key,
            Instant createdAt,
            String month,
            @Nullable Lateness lateness,
            String fingerprint,
            @Nullable String batch,
            @Nullable String layout,
            List<FieldWarning> warnings) {
        Origin {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * How long after the decision it came (C5).
     *
     * @param workingDays counted to some thousands
     */
    record Lateness(int workingDays, boolean late) {}

    /**
     * The subject, without what names a person.
     *
     * @param documentKind label; natural persons only
     * @param index keyed hashes by which the other services find the person
     */
    record About(
            String id,
            SubjectKind kind,
            @Nullable String code,
            @Nullable String name,
            @Nullable String documentKind,
            @Nullable String maskedNumber,
            List<IndexEntry> index) {
        About {
            index = List.copyOf(index);
        }
    }

    /**
     * A person behind the organisation (C4).
     *
     * @param since day from which the record says so
     */
    record Behind(String id, PersonRole role, LocalDate since) {}

    /**
     * What is said and judged, beside the fields.
     *
     * @param settled the credit office has settled the procedure, and the provider changes it no more (A7(5))
     */
    record Terms(
            LocalDate decidedOn,
            @Nullable Procedure procedure,
            @Nullable LocalDate behaviourEndedOn,
            @Nullable LocalDate validUntil,
            boolean ownEarnings,
            @Nullable Consent consent,
            @Nullable RecordCategory category,
            boolean doubleDisclosure,
            Disclosure disclosure,
            @Nullable LocalDate shownUntil,
            @Nullable LocalDate adverseUntil,
            boolean toSettle,
            boolean settled,
            String lawVersion,
            String rulePack) {}

    /**
     * @param version of the step it explains
     * @param sealed the reason
     */
    record Remark(long version, String sealed) {}

    /** @param version the last one at which the terms held */
    record Past(long version, Terms terms) {}

    /**
     * @param version from which it is marked
     * @param number of the case that granted it
     */
    record Repair(long version, LocalDate on, String number) {}

    boolean isRevisable() {
        return state == RecordState.PUBLISHED;
    }

    CreditRecord revised(About subject, List<Behind> behind, Terms now, String sealed, String fingerprint, Instant at) {
        return new CreditRecord(
                id,
                version + 1,
                origin,
                state,
                subject,
                behind,
                now,
                sealed,
                remarks,
                append(past, new Past(version, terms)),
                repaired,
                fingerprint,
                at);
    }

    CreditRecord withdrawn(String sealedReason, Instant at) {
        return new CreditRecord(
                id,
                version + 1,
                origin,
                RecordState.WITHDRAWN,
                subject,
                behind,
                terms,
                sealed,
                append(remarks, new Remark(version + 1, sealedReason)),
                past,
                repaired,
                fingerprint,
                at);
    }

    /** What it says stays; that it was made good is said beside it. */
    CreditRecord repaired(LocalDate on, String number, String sealedReason, Instant at) {
        return new CreditRecord(
                id,
                version + 1,
                origin,
                state,
                subject,
                behind,
                terms,
                sealed,
                append(remarks, new Remark(version + 1, sealedReason)),
                past,
                new Repair(version + 1, on, number),
                fingerprint,
                at);
    }

    /** Its time is over (A28). */
    CreditRecord archived(String sealed, Instant at) {
        return new CreditRecord(
                id,
                version + 1,
                origin,
                RecordState.ARCHIVED,
                subject,
                List.of(),
                terms,
                sealed,
                remarks,
                past,
                repaired,
                fingerprint,
                at);
    }

    /** The terms as they stood at a version. */
    Terms termsAt(long version) {
        return past.stream()
                .filter(one -> one.version() >= version)
                .findFirst()
                .map(Past::terms)
                .orElse(terms);
    }

    @Nullable
    Repair repairedAt(long version) {
        return repaired == null || repaired.version() > version ? null : repaired;
    }

    private static <T> List<T> append(List<T> list, T last) {
        return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(last))
                .toList();
    }
}
