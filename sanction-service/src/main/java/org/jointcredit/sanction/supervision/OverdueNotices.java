package org.jointcredit.sanction.supervision;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.sanction.action.Notice;
import org.jointcredit.sanction.action.NoticeSearch;
import org.jointcredit.sanction.action.NoticeStore;
import org.jointcredit.sanction.action.Overdue;
import org.jointcredit.sanction.action.Scope;
import org.jointcredit.sanction.action.Terms;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** What is overdue, public inside the government (S4, P5.9). */
@Component
final class OverdueNotices {

    private final NoticeStore notices;
    private final Departments departments;
    private final Terms terms;
    private final BusinessClock clock;

    OverdueNotices(NoticeStore notices, Departments departments, Terms terms, BusinessClock clock) {
        this.notices = notices;
        this.departments = departments;
        this.terms = terms;
        this.clock = clock;
    }

    /** What the list is narrowed to. */
    record Search(
            @Nullable String agency,
            @Nullable String listType,
            @Nullable String measure,
            @Nullable String owes) {

        /** @param agencies all there are: the index begins with the agency, and each one's part of it is sorted */
        Bson filter(List<String> agencies, Overdue pastDue) {
            Bson overdue = new NoticeSearch(
                            null, listType, agency, null, null, owes, measure, null, "true", null, null, null, null,
                            null)
                    .filter(pastDue);
            return agency == null ? and(overdue, in("agency", agencies)) : overdue;
        }
    }

    /** @throws Problem 403 for who is not of the government (S10) */
    PageOf<OverdueNotice> page(Caller caller, Search search, PageRequest page, Locale language) {
        LocalDate today = clock.today();
        return notices.search(filter(caller, search, today), new Scope.All(), page)
                .map(notice -> told(notice, language, today));
    }

    /**
     * All of them, one by one.
     *
     * @return gives them to a reader; what is wrong with the question is said before
     * @throws Problem 403 for who is not of the government (S10)
     */
    Consumer<Consumer<OverdueNotice>> all(Caller caller, Search search, Sort order, int most, Locale language) {
        LocalDate today = clock.today();
        Bson filter = filter(caller, search, today);
        return reader -> notices.each(
                filter, new Scope.All(), order, most, notice -> reader.accept(told(notice, language, today)));
    }

    private Bson filter(Caller caller, Search search, LocalDate today) {
        if (!departments.find(caller.dept()).map(Department::government).orElse(false)) {
            throw Problem.forbidden();
        }
        return search.filter(departments.all().stream().map(Department::code).toList(), terms.overdue(today));
    }

    private OverdueNotice told(Notice notice, Locale language, LocalDate today) {
        return OverdueNotice.of(notice, name(notice.imposed().agency(), language), today);
    }

    private String name(String code, Locale language) {
        return departments
                .find(code)
                .map(agency -> language.getLanguage().equals("en") ? agency.nameEn() : agency.name())
                .orElse(code);
    }
}
