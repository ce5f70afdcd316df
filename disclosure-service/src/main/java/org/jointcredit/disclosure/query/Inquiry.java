package org.jointcredit.disclosure.query;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jointcredit.contract.event.IndexEntry;
import org.jointcredit.contract.identity.Names;
import org.jointcredit.disclosure.accesslog.Look;
import org.jointcredit.disclosure.accesslog.LookKind;
import org.jointcredit.disclosure.register.RecordView;
import org.jointcredit.disclosure.register.Register;
import org.jointcredit.disclosure.register.Subject;
import org.jointcredit.disclosure.register.SubjectStore;
import org.jointcredit.disclosure.register.SubjectView;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Looks a subject up for an organ. What it finds may leave only once the look is logged. */
@Component
final class Inquiry {
    private final SubjectStore subjects;
    private final Register register;
    private final IndexKeys keys;
    private final SoughtForm sought;
    private final BusinessClock clock;

    Inquiry(SubjectStore subjects, Register register, IndexKeys keys, SoughtForm sought, BusinessClock clock) {
        this.subjects = subjects;
        this.register = register;
        this.keys = keys;
        this.sought = sought;
        this.clock = clock;
    }

    /** Whom a body asks about that is refused anyway: nobody, where that cannot be told. */
    Optional<String> whom(Form body) {
        return Optional.ofNullable(sought.read(body.object("subject")))
                .flatMap(this::find)
                .map(Subject::id);
    }

    /** @param asked which of the records, where there are more */
    Found about(Sought sought, Errand errand, PageRequest asked) {
        var asOf = OffsetDateTime.ofInstant(clock.now(), BusinessClock.ZONE);
        Subject subject = find(sought).orElse(null);
        if (subject == null) {
            PageOf<RecordView> none = PageOf.of(List.of(), asked, 0);
            return new Found(false, false, asOf, errand.lawVersion(), null, none.content(), none.page(), List.of());
        }
        PageOf<RecordView> records =
                register.recordsInForce(subject.id(), errand.purpose().categories(), asked);
        SubjectView view = register.whole(subject);
        return new Found(
                true,
                isCalledOtherwise(subject, view, sought),
                asOf,
                errand.lawVersion(),
                view,
                records.content(),
                records.page(),
                register.listingsInForce(subject.id()));
    }

    /** The entry for what was found. */
    static Look look(LookKind kind, Errand errand, Found found, String request) {
        return new Look(
                kind,
                errand.asker(),
                found.subjectId(),
                errand.purpose().code(),
                errand.matter(),
                request,
                found.size(),
                null);
    }

    private Optional<Subject> find(Sought sought) {
        return switch (sought) {
            case Sought.Organisation(String code, String _) -> subjects.findByCode(code);
            case Sought.Person person ->
                subjects.findByMacs(macs(keys.of(person.document().key()))).stream()
                        .findFirst();
        };
    }

    private boolean isCalledOtherwise(Subject subject, SubjectView view, Sought sought) {
        String name = sought.name();
        if (name == null || view.name() == null || Names.same(view.name(), name)) {
            return false;
        }
        return switch (sought) {
            case Sought.Organisation _ -> true;
            case Sought.Person person ->
                macs(keys.ofNameAndLastFour(name, person.document().lastFour())).stream()
                        .noneMatch(subject.macs()::contains);
        };
    }

    private static List<String> macs(List<IndexEntry> entries) {
        return entries.stream().map(IndexEntry::mac).toList();
    }
}
