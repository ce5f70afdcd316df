package org.jointcredit.sanction.measure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jointcredit.platform.law.Enactment;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.platform.security.Public;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list of measures is public (A23, P5.6). */
@RestController
@RequestMapping("/api/sanction/measures")
final class MeasureController {
    private static final Sorts SORTS = Sorts.of("code");

    private final Measures measures;
    private final BusinessClock clock;

    MeasureController(Measures measures, BusinessClock clock) {
        this.measures = measures;
        this.clock = clock;
    }

    /**
     * @param versionBasis what this version of the whole list rests on
     * @param enacted which officers made it law; absent: it came with the release
     */
    record MeasureInForce(
            @JsonUnwrapped Measure measure,
            String version,
            LocalDate effectiveFrom,
            String versionBasis,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Enactment enacted) {
        static MeasureInForce of(Measure measure, LawVersion<Measure> version) {
            return new MeasureInForce(
                    measure, version.version(), version.effectiveFrom(), version.basis(), version.enacted());
        }
    }

    @Public
    @GetMapping
    PageOf<MeasureInForce> list(@ParameterObject Paging paging) {
        LawVersion<Measure> version = measures.inForce(clock.today());
        return PageOf.of(version.entries(), Measure::code, paging.in(SORTS))
                .map(measure -> MeasureInForce.of(measure, version));
    }

    @Public
    @GetMapping("/{code}")
    MeasureInForce one(@PathVariable String code) {
        LawVersion<Measure> version = measures.inForce(clock.today());
        return version.entries().stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .map(measure -> MeasureInForce.of(measure, version))
                .orElseThrow(Problem::unknown);
    }
}
