package org.jointcredit.contract.event;

import java.util.List;

/// A person behind a listed organisation in one role; who has two roles has two entries with the same subject.
///
/// @param subject random id of the person, given by collection
/// @param directlyResponsible whether the decision says so of this person in this role
/// @param index keyed hashes of the person's number
public record PersonBehind(String subject, PersonRole role, boolean directlyResponsible, List<IndexEntry> index) {
    public PersonBehind {
        index = List.copyOf(index);
    }
}
