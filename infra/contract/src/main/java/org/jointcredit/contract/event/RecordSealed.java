package org.jointcredit.contract.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a [RecordFact] says: the plain form of its `sealed`. Never logged, never sent in the open.
///
/// @param subjectName name of the subject; natural persons only
/// @param fields values by the field names of the catalogue item; identity numbers are not among them
/// @param closed names of fields that only the subject and those with powers may read
/// @param personal names of fields that hold a person's name: masked for everybody else
/// @param exact names of fields that are no prose (amounts, dates, codes, numbers of documents): not searched for
/// numbers
///     of persons that they may look like
public record RecordSealed(
        @Nullable String subjectName,
        Map<String, String> fields,
        List<String> closed,
        List<String> personal,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> exact) {
    public RecordSealed {
        fields = Map.copyOf(fields);
        closed = List.copyOf(closed);
        personal = List.copyOf(personal);
        exact = List.copyOf(exact);
    }
}
