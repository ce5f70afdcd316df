package org.jointcredit.disclosure.query;

import java.time.OffsetDateTime;
import java.util.List;
import org.jointcredit.disclosure.register.ListingView;
import org.jointcredit.disclosure.register.RecordView;
import org.jointcredit.disclosure.register.SubjectView;
import org.jointcredit.platform.web.PageOf;
import org.jspecify.annotations.Nullable;

/**
 * What an organ gets to know about one subject, public or not, whole.
 *
 * @param known false: nothing was ever told about this code or number
 * @param nameDiffers known under another name than the one asked with
 * @param lawVersion version of the purposes by which it was opened
 * @param records the latest decisions first
 * @param page which of the records these are, and how many there are
 */
record Found(
        boolean known,
        boolean nameDiffers,
        OffsetDateTime asOf,
        String lawVersion,
        @Nullable SubjectView subject,
        List<RecordView> records,
        PageOf.PageInfo page,
        List<ListingView> listings) {

    int size() {
        return Math.toIntExact(page.totalElements()) + listings.size();
    }

    /** Id of the subject, where it is known. */
    @Nullable
    String subjectId() {
        return subject == null ? null : subject.id();
    }
}
