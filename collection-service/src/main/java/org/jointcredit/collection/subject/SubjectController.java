package org.jointcredit.collection.subject;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Objects;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.DocumentKind;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Role;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.RequestJson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For our own services only: which subject somebody is, and who a subject is, at the moment they need it and never to be kept. */
@RestController
@RequestMapping("/api/collection/subjects")
final class SubjectController {
    private final SubjectStore subjects;
    private final IdentityLookStore looks;
    private final IdentityForm identities;
    private final BusinessClock clock;

    SubjectController(SubjectStore subjects, IdentityLookStore looks, IdentityForm identities, BusinessClock clock) {
        this.subjects = subjects;
        this.looks = looks;
        this.identities = identities;
        this.clock = clock;
    }

    record Known(String id) {}

    /** The subject whose identity was proved to the service, made where it is new. */
    @Allowed(Role.SERVICE)
    @PostMapping
    Known known(RequestJson body) {
        Form form = Form.of(body.object());
        Identity identity = identities.subject(form);
        form.throwIfAny();
        Identity sure = Form.sure(identity);
        return new Known(Objects.requireNonNull(
                        subjects.findOrCreate(Map.of(sure, clock.today())).get(sure))
                .id());
    }

    /**
     * @param documentKind label of the kind of document, as in a listing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IdentityView(
            String id,
            SubjectKind kind,
            String name,
            @Nullable String documentKind,
            @Nullable String idNumber,
            @Nullable String code) {}

    /** @param officer for whom the service asks, percent-encoded */
    @Allowed(Role.SERVICE)
    @GetMapping("/{id}/identity")
    ResponseEntity<IdentityView> identity(
            @PathVariable String id,
            @RequestHeader(name = "X-On-Behalf-Of", required = false) @Nullable String officer,
            Caller caller) {
        Subject subject = subjects.find(id);
        if (subject == null) {
            throw Problem.unknown();
        }
        looks.log(id, caller.clientId(), officer == null ? null : URLDecoder.decode(officer, UTF_8));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new IdentityView(
                        id,
                        subject.kind(),
                        subject.name(),
                        label(subject.documentKind()),
                        subjects.number(id),
                        subject.code()));
    }

    private static @Nullable String label(@Nullable String documentKind) {
        return DocumentKind.all().stream()
                .filter(kind -> kind.code().equals(documentKind))
                .map(DocumentKind::label)
                .findFirst()
                .orElse(null);
    }
}
