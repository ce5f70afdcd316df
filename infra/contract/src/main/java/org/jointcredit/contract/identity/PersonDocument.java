package org.jointcredit.contract.identity;

import java.time.LocalDate;

/// What identifies a natural person: kind and number together, since the same digits under two kinds are two subjects.
/// Shows its number masked only.
///
/// @param number in its normal form
public record PersonDocument(DocumentKind kind, String number) {
    /// Kind and number in one text, for keyed hashes: `CITIZEN:…`.
    public String key() {
        return kind.code() + ":" + number;
    }

    /// Key of the public search (D1).
    public String lastFour() {
        return number.substring(Math.max(0, number.length() - 4));
    }

    /// Whether the person is known not to have been of full age on that day (A2). Only a citizen's number tells.
    public boolean underAgeOn(LocalDate day) {
        return kind.equals(DocumentKind.CITIZEN) && !new CitizenNumber(number).ofAgeOn(day);
    }

    @Override
    public String toString() {
        return kind.code() + " " + Masking.number(number);
    }
}
