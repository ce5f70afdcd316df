package org.jointcredit.contract.event;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The whole state of a record: the value of `record-published`, `record-revised`, `record-withdrawn` and
/// `record-archived` on `record`. Written by collection. What it says, and who behind an organisation it names, stands
/// in
/// `sealed` only.
///
/// @param record id of the record
/// @param number number of the document; unique for item, provider and subject
/// @param provider code of the department that answers for it
/// @param item code of the catalogue item
/// @param category absent: published under 双公示, and no credit information (A7(5))
/// @param doubleDisclosure a licence or penalty that is published within 7 working days (P5.3)
/// @param decidedOn day of the decision, or from when it holds
/// @param procedure penalties only, where it is known
/// @param shownUntil last day on which it is shown (A28); absent: without end, or the behaviour has not ended
/// @param version version of the record, as in its ETag
/// @param lawVersion version of the catalogue it was judged by
/// @param rulePack rule pack that gave `shownUntil`
/// @param publishedAt when the record first came
/// @param at when it became what it is
/// @param sealed a [RecordSealed] as JSON, under the platform's field cipher (type `record`, field `sealed`)
public record RecordFact(
        String record,
        String number,
        String provider,
        String item,
        @Nullable RecordCategory category,
        boolean doubleDisclosure,
        RecordState state,
        Disclosure disclosure,
        ListedSubject subject,
        LocalDate decidedOn,
        @Nullable Procedure procedure,
        @Nullable LocalDate shownUntil,
        long version,
        String lawVersion,
        String rulePack,
        Instant publishedAt,
        Instant at,
        String sealed) {}
