package org.jointcredit.disclosure.register;

import java.time.OffsetDateTime;
import org.jointcredit.platform.web.PageOf;

/** 信用档案: one subject with what its reader may read of it; a page of each part. */
record SubjectFile(
        OffsetDateTime asOf,
        String lawVersion,
        SubjectView subject,
        PageOf<RecordView> records,
        PageOf<ListingView> listings) {}
