package org.jointcredit.collection.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointcredit.collection.Fixtures.TODAY;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawVersion;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The catalogue holds what A6 to A11 list and the two of 双公示, and nothing that A12 forbids (C1, C3). */
class CatalogueTest {
    private final Catalogue catalogue = Catalogue.shipped();

    private List<CatalogueItem> items() {
        return catalogue.inForce(TODAY).entries();
    }

    @Test
    void everyItemOfA6ToA11IsThereInItsOrder() {
        List<String> codes = new ArrayList<>();
        numbered(codes, "ORG-B-", 6);
        numbered(codes, "ORG-A-", 12);
        numbered(codes, "ORG-F-", 9);
        numbered(codes, "PER-B-", 3);
        numbered(codes, "PER-A-", 5);
        numbered(codes, "PER-F-", 3);
        codes.addAll(List.of("XYGS-CF", "XYGS-XK"));
        assertThat(items()).extracting(CatalogueItem::code).containsExactlyElementsOf(codes);
    }

    private static void numbered(List<String> codes, String prefix, int last) {
        IntStream.rangeClosed(1, last).forEach(n -> codes.add(prefix + "%02d".formatted(n)));
    }

    @Test
    void theCodeSaysWhomItIsAboutAndOfWhichCategoryItIs() {
        for (CatalogueItem item : items()) {
            if (!item.doubleDisclosure()) {
                assertThat(item.subjects())
                        .as(item.code())
                        .containsExactly(item.code().startsWith("ORG") ? SubjectKind.ORGANISATION : SubjectKind.PERSON);
                assertThat(item.category())
                        .as(item.code())
                        .isEqualTo(
                                switch (item.code().charAt(4)) {
                                    case 'A' -> RecordCategory.ADVERSE;
                                    case 'B' -> RecordCategory.BASIC;
                                    default -> RecordCategory.FAVOURABLE;
                                });
            }
        }
    }

    @Test
    void educationOccupationAndMaritalStatusShipSwitchedOffA92() {
        assertThat(items().stream().filter(item -> !item.active()).map(CatalogueItem::code))
                .containsExactly("PER-B-02");
    }

    @Test
    void anItemWithAForbiddenFieldKeepsTheServiceFromStarting() {
        CatalogueItem well = items().getFirst();
        var blood = new ItemField("f1", FieldType.TEXT, "血型", "Type", 10, false, false, null, null, null);
        var spoilt = new CatalogueItem(
                well.code(),
                well.name(),
                well.nameEn(),
                well.subjects(),
                well.category(),
                well.providers(),
                well.basis(),
                well.disclosure(),
                well.updateCycle(),
                true,
                false,
                null,
                List.of(blood));
        var book = new LawBook<>("catalogue", List.of(new LawVersion<>("catalogue", "x", TODAY, "x", List.of(spoilt))));
        assertThatThrownBy(() -> new Catalogue(book, ForbiddenData.shipped(), Departments.load()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ORG-B-01")
                .hasMessageContaining("血型");
    }

    @Test
    void theSchemaIsClosedAndItsPatternsCompile() {
        for (CatalogueItem item : items()) {
            JsonNode schema = ItemSchema.of(item);
            assertThat(schema.at("/$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
            assertThat(schema.at("/additionalProperties").booleanValue()).isFalse();
            assertThat(schema.at("/required").size()).as(item.code()).isPositive();
            schema.at("/properties").forEach(property -> {
                assertThat(property.at("/type").asString()).isEqualTo("string");
                Pattern.compile(property.path("pattern").asString(""));
            });
        }
    }

    @Test
    void patternsOfTextTakeWhatCanBeSeenAndRefuseWhatCannot() {
        String line = ItemSchema.of(items().getFirst())
                .at("/properties/registrar/pattern")
                .asString();
        assertThat("赤峰市（元宝山区）A-1 号").matches(line);
        for (String bad : new String[] {"", " ", "\u3000", "\u200b", "\ttext", "two\nlines", "nul\u0000"}) {
            assertThat(Pattern.matches(line, bad)).as(bad).isFalse();
        }
    }

    @Test
    void theTableHasALineForEachField() {
        String table = CatalogueCsv.of(catalogue.inForce(TODAY));
        int fields = items().stream().mapToInt(item -> item.fields().size()).sum();
        assertThat(table.split("\r\n")).hasSize(fields + 1);
    }
}
