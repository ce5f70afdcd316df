package org.jointcredit.disclosure.register;

import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Role;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A subject reads all that is known of itself, public or not (D2). */
@RestController
@RequestMapping("/api/disclosure/me")
final class MeController {
    private final Register register;
    private final ServiceRules rules;

    MeController(Register register, ServiceRules rules) {
        this.register = register;
        this.rules = rules;
    }

    @Allowed(Role.SUBJECT)
    @GetMapping
    ResponseEntity<SubjectFile> me(Caller caller, @ParameterObject Paging paging) {
        String subject = caller.subject();
        if (subject == null) {
            throw Problem.forbidden();
        }
        var file = new SubjectFile(
                rules.now(),
                rules.version(),
                register.wholeSubject(subject).orElseGet(() -> new SubjectView(subject, null, null, null, null)),
                register.recordsOf(subject, paging.in(Register.RECORDS)),
                register.listingsOf(subject, paging.in(Register.LISTINGS)));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(file);
    }
}
