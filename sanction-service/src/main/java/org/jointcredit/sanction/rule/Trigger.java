package org.jointcredit.sanction.rule;

import java.util.List;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.PersonBehind;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at of a listing.
 *
 * @param group group of the list type, if it has one
 * @param persons whom behind a listed organisation the decision names, one entry for each role
 */
public record Trigger(
        ListClass listClass,
        @Nullable String group,
        String listType,
        ListedSubject subject,
        List<PersonBehind> persons) {
    public Trigger {
        persons = List.copyOf(persons);
    }

    public static Trigger of(ListingFact listing) {
        return new Trigger(
                listing.listClass(), listing.group(), listing.listType(), listing.subject(), listing.persons());
    }
}
