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

    /// Whether the person is known not to have been of full capacity on that day (A2). Only a citizen's number tells.
    ///
    /// @param ownEarnings whether somebody says that it lives on them
    public boolean lacksCapacityOn(LocalDate day, boolean ownEarnings) {
        return kind.equals(DocumentKind.CITIZEN) && !new CitizenNumber(number).ofFullCapacityOn(day, ownEarnings);
    }

    @Override
    public String toString() {
        return kind.code() + " " + Masking.number(number);
    }
}
