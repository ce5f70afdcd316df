package org.jointcredit.sanction.supervision;

import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.IMPLEMENTER;
import static org.jointcredit.platform.security.Role.LAW_ADMIN;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.REVIEWER;
import static org.jointcredit.platform.security.Role.SUPERVISOR;
import static org.jointcredit.platform.security.Role.SYSTEM;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.jointcredit.sanction.measure.Measures;
import org.jointcredit.sanction.rule.ListTypes;
import org.jointcredit.sanction.sheet.Workbooks;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures of notices for the office, of its own for an agency, and what is overdue for the whole government (V1). */
@RestController
@RequestMapping("/api/sanction/supervision")
final class SupervisionController {

    private static final Sorts AGENCIES = Sorts.of("agency");
    private static final Sorts OVERDUE = Sorts.of("dueNow");

    private final Board board;
    private final OverdueNotices overdue;
    private final Departments departments;
    private final Measures measures;
    private final ListTypes listTypes;
    private final Streams streams;
    private final Workbooks workbooks;

    SupervisionController(
            Board board,
            OverdueNotices overdue,
            Departments departments,
            Measures measures,
            ListTypes listTypes,
            Streams streams,
            Workbooks workbooks) {
        this.board = board;
        this.overdue = overdue;
        this.departments = departments;
        this.measures = measures;
        this.listTypes = listTypes;
        this.streams = streams;
        this.workbooks = workbooks;
    }

    @Allowed({SUPERVISOR, AUDITOR, IMPLEMENTER, SYSTEM})
    @GetMapping("/overview")
    Overview overview(Caller caller, @ParameterObject Selection selection) {
        return board.overview(asked(caller, selection));
    }

    /** The same as a workbook, a sheet for each break-down. */
    @Allowed({SUPERVISOR, AUDITOR, IMPLEMENTER, SYSTEM})
    @GetMapping(path = "/overview", produces = Workbooks.TYPE)
    void overviewBook(
            Caller caller, @ParameterObject Selection selection, Locale language, HttpServletResponse response) {
        Overview overview = overview(caller, selection);
        workbooks.answer(response, "overview", language, book -> Sheets.overview(book, overview, names(language)));
    }

    private Sheets.Names names(Locale language) {
        boolean english = language.getLanguage().equals("en");
        return new Sheets.Names(
                code -> departments
                        .find(code)
                        .map(agency -> english ? agency.nameEn() : agency.name())
                        .orElse(code),
                code -> measures.find(code)
                        .map(measure -> english ? measure.nameEn() : measure.name())
                        .orElse(code));
    }

    private Selection asked(Caller caller, Selection selection) {
        Selection own = selection.of(caller);
        known("agency", selection.agency(), departments::contains);
        known("measure", selection.measure(), code -> measures.find(code).isPresent());
        known("listType", selection.listType(), code -> board.counts(code) || listTypes.contains(code));
        return own;
    }

    private static void known(String name, @Nullable String value, Predicate<String> there) {
        if (value != null && !there.test(value)) {
            throw Problem.badParameter(name);
        }
    }

    /** Every agency there is, those without a notice too; an agency sees its own line. */
    @Allowed({SUPERVISOR, AUDITOR, IMPLEMENTER, SYSTEM})
    @GetMapping("/agencies")
    PageOf<AgencyFigures> agencies(
            Caller caller, @ParameterObject Selection selection, @ParameterObject Paging paging) {
        return PageOf.of(agencies(asked(caller, selection)), AgencyFigures::agency, paging.in(AGENCIES));
    }

    /** The same as a workbook. */
    @Allowed({SUPERVISOR, AUDITOR, IMPLEMENTER, SYSTEM})
    @GetMapping(path = "/agencies", produces = Workbooks.TYPE)
    void agenciesBook(
            Caller caller, @ParameterObject Selection selection, Locale language, HttpServletResponse response) {
        List<AgencyFigures> agencies = agencies(asked(caller, selection));
        workbooks.answer(response, "agencies", language, book -> Sheets.agencies(book, agencies, language));
    }

    private List<AgencyFigures> agencies(Selection selection) {
        var sums = board.byAgency(selection);
        return departments.all().stream()
                .filter(agency ->
                        selection.agency() == null || selection.agency().equals(agency.code()))
                .map(agency -> AgencyFigures.of(agency, sums.getOrDefault(agency.code(), new Sum())))
                .toList();
    }

    /**
     * What happens, as it happens: events {@code line} and {@code figures}, a comment while nothing happens. {@code
     * Last-Event-ID} goes on after that line, without it from now on. It ends now and then, and the reader comes back.
     * HEAD, which every GET implies, has no body to wait for.
     */
    @Allowed({SUPERVISOR, AUDITOR, IMPLEMENTER, SYSTEM})
    @GetMapping("/stream")
    void stream(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            HttpMethod method,
            HttpServletResponse response)
            throws IOException {
        Feed.Position from = streams.position(last);
        String agency = Selection.ALL.of(caller).agency();
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (method.equals(HttpMethod.GET)) {
            streams.serve(agency, from, response.getOutputStream());
        }
    }

    /** Officers of the government's departments only; the list says nothing of subjects. */
    @Allowed({REPORTER, APPROVER, IMPLEMENTER, CREDIT_OFFICER, REVIEWER, SUPERVISOR, LAW_ADMIN, AUDITOR})
    @GetMapping("/overdue")
    PageOf<OverdueNotice> overdue(
            Caller caller,
            @ParameterObject OverdueNotices.Search search,
            @ParameterObject Paging paging,
            Locale language) {
        return overdue.page(caller, search, paging.in(OVERDUE), language);
    }

    /** The same as a workbook, at most 50,000 rows; pages are not looked at. */
    @Allowed({REPORTER, APPROVER, IMPLEMENTER, CREDIT_OFFICER, REVIEWER, SUPERVISOR, LAW_ADMIN, AUDITOR})
    @GetMapping(path = "/overdue", produces = Workbooks.TYPE)
    void overdueBook(
            Caller caller,
            @ParameterObject OverdueNotices.Search search,
            @ParameterObject Paging paging,
            Locale language,
            HttpServletResponse response) {
        var all = overdue.all(caller, search, paging.in(OVERDUE).getSort(), Workbooks.MOST_ROWS + 1, language);
        workbooks.answer(response, "overdue", language, book -> Sheets.overdue(book, all));
    }
}
