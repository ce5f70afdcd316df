package org.jointcredit.disclosure.accesslog;

import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.SERVICE;
import static org.jointcredit.platform.security.Role.SUBJECT;
import static org.jointcredit.platform.security.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.disclosure.accesslog.AccessLogStore.Wanted;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.Days;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.RequestJson;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The log as those read it who may: the auditor, each organ its own, the subject who looked at it (A20, D4). */
@RestController
@RequestMapping("/api/disclosure")
final class AccessLogController {
    private static final Sorts SORTS = Sorts.of(AccessLogStore.AT);
    private static final int DAYS_UNASKED = 29;
    private static final int MOST_DAYS = 91;

    private final AccessLogStore store;
    private final Purposes purposes;
    private final Departments departments;
    private final Clock clock;
    private final AccessLog log;
    private final LookForm looks;

    AccessLogController(
            AccessLogStore store,
            Purposes purposes,
            Departments departments,
            Clock clock,
            AccessLog log,
            LookForm looks) {
        this.store = store;
        this.purposes = purposes;
        this.departments = departments;
        this.clock = clock;
        this.log = log;
        this.looks = looks;
    }

    /**
     * @param departmentName of the organ; absent where a person looked who belongs to none
     * @param username log-in name; not told to the subject
     * @param subject opaque id; not told to the subject, who is meant
     * @param purposeText the purpose in words; of an authorisation in the subject's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessView(
            String id,
            OffsetDateTime at,
            LookKind kind,
            @Nullable String department,
            @Nullable String departmentName,
            String officer,
            @Nullable String username,
            String system,
            @Nullable String subject,
            @Nullable String purpose,
            @Nullable String purposeText,
            @Nullable String matter,
            String request,
            int records) {}

    /**
     * The query log.
     *
     * @param from first day
     * @param to last day
     */
    @Allowed({AUDITOR, SUPERVISOR})
    @GetMapping("/queries")
    PageOf<AccessView> log(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String dept,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @ParameterObject Paging paging,
            Caller caller,
            Locale language) {
        var wanted = new Wanted(
                kind == null ? null : kind(kind),
                dept,
                from == null ? null : Days.of("from", from),
                to == null ? null : Days.of("to", to));
        return store.page(wanted, Scope.of(caller), paging.in(SORTS)).map(entry -> view(entry, language, true));
    }

    private static LookKind kind(String text) {
        try {
            return LookKind.valueOf(text);
        } catch (IllegalArgumentException _) {
            throw Problem.badParameter("kind");
        }
    }

    /**
     * How often each organ looked on each day, and how: at most a quarter of a year at once.
     *
     * @param departmentName absent where the persons belong to no department
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LooksView(
            LocalDate day,
            LookKind kind,
            @Nullable String department,
            @Nullable String departmentName,
            long looks) {}

    record LooksInTerm(LocalDate from, LocalDate to, List<LooksView> looks) {}

    /**
     * The figures of the query log, by the days of the log's own clock, which is never moved.
     *
     * @param from first day; by default thirty days back
     * @param to last day; by default today
     */
    @Allowed({AUDITOR, SUPERVISOR})
    @GetMapping("/queries/days")
    LooksInTerm days(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Caller caller,
            Locale language) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE) : Days.of("to", to);
        LocalDate first = from == null ? last.minusDays(DAYS_UNASKED) : Days.of("from", from);
        if (first.isAfter(last)) {
            throw Problem.badParameter("to");
        }
        if (first.isBefore(last.minusDays(MOST_DAYS))) {
            throw Problem.badParameter("from");
        }
        return new LooksInTerm(
                first,
                last,
                store.counts(Scope.of(caller), first, last).stream()
                        .map(counted -> new LooksView(
                                counted.day(),
                                counted.kind(),
                                codeOrNone(counted.department()),
                                nameOrNone(counted.department(), language),
                                counted.looks()))
                        .toList());
    }

    /** Looks at what another of our services keeps; it shows nothing before this is answered. */
    @Allowed(SERVICE)
    @PostMapping("/accesses")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tell(RequestJson json) {
        log.write(looks.read(Form.of(json.object())));
    }

    /** What was asked beyond one's powers (X2). */
    @Allowed({AUDITOR, SUPERVISOR})
    @GetMapping("/alarms")
    PageOf<AccessView> alarms(@ParameterObject Paging paging, Caller caller, Locale language) {
        return store.page(Wanted.of(LookKind.REFUSED), Scope.of(caller), paging.in(SORTS))
                .map(entry -> view(entry, language, true));
    }

    /** Who looked at the subject, when and why. */
    @Allowed(SUBJECT)
    @GetMapping("/me/accesses")
    PageOf<AccessView> mine(@ParameterObject Paging paging, Caller caller, Locale language) {
        String subject = caller.subject();
        if (subject == null) {
            throw Problem.forbidden();
        }
        return store.page(Wanted.ALL, Scope.subject(subject), paging.in(SORTS))
                .map(entry -> view(entry, language, false));
    }

    private AccessView view(LogEntry entry, Locale language, boolean office) {
        Look look = entry.look();
        Asker asker = look.asker();
        return new AccessView(
                Long.toString(entry.number()),
                entry.at().atZone(BusinessClock.ZONE).toOffsetDateTime(),
                look.kind(),
                codeOrNone(asker.department()),
                nameOrNone(asker.department(), language),
                asker.officer(),
                office ? asker.username() : null,
                asker.system(),
                office ? look.subject() : null,
                look.purpose(),
                why(look, language, office),
                look.matter(),
                look.request(),
                look.records());
    }

    private @Nullable String why(Look look, Locale language, boolean office) {
        if (look.why() != null) {
            return office ? Masking.prose(look.why()) : look.why();
        }
        return look.purpose() == null
                ? null
                : purposes.everKnown(look.purpose())
                        .map(purpose -> purpose.nameIn(language))
                        .orElse(null);
    }

    private static @Nullable String codeOrNone(String department) {
        return department.isEmpty() ? null : department;
    }

    private @Nullable String nameOrNone(String code, Locale language) {
        boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return departments
                .find(code)
                .map(department -> english ? department.nameEn() : department.name())
                .orElse(null);
    }
}
