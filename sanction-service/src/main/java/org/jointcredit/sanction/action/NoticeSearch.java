package org.jointcredit.sanction.action;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.type;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.BsonType;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.AgencyState;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.NoticeFlag;
import org.jointcredit.contract.event.Owes;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a list of notices is narrowed to; a value that makes no sense is 400.
 *
 * @param overdue true: owed and past its date; false: the others
 * @param alert the last that the agency was told of the deadline that runs
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
        @Nullable String issuedFrom,
        @Nullable String issuedTo,
        @Nullable String subject) {

    public Bson filter(LocalDate today) {
        List<Bson> filters = new ArrayList<>();
        is(filters, "action", listing);
        is(filters, "listType", listType);
        is(filters, "agency", agency);
        is(filters, "legal", name("legal", legal, Legal.class));
        is(filters, "agencyState", name("agencyState", agencyState, AgencyState.class));
        is(filters, "owes", name("owes", owes, Owes.class));
        is(filters, "measure", measure);
        is(filters, "flags", name("flag", flag, NoticeFlag.class));
        is(filters, "alert", name("alert", alert, Alert.class));
        is(filters, "subject.id", subject);
        if (overdue != null) {
            filters.add(
                    switch (overdue) {
                        case "true" -> pastDue(today);
                        case "false" -> nor(pastDue(today));
                        default -> throw Problem.badParameter("overdue");
                    });
        }
        if (issuedFrom != null) {
            filters.add(gte("issuedAt", start("issuedFrom", issuedFrom, 0)));
        }
        if (issuedTo != null) {
            filters.add(lt("issuedAt", start("issuedTo", issuedTo, 1)));
        }
        return filters.isEmpty() ? empty() : and(filters);
    }

    private static Bson pastDue(LocalDate today) {
        return and(type("dueNow", BsonType.STRING), lt("dueNow", today.toString()));
    }

    private static void is(List<Bson> filters, String field, @Nullable String value) {
        if (value != null) {
            filters.add(eq(field, value));
        }
    }

    private static <E extends Enum<E>> @Nullable String name(String parameter, @Nullable String value, Class<E> type) {
        if (value != null
                && Arrays.stream(type.getEnumConstants())
                        .noneMatch(e -> e.name().equals(value))) {
            throw Problem.badParameter(parameter);
        }
        return value;
    }

    private static Date start(String parameter, String day, int daysLater) {
        try {
            return Date.from(LocalDate.parse(day)
                    .plusDays(daysLater)
                    .atStartOfDay(BusinessClock.ZONE)
                    .toInstant());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.badParameter(parameter);
        }
    }
}
