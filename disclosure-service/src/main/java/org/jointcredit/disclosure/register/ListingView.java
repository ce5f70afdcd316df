package org.jointcredit.disclosure.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.Hold;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.PersonRole;
import org.jspecify.annotations.Nullable;

/**
 * A listing as its reader may see it.
 *
 * @param department code of the department that listed
 * @param state PUBLISHED while it stands
 * @param marks that it, or a record it rests on, is under objection, that it was corrected or repaired (D9)
 * @param until last day in effect, and so the last on which everybody may read it; absent: without term
 * @param persons behind a listed organisation; the names of others than the reader masked
 * @param measures what the listing sets off for the reader; not for everybody
 * @param holds why measures must not be applied for now; not for everybody
 * @param lawVersion version of the list types it was judged by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListingView(
        String id,
        SubjectView subject,
        String number,
        String listType,
        ListClass listClass,
        @Nullable String group,
        String department,
        @Nullable String departmentName,
        Decided decision,
        LocalDate effectiveFrom,
        @Nullable LocalDate until,
        State state,
        List<Mark> marks,
        @Nullable Ended ended,
        List<Behind> persons,
        @Nullable List<Evidence> evidence,
        @Nullable List<Measure> measures,
        @Nullable List<Hold> holds,
        String lawVersion,
        OffsetDateTime publishedAt) {

    public enum State {
        PUBLISHED,
        ENDED
    }

    /** @param facts what was found */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(
            String document,
            String authority,
            LocalDate date,
            String basis,
            @Nullable String facts) {}

    /** @param on day from which it has no effect */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Ended(
            EndingReason reason, LocalDate on, @Nullable Decided decision) {}

    public record Behind(PersonRole role, String name, boolean directlyResponsible) {}

    /** @param marks that its application to the reader is under objection */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Measure(
            String notice,
            String measure,
            String agency,
            @Nullable String agencyName,
            Legal legal,
            List<Mark> marks) {}
}
