package org.jointcredit.collection.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.platform.security.Public;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue is public, to read and to download (C1, A13, D10). */
@RestController
@RequestMapping("/api/collection/catalogue")
final class CatalogueController {
    private static final Sorts SORTS = Sorts.of("code");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Catalogue catalogue;
    private final RulePacks rulePacks;
    private final BusinessClock clock;

    CatalogueController(Catalogue catalogue, RulePacks rulePacks, BusinessClock clock) {
        this.catalogue = catalogue;
        this.rulePacks = rulePacks;
        this.clock = clock;
    }

    /**
     * An item in force.
     *
     * @param period how long after the end of the behaviour its records are shown at the longest; adverse ones only
     * @param schema JSON Schema 2020-12 of a record's {@code fields}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemInForce(
            @JsonUnwrapped CatalogueItem item,
            @Nullable Period period,
            String rulePack,
            String version,
            LocalDate effectiveFrom,
            ObjectNode schema) {}

    @Public
    @GetMapping
    PageOf<ItemInForce> list(@ParameterObject Paging paging) {
        LawVersion<CatalogueItem> version = catalogue.inForce(clock.today());
        return PageOf.of(version.entries(), CatalogueItem::code, paging.in(SORTS))
                .map(item -> inForce(item, version));
    }

    @Public
    @GetMapping("/{code}")
    ItemInForce one(@PathVariable String code) {
        LawVersion<CatalogueItem> version = catalogue.inForce(clock.today());
        return catalogue
                .find(code, clock.today())
                .map(item -> inForce(item, version))
                .orElseThrow(Problem::unknown);
    }

    /** The whole of it, one line for each field. */
    @Public
    @GetMapping(produces = "text/csv")
    ResponseEntity<String> download() {
        LawVersion<CatalogueItem> version = catalogue.inForce(clock.today());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("catalogue-" + version.version() + ".csv")
                                .build()
                                .toString())
                .body(CatalogueCsv.of(version));
    }

    private ItemInForce inForce(CatalogueItem item, LawVersion<CatalogueItem> version) {
        RulePack pack = rulePacks.inForce(clock.today());
        return new ItemInForce(
                item,
                item.category() == RecordCategory.ADVERSE ? pack.longest() : null,
                pack.code(),
                version.version(),
                version.effectiveFrom(),
                ItemSchema.of(item));
    }
}
