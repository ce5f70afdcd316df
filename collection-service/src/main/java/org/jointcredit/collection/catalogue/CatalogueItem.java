package org.jointcredit.collection.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.SubjectKind;
import org.jspecify.annotations.Nullable;

/**
 * 目录项: what a record of this kind is about, and its fields (C1).
 *
 * @param subjects kinds of subject
 * @param category of its records; a penalty of 双公示 is adverse under the general procedure only (A7(5))
 * @param providers who hands it in as a rule
 * @param active false: switched off, nothing is taken in
 * @param doubleDisclosure 双公示 (P5.3)
 * @param procedures those a record may name; null: it has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogueItem(
        String code,
        String name,
        String nameEn,
        List<SubjectKind> subjects,
        RecordCategory category,
        List<String> providers,
        String basis,
        DisclosureClass disclosure,
        UpdateCycle updateCycle,
        boolean active,
        boolean doubleDisclosure,
        @Nullable List<Procedure> procedures,
        List<ItemField> fields) {
    public CatalogueItem {
        subjects = List.copyOf(subjects);
        providers = List.copyOf(providers);
        fields = List.copyOf(fields);
    }

    public Optional<ItemField> field(String name) {
        for (ItemField field : fields) {
            if (field.name().equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    public boolean takes(Procedure procedure) {
        return procedures != null && procedures.contains(procedure);
    }

    /** Whether the procedure decides if a record is adverse: the penalties of 双公示. */
    public boolean isPenalty() {
        return doubleDisclosure && procedures != null;
    }
}
