package org.jointcredit.sanction.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.Force;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.MeasureKind;
import org.jointcredit.contract.event.Nature;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.measure.Reach;
import org.jointcredit.sanction.rule.ListTypes.ListType;
import org.jspecify.annotations.Nullable;

/** Judges a proposal of rules and measures as a whole (S1, S2): all errors at once, none of which may become law. */
final class RuleSetForm {

    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,63}");
    private static final int MOST = 500;
    private static final int NAME = 200;
    private static final int TEXT = 2048;

    private final Ground ground;
    /** Measures that rules may name. */
    private final Set<String> known = new HashSet<>();

    private final Map<String, MeasureKind> kinds = new HashMap<>();

    /**
     * What a proposal is judged by.
     *
     * @param newest the day on which the newest version begins; law is not put before law
     * @param taken whether a version has this name already
     * @param listed the list of measures, where the proposal brings none
     */
    record Ground(
            LocalDate today,
            LocalDate newest,
            Predicate<String> taken,
            Collection<Measure> listed,
            Collection<ListType> listTypes,
            Departments departments) {}

    RuleSetForm(Ground ground) {
        this.ground = ground;
    }

    /** Null where something is wrong, and the form says what. */
    @Nullable
    RuleSetProposal read(Form form) {
        String version = form.matching("version", VERSION);
        if (ground.taken().test(version)) {
            form.error("version", ErrorCode.DUPLICATE);
        }
        LocalDate from = form.date("effectiveFrom");
        if (from != null && (from.isBefore(ground.today()) || from.isBefore(ground.newest()))) {
            form.error("effectiveFrom", ErrorCode.DATE_ORDER);
        }
        String basis = form.prose("basis", TEXT);
        String name = form.text("name", NAME);
        String nameEn = form.text("nameEn", NAME);
        List<Measure> list = form.has("measures") ? each(form, "measures", this::measure) : null;
        if (list == null) {
            ground.listed().forEach(measure -> knows(measure.code(), measure.kind()));
        }
        Set<String> ids = new HashSet<>();
        List<Rule> rules = each(form, "rules", rule -> rule(rule, ids));
        if (rules.isEmpty() && ids.isEmpty()) {
            form.error("rules", ErrorCode.REQUIRED);
        }
        return form.errors().isEmpty()
                ? new RuleSetProposal(version, Form.sure(from), basis, name, nameEn, rules, list)
                : null;
    }

    private @Nullable Measure measure(Form form) {
        String code = form.matching("code", CODE);
        MeasureKind kind = form.enumOf("kind", MeasureKind.class);
        if (!knows(code, kind)) {
            form.error("code", ErrorCode.DUPLICATE);
        }
        String name = form.text("name", NAME);
        String nameEn = form.text("nameEn", NAME);
        String text = form.prose("text", TEXT);
        Force force = form.enumOf("force", Force.class);
        Nature nature = form.enumOf("nature", Nature.class);
        List<String> agencies = some(form, "agencies", (agency, place) -> agency(form, place, agency, force));
        List<String> scenes = once(form, "scenes", (scene, place) -> {
            if (!CODE.matcher(scene).matches()) {
                form.error(place, ErrorCode.FORMAT);
            }
        });
        if (scenes == null) {
            form.error("scenes", ErrorCode.REQUIRED);
        }
        Reach reach = reach(form.object("reach"));
        String basis = form.prose("basis", TEXT);
        String approval = form.prose("approval", TEXT);
        return kind == null || force == null || nature == null || reach == null || scenes == null
                ? null
                : new Measure(code, name, nameEn, text, kind, force, nature, agencies, scenes, reach, basis, approval);
    }

    /** False: there is one of this code already. */
    private boolean knows(String code, @Nullable MeasureKind kind) {
        if (kind != null) {
            kinds.put(code, kind);
        }
        return known.add(code);
    }

    private void agency(Form form, String place, String code, @Nullable Force force) {
        var department = ground.departments().find(code);
        if (department.isEmpty()) {
            form.error(place, ErrorCode.UNKNOWN_CODE);
        } else if (force == Force.MANDATORY && !department.get().government()) {
            form.error(place, ErrorCode.NO_BASIS, "S10");
        }
    }

    private static @Nullable Reach reach(Form form) {
        Boolean organisation = form.bool("organisation");
        Boolean person = form.bool("person");
        Set<PersonRole> roles = new HashSet<>();
        List<Reach.Behind> behind = each(form, "behind", entry -> behind(entry, roles));
        String basis = roles.isEmpty() ? form.optionalProse("behindBasis", TEXT) : form.prose("behindBasis", TEXT);
        if (roles.isEmpty() && basis != null) {
            form.error("behind", ErrorCode.REQUIRED);
        }
        if (Boolean.FALSE.equals(organisation) && Boolean.FALSE.equals(person) && roles.isEmpty()) {
            form.error("organisation", ErrorCode.REQUIRED);
        }
        return organisation == null || person == null || behind.isEmpty() != (basis == null)
                ? null
                : new Reach(organisation, person, behind, basis);
    }

    private static Reach.@Nullable Behind behind(Form form, Set<PersonRole> roles) {
        PersonRole role = form.enumOf("role", PersonRole.class);
        Boolean only = form.bool("onlyDirectlyResponsible");
        if (role != null && !roles.add(role)) {
            form.error("role", ErrorCode.DUPLICATE);
        }
        return role == null || only == null ? null : new Reach.Behind(role, only);
    }

    private @Nullable Rule rule(Form form, Set<String> ids) {
        String id = form.matching("id", CODE);
        if (!ids.add(id)) {
            form.error("id", ErrorCode.DUPLICATE);
        }
        String name = form.text("name", NAME);
        String nameEn = form.text("nameEn", NAME);
        ListClass listClass = form.enumOf("listClass", ListClass.class);
        if (listClass == ListClass.REFERENCE) {
            form.error("listClass", ErrorCode.NO_BASIS, "P5.5");
        }
        String group = form.optionalCode("group", NAME);
        if (group != null && isNoList(type -> type.listClass() == listClass && group.equals(type.group()))) {
            form.error("group", ErrorCode.UNKNOWN_CODE);
        }
        List<String> listTypes = once(form, "listTypes", (code, place) -> {
            if (isNoList(type -> type.code().equals(code)
                    && (listClass == null || type.listClass() == listClass)
                    && (group == null || group.equals(type.group())))) {
                form.error(place, ErrorCode.UNKNOWN_CODE);
            }
        });
        if (listTypes != null && listTypes.isEmpty()) {
            form.error("listTypes", ErrorCode.REQUIRED);
        }
        List<String> named = some(form, "measures", (code, place) -> named(form, place, code, listClass));
        String basis = form.prose("basis", TEXT);
        return listClass == null ? null : new Rule(id, name, nameEn, listClass, group, listTypes, named, basis);
    }

    private boolean isNoList(Predicate<ListType> wanted) {
        return ground.listTypes().stream().noneMatch(wanted);
    }

    /** Lists of severe dishonesty set off sanctions, red ones incentives. */
    private void named(Form form, String place, String code, @Nullable ListClass listClass) {
        MeasureKind kind = kinds.get(code);
        if (!known.contains(code)) {
            form.error(place, ErrorCode.UNKNOWN_CODE);
        } else if (kind != null
                && listClass != null
                && (kind == MeasureKind.SANCTION) != (listClass == ListClass.SEVERE)
                && listClass != ListClass.REFERENCE) {
            form.error(place, ErrorCode.NO_BASIS, "S2");
        }
    }

    private interface Entry<T> {
        /** Null where something is wrong, and the form says what. */
        @Nullable
        T read(Form form);
    }

    private static <T> List<T> each(Form form, String field, Entry<T> entry) {
        List<T> all = new ArrayList<>();
        form.list(field, MOST, one -> {
            T read = entry.read(one);
            if (read != null) {
                all.add(read);
            }
            return one;
        });
        return all;
    }

    /** Codes of which there must be one at least. */
    private static List<String> some(Form form, String field, BiConsumer<String, String> judge) {
        List<String> codes = once(form, field, judge);
        if (codes == null || codes.isEmpty()) {
            form.error(field, ErrorCode.REQUIRED);
        }
        return codes == null ? List.of() : codes;
    }

    private static @Nullable List<String> once(Form form, String field, BiConsumer<String, String> judge) {
        Set<String> seen = new HashSet<>();
        return form.optionalTexts(field, MOST, NAME, (code, place) -> {
            if (!seen.add(code)) {
                form.error(place, ErrorCode.DUPLICATE);
            }
            judge.accept(code, place);
        });
    }
}
