package org.jointcredit.disclosure.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.disclosure.register.ListingView;
import org.jointcredit.disclosure.register.RecordView;
import org.jointcredit.disclosure.register.SubjectView;
import org.jointcredit.platform.web.PageOf;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of a batch with its answer, as {@link Found} has it.
 *
 * @param row place of the subject in the question, from 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AnsweredRow(
        int row,
        boolean known,
        boolean nameDiffers,
        OffsetDateTime asOf,
        String lawVersion,
        @Nullable SubjectView subject,
        List<RecordView> records,
        PageOf.PageInfo page,
        List<ListingView> listings) {

    /** Times come back with the offset they were told with. */
    private static final JsonMapper JSON = ContractJson.mapper()
            .rebuild()
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    static AnsweredRow of(int row, Found found) {
        return new AnsweredRow(
                row,
                found.known(),
                found.nameDiffers(),
                found.asOf(),
                found.lawVersion(),
                found.subject(),
                found.records(),
                found.page(),
                found.listings());
    }

    static AnsweredRow read(String json) {
        return JSON.readValue(json, AnsweredRow.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }
}
