package org.jointcredit.collection.batch;

import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.SYSTEM;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.contract.problem.WarningCode;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.web.ErrorTexts;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Batches over REST (C2). */
@RestController
@RequestMapping("/api/collection/batches")
final class BatchController {
    private static final Sorts SORTS = Sorts.of(BatchStore.RECEIVED_AT);
    private static final Sorts IN_ORDER = Sorts.of(BatchStore.ROW);

    private final BatchService batches;
    private final BatchStore store;
    private final Corrections corrections;
    private final ErrorTexts texts;

    BatchController(BatchService batches, BatchStore store, Corrections corrections, ErrorTexts texts) {
        this.batches = batches;
        this.store = store;
        this.corrections = corrections;
        this.texts = texts;
    }

    /**
     * @param kind null: not yet looked into
     * @param from address that it came from (A27)
     * @param layout of a file, once it is known
     * @param rows with content, once they are counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BatchView(
            String id,
            BatchState state,
            @Nullable BatchKind kind,
            @Nullable String layout,
            @Nullable Procedure procedure,
            String department,
            String by,
            @Nullable String from,
            Instant receivedAt,
            @Nullable Instant finishedAt,
            int rows,
            int accepted,
            int refused,
            int unchanged,
            @Nullable List<FieldError> errors,
            @Nullable List<FieldWarning> warnings) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            int row,
            Outcome outcome,
            @Nullable String id,
            @Nullable List<FieldError> errors,
            @Nullable List<FieldWarning> warnings) {}

    /** For those who read the description; the parts are read as they stream in. */
    record UploadForm(
            @Schema(type = "string", format = "binary") String file,
            @Nullable Procedure procedure) {}

    @Operation(
            summary =
                    "Hands in a file (multipart/form-data with `file` and, for penalties, `procedure`), or a JSON array"
                            + " of records",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schema = @Schema(implementation = UploadForm.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        array = @ArraySchema(schema = @Schema(type = "object")))
                            }))
    @Allowed({SYSTEM, REPORTER, CREDIT_OFFICER})
    @PostMapping
    ResponseEntity<BatchView> submit(
            @Parameter(hidden = true) HttpServletRequest request,
            @RequestHeader(name = BatchService.KEY, required = false) @Nullable String key,
            Caller caller,
            Locale language) {
        Batch batch = batches.receive(request, caller, key);
        return ResponseEntity.accepted()
                .location(URI.create("/api/collection/batches/" + batch.id()))
                .body(view(batch, language));
    }

    @Allowed({SYSTEM, REPORTER, CREDIT_OFFICER})
    @GetMapping
    PageOf<BatchView> list(@ParameterObject Paging paging, Caller caller, Locale language) {
        return store.page(Scope.of(caller), paging.in(SORTS)).map(batch -> view(batch, language));
    }

    @Allowed({SYSTEM, REPORTER, CREDIT_OFFICER})
    @GetMapping("/{id}")
    BatchView one(@PathVariable String id, Caller caller, Locale language) {
        return view(find(id, caller), language);
    }

    @Allowed({SYSTEM, REPORTER, CREDIT_OFFICER})
    @GetMapping("/{id}/rows")
    PageOf<RowView> rows(
            @PathVariable String id,
            @RequestParam @Nullable String outcome,
            @ParameterObject Paging paging,
            Caller caller,
            Locale language) {
        return store.rows(id, Scope.of(caller), outcome(outcome), paging.in(IN_ORDER))
                .map(row -> new RowView(
                        row.row(),
                        row.outcome(),
                        row.record(),
                        orNull(texts.render(row.errors(), language)),
                        orNull(texts.renderWarnings(row.warnings(), language))));
    }

    @Operation(
            summary =
                    "The refused rows as they were sent, with their reasons: a file of the same kind, or a JSON array")
    @Allowed({SYSTEM, REPORTER, CREDIT_OFFICER})
    @GetMapping("/{id}/corrections")
    void corrections(
            @PathVariable String id,
            Caller caller,
            Locale language,
            @Parameter(hidden = true) HttpServletResponse response) {
        corrections.write(find(id, caller), language, response);
    }

    private Batch find(String id, Caller caller) {
        Batch batch = store.find(id, Scope.of(caller));
        if (batch == null) {
            throw Problem.unknown();
        }
        return batch;
    }

    private static @Nullable Outcome outcome(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equals(text)) {
                return outcome;
            }
        }
        throw Problem.badParameter("outcome");
    }

    private BatchView view(Batch batch, Locale language) {
        List<FieldWarning> warnings = batch.hiddenRows() == 0
                ? List.of()
                : List.of(new FieldWarning(
                        "file",
                        WarningCode.HIDDEN_ROWS,
                        texts.text("warning.HIDDEN_ROWS.count", language, batch.hiddenRows())));
        return new BatchView(
                batch.id(),
                batch.state(),
                batch.kind(),
                batch.layout(),
                batch.procedure(),
                batch.sender().department(),
                batch.sender().name(),
                batch.sender().from(),
                batch.receivedAt(),
                batch.finishedAt(),
                batch.counts().rows(),
                batch.counts().accepted(),
                batch.counts().refused(),
                batch.counts().unchanged(),
                orNull(texts.render(batch.errors(), language)),
                orNull(warnings));
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
