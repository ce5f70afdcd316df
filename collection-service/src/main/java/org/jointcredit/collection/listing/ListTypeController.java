package org.jointcredit.collection.listing;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.platform.security.Public;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** List types and their standards are public (D10, P5.7). */
@RestController
@RequestMapping("/api/collection/list-types")
final class ListTypeController {
    private static final Sorts SORTS = Sorts.of("code");

    private final ListTypes listTypes;
    private final BusinessClock clock;

    ListTypeController(ListTypes listTypes, BusinessClock clock) {
        this.listTypes = listTypes;
        this.clock = clock;
    }

    record ListTypeInForce(@JsonUnwrapped ListType listType, String version, LocalDate effectiveFrom) {
        static ListTypeInForce of(ListType listType, LawVersion<ListType> version) {
            return new ListTypeInForce(listType, version.version(), version.effectiveFrom());
        }
    }

    @Public
    @GetMapping
    PageOf<ListTypeInForce> list(@ParameterObject Paging paging) {
        LawVersion<ListType> version = listTypes.inForce(clock.today());
        return PageOf.of(version.entries(), ListType::code, paging.in(SORTS))
                .map(type -> ListTypeInForce.of(type, version));
    }

    @Public
    @GetMapping("/{code}")
    ListTypeInForce one(@PathVariable String code) {
        LawVersion<ListType> version = listTypes.inForce(clock.today());
        return listTypes
                .find(code, clock.today())
                .map(type -> ListTypeInForce.of(type, version))
                .orElseThrow(Problem::unknown);
    }
}
