package org.jointcredit.disclosure.authorisation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jointcredit.disclosure.accesslog.AccessLog;
import org.jointcredit.disclosure.accesslog.Asker;
import org.jointcredit.disclosure.accesslog.Look;
import org.jointcredit.disclosure.accesslog.LookKind;
import org.jointcredit.disclosure.authorisation.Authorisation.Acceptance;
import org.jointcredit.disclosure.authorisation.AuthorisationForm.Wish;
import org.jointcredit.disclosure.authorisation.AuthorisationStore.Scope;
import org.jointcredit.disclosure.register.CatalogueItem;
import org.jointcredit.disclosure.register.ListingView;
import org.jointcredit.disclosure.register.Published;
import org.jointcredit.disclosure.register.RecordView;
import org.jointcredit.disclosure.register.Register;
import org.jointcredit.disclosure.register.SubjectView;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.KeyedRequest;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Gives, takes back and honours authorisations (D2). */
@Component
final class AuthorisationService {
    private final AuthorisationStore store;
    private final Register register;
    private final AccessLog accessLog;
    private final Published<CatalogueItem> items;
    private final IndexKeys keys;
    private final BusinessClock clock;

    AuthorisationService(
            AuthorisationStore store,
            Register register,
            AccessLog accessLog,
            Published<CatalogueItem> items,
            IndexKeys keys,
            BusinessClock clock) {
        this.store = store;
        this.register = register;
        this.accessLog = accessLog;
        this.items = items;
        this.keys = keys;
        this.clock = clock;
    }

    /** What an authorisation covers, as it is today. */
    record Information(
            String authorisation,
            OffsetDateTime asOf,
            @Nullable SubjectView subject,
            List<RecordView> records,
            List<ListingView> listings) {}

    Authorisation give(Caller caller, ObjectNode body, @Nullable String key) {
        String subject = subject(caller);
        var request = KeyedRequest.of(caller, "authorisation", key, body, keys);
        Optional<Authorisation> before = first(request, subject);
        if (before.isPresent()) {
            return before.get();
        }
        Wish wish = AuthorisationForm.read(Form.of(body), clock.today(), caller.username(), this::isItem);
        var given = new Authorisation(
                request.id(),
                subject,
                wish.grantee(),
                wish.scope(),
                wish.purpose(),
                wish.from(),
                wish.until(),
                clock.now(),
                null,
                null,
                request.fingerprint());
        if (store.insert(given)) {
            return given;
        }
        return first(request, subject).orElseThrow(Problem::unknown);
    }

    private Optional<Authorisation> first(KeyedRequest request, String subject) {
        return request.first(() -> store.find(request.id(), Scope.given(subject)), Authorisation::fingerprint);
    }

    private boolean isItem(String code) {
        return items.find(code).isPresent();
    }

    PageOf<Authorisation> given(Caller caller, PageRequest asked) {
        return store.page(Scope.given(subject(caller)), asked);
    }

    PageOf<Authorisation> received(Caller caller, PageRequest asked) {
        return store.page(received(caller), asked);
    }

    /** One that the caller gave or was given. */
    Authorisation one(String id, Caller caller) {
        return store.find(id, Scope.given(subject(caller)))
                .or(() -> store.find(id, received(caller)))
                .orElseThrow(Problem::unknown);
    }

    /** Only who gave it takes it back; twice is as once. */
    Authorisation revoke(String id, Caller caller) {
        var own = Scope.given(subject(caller));
        store.revoke(id, own, clock.now());
        return store.find(id, own).orElseThrow(Problem::unknown);
    }

    /** What it covers, for whom it names, while it holds; the look is logged first (D4). */
    Information information(String id, Caller caller) {
        Authorisation authorisation = store.find(id, received(caller)).orElseThrow(Problem::unknown);
        if (authorisation.stateOn(clock.today()) != Authorisation.State.VALID) {
            throw Problem.forbidden();
        }
        if (authorisation.accepted() == null) {
            accept(id, caller);
        }
        Information covered = covered(authorisation);
        accessLog.write(List.of(new Look(
                LookKind.AUTHORISED,
                Asker.of(caller, null),
                authorisation.subject(),
                null,
                null,
                id,
                covered.records().size() + covered.listings().size(),
                authorisation.purpose())));
        return covered;
    }

    private void accept(String id, Caller caller) {
        store.accept(id, received(caller), new Acceptance(subject(caller), clock.now()));
        if (store.find(id, received(caller)).isEmpty()) { // somebody else of that name was quicker
            throw Problem.unknown();
        }
    }

    private static Scope received(Caller caller) {
        return Scope.received(caller.username(), subject(caller));
    }

    private Information covered(Authorisation authorisation) {
        String subject = authorisation.subject();
        return new Information(
                authorisation.id(),
                OffsetDateTime.ofInstant(clock.now(), BusinessClock.ZONE),
                register.wholeSubject(subject).orElse(null),
                register.recordsInForce(subject).stream()
                        .filter(record -> authorisation.scope().covers(record.category(), record.item()))
                        .toList(),
                authorisation.scope().listings() ? register.listingsInForce(subject) : List.of());
    }

    LocalDate today() {
        return clock.today();
    }

    private static String subject(Caller caller) {
        String subject = caller.subject();
        if (subject == null) {
            throw Problem.forbidden();
        }
        return subject;
    }
}
