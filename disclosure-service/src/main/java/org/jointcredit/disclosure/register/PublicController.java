package org.jointcredit.disclosure.register;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.Names;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Public;
import org.jointcredit.platform.web.Days;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.RequestJson;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.data.domain.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everybody may read, without proving who they are (D1). */
@RestController
@RequestMapping("/api/disclosure/public")
final class PublicController {
    private static final Sorts SUBJECTS = new Sorts("name", Map.of("name", SubjectStore.LENGTH));
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{18}");
    private static final Pattern LAST_FOUR = Pattern.compile(".{4}");
    private static final int LONGEST_NAME = 200;

    private final Register register;
    private final ServiceRules rules;
    private final PersonSearchLimit limit;
    private final IndexKeys indexKeys;

    PublicController(Register register, ServiceRules rules, PersonSearchLimit limit, IndexKeys indexKeys) {
        this.register = register;
        this.rules = rules;
        this.limit = limit;
        this.indexKeys = indexKeys;
    }

    /**
     * Organisations.
     *
     * @param q unified code, or at least two characters of a name, in any width, case and kind of bracket; never a pattern
     */
    @Public
    @GetMapping("/subjects")
    Told<SubjectView> search(@RequestParam(required = false) @Nullable String q, @ParameterObject Paging paging) {
        PageRequest asked = paging.in(SUBJECTS);
        String wanted = q == null ? "" : IdentityText.trim(q);
        String folded = Names.fold(wanted);
        if (folded.codePointCount(0, folded.length()) < 2
                || IdentityText.length(wanted) > LONGEST_NAME
                || wanted.codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.badParameter("q");
        }
        return told(withCode(wanted, asked).orElseGet(() -> register.organisationsNamed(folded, asked)));
    }

    private Optional<PageOf<SubjectView>> withCode(String wanted, PageRequest asked) {
        return IdentityText.code(wanted) instanceof Read.Good<String>(String code, var _)
                        && CODE.matcher(code).matches()
                ? register.organisationWith(code).map(found -> first(List.of(found), asked))
                : Optional.empty();
    }

    /** Persons by name together with the last four characters of their number; the same answer where there is nobody. */
    @Public
    @PostMapping("/persons")
    Told<SubjectView> persons(RequestJson body, HttpServletRequest request) {
        limit.takeFor(request.getRemoteAddr());
        Form form = Form.of(body.object());
        String name = form.text("name", LONGEST_NAME);
        String lastFour = form.code("lastFour", 4);
        if (!lastFour.isEmpty() && !LAST_FOUR.matcher(lastFour).matches()) {
            form.error("lastFour", ErrorCode.FORMAT);
        }
        form.throwIfAny();
        limit.takeForName(Names.fold(name));
        var macs = indexKeys.ofNameAndLastFour(name, lastFour).stream()
                .map(IndexEntry::mac)
                .toList();
        return told(first(register.persons(macs), PageRequest.of(0, 20)));
    }

    @Public
    @GetMapping("/subjects/{id}")
    SubjectFile one(@PathVariable String id, @ParameterObject Paging paging) {
        PageRequest records = paging.in(Register.RECORDS);
        PageRequest listings = paging.in(Register.LISTINGS);
        return new SubjectFile(
                rules.now(),
                rules.version(),
                register.publicSubject(id).orElseThrow(Problem::unknown),
                register.publicRecordsOf(id, records),
                register.publicListingsOf(id, listings));
    }

    /** Who stands on a list now. */
    @Public
    @GetMapping("/lists/{code}")
    Told<ListingView> list(@PathVariable String code, @ParameterObject Paging paging) {
        PageOf<ListingView> found = register.onList(code, paging.in(Register.LISTINGS));
        if (found.page().totalElements() == 0 && !register.hasList(code)) {
            throw Problem.unknown();
        }
        return told(found);
    }

    /**
     * 双公示: licences and penalties by the day of the decision.
     *
     * @param from first day
     * @param to last day
     */
    @Public
    @GetMapping("/double-disclosure")
    Told<RecordView> doubleDisclosure(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @ParameterObject Paging paging) {
        PageRequest asked = paging.in(Register.RECORDS);
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first != null && last != null && first.isAfter(last)) {
            throw Problem.badParameter("to");
        }
        return told(register.doubleDisclosure(kind(kind), first, last, asked));
    }

    /** @param version of the rule pack that governs */
    record RulesInForce(
            OffsetDateTime asOf, String version, LocalDate effectiveFrom, String basis, List<ServiceRule> rules) {}

    @Public
    @GetMapping("/rules")
    RulesInForce rules() {
        var pack = rules.inForce();
        return new RulesInForce(rules.now(), pack.version(), pack.effectiveFrom(), pack.basis(), pack.entries());
    }

    private <T> Told<T> told(PageOf<T> page) {
        return new Told<>(rules.now(), rules.version(), page);
    }

    /** A page of what is found by a key, so of very few. */
    private static <T> PageOf<T> first(List<T> found, PageRequest asked) {
        return PageOf.of(
                found.stream()
                        .skip(asked.getOffset())
                        .limit(asked.getPageSize())
                        .toList(),
                asked,
                found.size());
    }

    private static @Nullable DoubleDisclosure kind(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Arrays.stream(DoubleDisclosure.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.badParameter("kind"));
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        return text == null ? null : Days.of(name, text);
    }
}
