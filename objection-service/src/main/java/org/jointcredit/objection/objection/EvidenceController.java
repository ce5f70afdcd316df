package org.jointcredit.objection.objection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.REVIEWER;
import static org.jointcredit.platform.security.Role.SUBJECT;
import static org.jointcredit.platform.security.Role.SYSTEM;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jointcredit.objection.objection.Evidences.Handed;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files of evidence, for the parties of an objection only. */
@RestController
@RequestMapping("/api/objection/objections/{objection}/evidence")
final class EvidenceController {
    private final Evidences evidences;

    EvidenceController(Evidences evidences) {
        this.evidences = evidences;
    }

    /**
     * @param mediaType as its content says
     * @param size bytes
     */
    record EvidenceView(
            String id, String name, String mediaType, long size, String sha256, String by, OffsetDateTime at) {
        static EvidenceView of(Handed handed) {
            KeptFile file = handed.file();
            return new EvidenceView(
                    file.id(),
                    handed.name(),
                    file.mediaType(),
                    file.size(),
                    file.sha256(),
                    file.by(),
                    Objects.requireNonNull(ObjectionView.here(file.at())));
        }
    }

    /** A form with one {@code file}. */
    @Allowed({SUBJECT, SYSTEM, REPORTER, CREDIT_OFFICER})
    @PostMapping
    ResponseEntity<EvidenceView> handIn(
            @PathVariable String objection,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request,
            Caller caller) {
        EvidenceView view = EvidenceView.of(evidences.handIn(objection, caller, request, key));
        return ResponseEntity.created(URI.create(ObjectionController.PATH + "/" + objection + "/evidence/" + view.id()))
                .body(view);
    }

    @Allowed({SUBJECT, SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, REVIEWER})
    @GetMapping
    List<EvidenceView> list(@PathVariable String objection, Caller caller) {
        return evidences.of(objection, caller).stream().map(EvidenceView::of).toList();
    }

    /** The file itself; a browser stores it and runs nothing of it. */
    @Allowed({SUBJECT, SYSTEM, REPORTER, APPROVER, CREDIT_OFFICER, REVIEWER})
    @GetMapping("/{file}")
    void one(
            @PathVariable String objection,
            @PathVariable String file,
            Caller caller,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        Handed handed = evidences.one(objection, file, caller);
        response.setContentType(handed.file().mediaType());
        response.setContentLengthLong(handed.file().size());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(handed.name(), UTF_8)
                        .build()
                        .toString());
        evidences.write(handed, response.getOutputStream());
    }
}
