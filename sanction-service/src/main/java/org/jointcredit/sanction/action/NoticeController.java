package org.jointcredit.sanction.action;

import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.IMPLEMENTER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.SUPERVISOR;
import static org.jointcredit.platform.security.Role.SYSTEM;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.jointcredit.sanction.identity.Identities;
import org.jointcredit.sanction.sheet.Workbooks;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notices as their agencies, the initiating departments and the office read them. */
@RestController
@RequestMapping("/api/sanction/notices")
final class NoticeController {

    private static final Sorts SORTS = Sorts.of("issuedAt", "dueNow")
            .with("dueReceive", "term.receive.date")
            .with("dueExecute", "term.execute.date");

    private static final String[] COLUMNS = {
        "notice",
        "listing",
        "listType",
        "measure",
        "text",
        "agency",
        "subject",
        "legal",
        "agencyState",
        "applied",
        "owes",
        "dueNow",
        "issuedAt",
        "flags"
    };

    private final NoticeStore notices;
    private final Explanations explanations;
    private final Identities identities;
    private final FieldCipher cipher;
    private final Terms terms;
    private final BusinessClock clock;
    private final Workbooks workbooks;

    NoticeController(
            NoticeStore notices,
            Explanations explanations,
            Identities identities,
            FieldCipher cipher,
            Terms terms,
            BusinessClock clock,
            Workbooks workbooks) {
        this.notices = notices;
        this.explanations = explanations;
        this.identities = identities;
        this.cipher = cipher;
        this.terms = terms;
        this.clock = clock;
        this.workbooks = workbooks;
    }

    @Allowed({SYSTEM, IMPLEMENTER, REPORTER, APPROVER, CREDIT_OFFICER, SUPERVISOR, AUDITOR})
    @GetMapping
    PageOf<NoticeView> list(Caller caller, @ParameterObject NoticeSearch search, @ParameterObject Paging paging) {
        return notices.search(search.filter(terms.overdue(clock.today())), Scope.of(caller), paging.in(SORTS))
                .map(NoticeView::of);
    }

    /** The same list as a workbook, of one sheet and at most 50,000 rows; pages are not looked at. */
    @Allowed({SYSTEM, IMPLEMENTER, REPORTER, APPROVER, CREDIT_OFFICER, SUPERVISOR, AUDITOR})
    @GetMapping(produces = Workbooks.TYPE)
    void workbook(
            Caller caller,
            @ParameterObject NoticeSearch search,
            @ParameterObject Paging paging,
            Locale language,
            HttpServletResponse response) {
        var criteria = search.filter(terms.overdue(clock.today()));
        var order = paging.in(SORTS).getSort();
        workbooks.answer(
                response,
                "notices",
                language,
                book -> book.sheet(
                        "notices",
                        COLUMNS,
                        sheet -> notices.each(
                                criteria,
                                Scope.of(caller),
                                order,
                                Workbooks.MOST_ROWS + 1,
                                notice -> sheet.row(cells(notice, book)))));
    }

    private static @Nullable Object[] cells(Notice notice, Workbooks.Book book) {
        return new @Nullable Object[] {
            notice.id(),
            notice.origin().listingNumber(),
            notice.origin().listType(),
            notice.imposed().measure(),
            notice.imposed().text(),
            notice.imposed().agency(),
            notice.imposed().subject().name(),
            notice.legal(),
            notice.record().state(),
            notice.record().applied(),
            notice.owes(),
            notice.dueNow(),
            notice.standing().issuedAt(),
            book.words(notice.flags())
        };
    }

    @Allowed({SYSTEM, IMPLEMENTER, REPORTER, APPROVER, CREDIT_OFFICER, SUPERVISOR, AUDITOR})
    @GetMapping("/{id}")
    NoticeView one(Caller caller, @PathVariable String id) {
        var told = find(caller, id);
        return NoticeView.of(
                told.notice(), subject(caller, told.notice()), TimelineEntry.of(id, told.journal(), cipher));
    }

    @Allowed({SYSTEM, IMPLEMENTER, REPORTER, APPROVER, CREDIT_OFFICER, SUPERVISOR, AUDITOR})
    @GetMapping("/{id}/explanation")
    Explanation explanation(Caller caller, @PathVariable String id) {
        return explanations.of(find(caller, id));
    }

    private NoticeStore.Told find(Caller caller, String id) {
        var told = notices.find(id, Scope.of(caller));
        if (told == null) {
            throw Problem.unknown();
        }
        return told;
    }

    /** A person stands whole for the notice's own agency only, who has to apply it to that person. */
    private NoticeView.SubjectView subject(Caller caller, Notice notice) {
        var subject = NoticeView.SubjectView.of(notice.imposed().subject());
        boolean ownAgency = caller.has(SYSTEM, IMPLEMENTER)
                && caller.dept().equals(notice.imposed().agency());
        return ownAgency && subject.kind() == SubjectKind.PERSON
                ? subject.identified(identities.of(subject.id(), caller.username()))
                : subject;
    }
}
