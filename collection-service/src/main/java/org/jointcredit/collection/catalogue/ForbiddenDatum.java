package org.jointcredit.collection.catalogue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something about natural persons that must not be collected, or not without their consent (A12).
 *
 * @param names by which a field would be called
 * @param terms parts of patterns by name, for this entry and those after it; a pattern says {@code @name@}
 * @param words one of which stands in every text that a pattern finds; searched first, because that is cheap
 * @param patterns regular expressions on the folded text: a statement about a person, or a label with its value
 * @param except what a match must not overlap, e.g. a name in which the word is no statement about anybody
 * @param found sentences in which it is found
 * @param passed sentences in which it is not
 */
public record ForbiddenDatum(
        String code,
        String name,
        String nameEn,
        Rule rule,
        String basis,
        List<String> names,
        @Nullable Map<String, String> terms,
        List<String> words,
        List<String> patterns,
        @Nullable List<String> except,
        List<String> found,
        List<String> passed) {

    /** FORBIDDEN: never; CONSENT: with the person's written consent on file only. */
    public enum Rule {
        FORBIDDEN,
        CONSENT
    }
}
