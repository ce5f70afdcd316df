package org.jointcredit.disclosure.accesslog;

import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.SUBJECT;
import static org.jointcredit.platform.security.Role.SUPERVISOR;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as those read it who may: the auditor, each organ its own, the subject who looked at it (A20, D4). */
@RestController
@RequestMapping("/api/disclosure")
final class AccessLogController {
    private static final Sorts SORTS = Sorts.of(AccessLogStore.AT);

    private final AccessLogStore store;
    private final Purposes purposes;
    private final Departments departments;

    AccessLogController(AccessLogStore store, Purposes purposes, Departments departments) {
        this.store = store;
        this.purposes = purposes;
        this.departments = departments;
    }

    /**
     * @param departmentName of the organ; absent where a person looked who belongs to none
     * @param username log-in name; not told to the subject
     * @param subject opaque id; not told to the subject, who is meant
     * @param purposeText the purpose in words
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

    /** The query log. */
    @Allowed({AUDITOR, SUPERVISOR})
    @GetMapping("/queries")
    PageOf<AccessView> log(@ParameterObject Paging paging, Caller caller, Locale language) {
        return store.page(null, Scope.of(caller), paging.in(SORTS)).map(entry -> view(entry, language, true));
    }

    /** What was asked beyond one's powers (X2). */
    @Allowed({AUDITOR, SUPERVISOR})
    @GetMapping("/alarms")
    PageOf<AccessView> alarms(@ParameterObject Paging paging, Caller caller, Locale language) {
        return store.page(LookKind.REFUSED, Scope.of(caller), paging.in(SORTS))
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
        return store.page(null, Scope.subject(subject), paging.in(SORTS)).map(entry -> view(entry, language, false));
    }

    private AccessView view(LogEntry entry, Locale language, boolean office) {
        Look look = entry.look();
        Asker asker = look.asker();
        return new AccessView(
                Long.toString(entry.number()),
                entry.at().atZone(BusinessClock.ZONE).toOffsetDateTime(),
                look.kind(),
                asker.department().isEmpty() ? null : asker.department(),
                departments
                        .find(asker.department())
                        .map(department -> name(department, language))
                        .orElse(null),
                asker.officer(),
                office ? asker.username() : null,
                asker.system(),
                office ? look.subject() : null,
                look.purpose(),
                look.purpose() == null
                        ? null
                        : purposes.everKnown(look.purpose())
                                .map(purpose -> purpose.nameIn(language))
                                .orElse(null),
                look.matter(),
                look.request(),
                look.records());
    }

    private static String name(Department department, Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? department.nameEn() : department.name();
    }
}
