package org.jointcredit.disclosure.authorisation;

import static org.jointcredit.platform.security.Role.SUBJECT;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jointcredit.disclosure.authorisation.AuthorisationService.Information;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.RequestJson;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Authorisations over REST; both sides have proved who they are by logging in (A18). */
@RestController
@RequestMapping("/api/disclosure/authorisations")
final class AuthorisationController {
    private static final Sorts SORTS = Sorts.of(AuthorisationStore.GRANTED_AT);

    private final AuthorisationService authorisations;

    AuthorisationController(AuthorisationService authorisations) {
        this.authorisations = authorisations;
    }

    record Grantee(String username) {}

    /** @param acceptedAt when the one named first read by it; absent: nobody has, and perhaps nobody is called so */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AuthorisationView(
            String id,
            Grantee grantee,
            Authorisation.Scope scope,
            String purpose,
            LocalDate from,
            LocalDate until,
            Authorisation.State state,
            OffsetDateTime grantedAt,
            @Nullable OffsetDateTime acceptedAt,
            @Nullable OffsetDateTime revokedAt) {}

    @Allowed(SUBJECT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<AuthorisationView> give(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            RequestJson json,
            Caller caller) {
        AuthorisationView view = view(authorisations.give(caller, json.object(), key));
        return ResponseEntity.created(URI.create("/api/disclosure/authorisations/" + view.id()))
                .body(view);
    }

    /** Those the caller gave. */
    @Allowed(SUBJECT)
    @GetMapping
    PageOf<AuthorisationView> given(@ParameterObject Paging paging, Caller caller) {
        return authorisations.given(caller, paging.in(SORTS)).map(this::view);
    }

    /** Those the caller was given. */
    @Allowed(SUBJECT)
    @GetMapping("/received")
    PageOf<AuthorisationView> received(@ParameterObject Paging paging, Caller caller) {
        return authorisations.received(caller, paging.in(SORTS)).map(this::view);
    }

    @Allowed(SUBJECT)
    @GetMapping("/{id}")
    AuthorisationView one(@PathVariable String id, Caller caller) {
        return view(authorisations.one(id, caller));
    }

    @Allowed(SUBJECT)
    @PostMapping("/{id}/revocation")
    AuthorisationView revoke(@PathVariable String id, Caller caller) {
        return view(authorisations.revoke(id, caller));
    }

    /** What it covers, for whom it names. */
    @Allowed(SUBJECT)
    @GetMapping("/{id}/information")
    ResponseEntity<Information> information(@PathVariable String id, Caller caller) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(authorisations.information(id, caller));
    }

    private AuthorisationView view(Authorisation authorisation) {
        return new AuthorisationView(
                authorisation.id(),
                new Grantee(authorisation.grantee()),
                authorisation.scope(),
                authorisation.purpose(),
                authorisation.from(),
                authorisation.until(),
                authorisation.stateOn(authorisations.today()),
                here(authorisation.grantedAt()),
                authorisation.accepted() == null
                        ? null
                        : here(authorisation.accepted().at()),
                authorisation.revokedAt() == null ? null : here(authorisation.revokedAt()));
    }

    private static OffsetDateTime here(Instant at) {
        return at.atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
