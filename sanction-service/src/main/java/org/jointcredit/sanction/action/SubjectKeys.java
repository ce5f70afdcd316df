package org.jointcredit.sanction.action;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingFact;

/**
 * What a subject is found by in one read: an organisation by its code, a person by the keyed hashes of the number, which
 * itself is never kept here.
 */
public final class SubjectKeys {

    private SubjectKeys() {}

    public static List<String> ofOrganisation(String code) {
        return List.of("code:" + code);
    }

    /** @param index of the number, one for each key that is in use */
    public static List<String> ofPerson(Collection<IndexEntry> index) {
        return index.stream()
                .filter(entry -> entry.of() == IndexEntry.Of.NUMBER)
                .map(entry -> entry.kid() + ':' + entry.mac())
                .toList();
    }

    /** Of everybody whom a listing names. */
    static List<String> in(ListingFact listing) {
        return Stream.concat(
                        of(listing.subject()).stream(),
                        listing.persons().stream().flatMap(person -> ofPerson(person.index()).stream()))
                .distinct()
                .toList();
    }

    /** Ids of those whom a listing names and who have one of these keys. */
    static Set<String> subjectsWith(Collection<String> keys, ListingFact listing) {
        Set<String> subjects = new LinkedHashSet<>();
        if (of(listing.subject()).stream().anyMatch(keys::contains)) {
            subjects.add(listing.subject().id());
        }
        listing.persons().stream()
                .filter(person -> ofPerson(person.index()).stream().anyMatch(keys::contains))
                .forEach(person -> subjects.add(person.subject()));
        return subjects;
    }

    private static List<String> of(ListedSubject subject) {
        String code = subject.code();
        return code == null ? ofPerson(subject.index()) : ofOrganisation(code);
    }
}
