package org.jointcredit.sanction.action;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.NoticeFlag;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.Days;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a list of notices is narrowed to; a value that makes no sense is 400. Of states, debts and flags several may be
 * named, with commas between.
 *
 * @param overdue true: owed, past its date and held against its agency; false: the others
 * @param alert the last that the agency was told of the deadline that runs
 * @param dueTo owed by that day, or before
 * @param issuedFrom first day, Asia/Shanghai
 * @param issuedTo last day, included
 */
public record NoticeSearch(
        @Nullable String listing,
        @Nullable String listType,
        @Nullable String agency,
        @Nullable String legal,
        @Nullable String agencyState,
        @Nullable String owes,
        @Nullable String measure,
        @Nullable String flag,
        @Nullable String overdue,
        @Nullable String alert,
        @Nullable String dueTo,
        @Nullable String issuedFrom,
        @Nullable String issuedTo,
        @Nullable String subject) {

    public Bson filter(Overdue pastDue) {
        List<Bson> filters = new ArrayList<>();
        is(filters, "action", listing);
        is(filters, "listType", listType);
        is(filters, "agency", agency);
        isOneOf(filters, "legal", "legal", legal, Legal.class);
        isOneOf(filters, "agencyState", "agencyState", agencyState, AgencyState.class);
        isOneOf(filters, "owes", "owes", owes, Owes.class);
        is(filters, "measure", measure);
        isOneOf(filters, "flags", "flag", flag, NoticeFlag.class);
        isOneOf(filters, "alert", "alert", alert, Alert.class);
        is(filters, "subject.id", subject);
        if (overdue != null) {
            filters.add(
                    switch (overdue) {
                        case "true" -> pastDue.filter();
                        case "false" -> nor(pastDue.filter());
                        default -> throw Problem.badParameter("overdue");
                    });
        }
        if (dueTo != null) {
            filters.add(lte("dueNow", Days.of("dueTo", dueTo).toString()));
        }
        if (issuedFrom != null) {
            filters.add(gte("issuedAt", start("issuedFrom", issuedFrom, 0)));
        }
        if (issuedTo != null) {
            filters.add(lt("issuedAt", start("issuedTo", issuedTo, 1)));
        }
        return filters.isEmpty() ? empty() : and(filters);
    }

    private static void is(List<Bson> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(eq(field, value));
        }
    }

    /** One name, or several with commas between. */
    private static <E extends Enum<E>> void isOneOf(
            List<Bson> filters, String field, String parameter, @Nullable String value, Class<E> type) {
        if (value == null) {
            return;
        }
        List<String> names = List.of(value.split(",", -1));
        if (!Arrays.stream(type.getEnumConstants()).map(Enum::name).toList().containsAll(names)) {
            throw Problem.badParameter(parameter);
        }
        filters.add(names.size() == 1 ? eq(field, value) : in(field, names));
    }

    private static Date start(String parameter, String day, int daysLater) {
        return Date.from(Days.of(parameter, day)
                .plusDays(daysLater)
                .atStartOfDay(BusinessClock.ZONE)
                .toInstant());
    }
}
