package org.jointcredit.sanction.action;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.type;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.bson.BsonType;
import org.bson.conversions.Bson;
import org.jointcredit.contract.event.Owes;

/**
 * What is overdue on a day: owed, past its date, and of a kind that its agency is called late for (S10).
 *
 * @param outside agencies that are not of the government
 * @param ofGovernment what an agency of the government is called late for
 * @param ofOthers what the others are called late for
 */
public record Overdue(LocalDate today, Set<String> outside, Set<Owes> ofGovernment, Set<Owes> ofOthers) {

    public Overdue {
        outside = Set.copyOf(outside);
        ofGovernment = Set.copyOf(ofGovernment);
        ofOthers = Set.copyOf(ofOthers);
    }

    public boolean has(String agency, Owes owes, LocalDate due) {
        return due.isBefore(today) && (outside.contains(agency) ? ofOthers : ofGovernment).contains(owes);
    }

    Bson filter() {
        return and(
                type("dueNow", BsonType.STRING),
                lt("dueNow", today.toString()),
                nor(
                        and(in("agency", outside), nin("owes", names(ofOthers))),
                        and(nin("agency", outside), nin("owes", names(ofGovernment)))));
    }

    private static Collection<String> names(Set<Owes> owes) {
        return owes.stream().map(Owes::name).sorted().toList();
    }
}
