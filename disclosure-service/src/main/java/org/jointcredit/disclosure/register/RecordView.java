package org.jointcredit.disclosure.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.RecordState;
import org.jspecify.annotations.Nullable;

/**
 * A record as its reader may see it.
 *
 * @param basis what the catalogue says its collection rests on; as the names absent while collection is away
 * @param provider code of the department that answers for it
 * @param marks that it is under objection, was corrected or repaired (D9)
 * @param shownUntil last day on which everybody may read it; absent: without end
 * @param fields by the names of the catalogue's item
 * @param lawVersion version of the catalogue it was judged by
 * @param rulePack rule pack that says how long it is shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecordView(
        String id,
        SubjectView subject,
        String number,
        String item,
        @Nullable String itemName,
        @Nullable String itemNameEn,
        @Nullable String basis,
        @Nullable RecordCategory category,
        boolean doubleDisclosure,
        String provider,
        @Nullable String providerName,
        LocalDate decidedOn,
        @Nullable Procedure procedure,
        RecordState state,
        List<Mark> marks,
        Disclosure disclosure,
        @Nullable LocalDate shownUntil,
        Map<String, String> fields,
        String lawVersion,
        String rulePack,
        OffsetDateTime publishedAt,
        OffsetDateTime changedAt) {}
