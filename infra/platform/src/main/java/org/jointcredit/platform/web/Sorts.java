package org.jointcredit.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;

/// The sorts a list offers: public name → field of the document. The first one is the default; every sort ends in
/// `_id`, so that what was there all the time appears exactly once.
public record Sorts(String byDefault, Map<String, String> fields) {
    /// Sorts by fields that are called the same in the document.
    public static Sorts of(String byDefault, String... others) {
        var fields = new LinkedHashMap<String, String>();
        fields.put(byDefault, byDefault);
        for (var other : others) {
            fields.put(other, other);
        }
        return new Sorts(byDefault, fields);
    }

    /// The same with one more, whose field in the document is called otherwise (or the field of one already there).
    public Sorts with(String name, String field) {
        var more = new LinkedHashMap<>(fields);
        more.put(name, field);
        return new Sorts(byDefault, more);
    }
}
