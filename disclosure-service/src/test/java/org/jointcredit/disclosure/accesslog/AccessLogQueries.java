package org.jointcredit.disclosure.accesslog;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.disclosure.accesslog.AccessLogStore.Wanted;
import org.jspecify.annotations.Nullable;

/** The queries by which the log is read. */
public final class AccessLogQueries {
    private AccessLogQueries() {}

    public static Map<String, Document> all() {
        Map<String, Document> all = new LinkedHashMap<>();
        all.put("the log", page(null, new Scope(null, "")));
        all.put("an organ's", page(null, new Scope(AccessLogStore.DEPARTMENT, "market")));
        all.put("a subject's", page(null, Scope.subject("s")));
        all.put("alarms", page(LookKind.REFUSED, new Scope(null, "")));
        all.put("an organ's alarms", page(LookKind.REFUSED, new Scope(AccessLogStore.DEPARTMENT, "market")));
        var day = LocalDate.of(2026, 11, 24);
        all.put("a sifted log", sifted(new Wanted(LookKind.QUERY, "tax", day, day)));
        all.put("the figures", counted(new Scope(null, ""), day));
        all.put("an organ's figures", counted(new Scope(AccessLogStore.DEPARTMENT, "market"), day));
        all.put("a query's", query(AccessLogStore.of("r"), new Document("_id", 1)));
        return all;
    }

    private static Document page(@Nullable LookKind kind, Scope scope) {
        return query(
                AccessLogStore.filter(Wanted.of(kind), scope), new Document(AccessLogStore.AT, -1).append("_id", -1));
    }

    private static Document sifted(Wanted wanted) {
        return query(
                AccessLogStore.filter(wanted, new Scope(null, "")),
                new Document(AccessLogStore.AT, -1).append("_id", -1));
    }

    private static Document counted(Scope scope, LocalDate day) {
        return query(AccessLogStore.between(scope, day, day), new Document());
    }

    private static Document query(Bson filter, Document sort) {
        return new Document("find", AccessLogStore.COLLECTION)
                .append("filter", filter.toBsonDocument())
                .append("sort", sort);
    }
}
