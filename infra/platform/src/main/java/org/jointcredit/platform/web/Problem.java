package org.jointcredit.platform.web;

import java.time.Duration;
import java.util.List;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A request that is refused. Thrown anywhere behind a controller, it becomes an `application/problem+json` document in
/// the caller's language.
///
/// Title and detail are texts of the message bundles: `title.<status>`, and the detail key given here (a service adds
/// its own keys in `messages_zh_CN.properties` and `messages_en.properties` at the root of its resources).
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String detailKey;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;
    private final List<String> arguments;

    private Problem(
            HttpStatus status,
            String detailKey,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            String... arguments) {
        super(status + " " + detailKey, null, false, false);
        this.status = status;
        this.detailKey = detailKey;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
        this.arguments = List.of(arguments);
    }

    /// 400: cannot be read. `detailKey` says what.
    public static Problem unreadable(String detailKey, String... arguments) {
        return new Problem(HttpStatus.BAD_REQUEST, detailKey, List.of(), null, arguments);
    }

    /// 400: a query parameter that cannot be read.
    public static Problem badParameter(String name) {
        return new Problem(
                HttpStatus.BAD_REQUEST, "detail.parameter", List.of(new FieldError(name, ErrorCode.FORMAT)), null);
    }

    /// 401.
    public static Problem unidentified() {
        return new Problem(HttpStatus.UNAUTHORIZED, "detail.unidentified", List.of(), null);
    }

    /// 403: the caller's role does not reach.
    public static Problem forbidden() {
        return new Problem(HttpStatus.FORBIDDEN, "detail.forbidden", List.of(), null);
    }

    /// 403 NOT_YOURS: another department's.
    public static Problem notYours() {
        return notYours("");
    }

    /// 403 NOT_YOURS on the field of the body that names the other department's thing, e.g. `listType`.
    public static Problem notYours(String field) {
        return new Problem(
                HttpStatus.FORBIDDEN, "detail.notYours", List.of(new FieldError(field, ErrorCode.NOT_YOURS)), null);
    }

    /// 403 FOUR_EYES: the second pair of eyes is the first one.
    public static Problem fourEyes(String field) {
        return new Problem(
                HttpStatus.FORBIDDEN, "detail.fourEyes", List.of(new FieldError(field, ErrorCode.FOUR_EYES)), null);
    }

    /// 404: not there, or not for the caller to know of.
    public static Problem unknown() {
        return new Problem(HttpStatus.NOT_FOUND, "detail.unknown", List.of(), null);
    }

    /// 409 WRONG_STATE; `detailKey` says which state is in the way.
    public static Problem wrongState(String detailKey) {
        return new Problem(HttpStatus.CONFLICT, detailKey, List.of(new FieldError("", ErrorCode.WRONG_STATE)), null);
    }

    /// 409 DUPLICATE: the number, or the key of the command, is taken by other content.
    public static Problem duplicate(String field) {
        return new Problem(
                HttpStatus.CONFLICT, "detail.duplicate", List.of(new FieldError(field, ErrorCode.DUPLICATE)), null);
    }

    /// 409 with `Retry-After`: the first command with this key is still in work.
    public static Problem inWork() {
        return new Problem(HttpStatus.CONFLICT, "detail.inWork", List.of(), Duration.ofSeconds(1));
    }

    /// 410: it was there, and was erased.
    public static Problem gone() {
        return new Problem(HttpStatus.GONE, "detail.gone", List.of(), null);
    }

    /// 412: the version asked for is not the present one.
    public static Problem stale() {
        return new Problem(HttpStatus.PRECONDITION_FAILED, "detail.stale", List.of(), null);
    }

    /// 413.
    ///
    /// @param most how much is taken, e.g. `2 MiB`
    public static Problem tooLarge(String most) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "detail.tooLarge", List.of(), null, most);
    }

    /// 422: all errors of the fields.
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "detail.invalid", errors, null);
    }

    /// 428: If-Match is missing.
    public static Problem preconditionRequired() {
        return new Problem(HttpStatus.PRECONDITION_REQUIRED, "detail.preconditionRequired", List.of(), null);
    }

    /// 429: asked too often; ask again after this time.
    public static Problem tooMany(Duration retryAfter) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "detail.tooMany", List.of(), retryAfter);
    }

    /// 503: cannot be done now; ask again after so many seconds.
    public static Problem unavailable(int seconds) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE, "detail.unavailable", List.of(), Duration.ofSeconds(seconds));
    }

    /// What Spring or the container refused by itself: only the status is known.
    static Problem ofStatus(HttpStatus status) {
        return new Problem(status, "detail." + status.value(), List.of(), null);
    }

    /// 500; `id` finds the failure in the log.
    static Problem unexpected(String id) {
        return new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "detail.500", List.of(), null, id);
    }

    public HttpStatus status() {
        return status;
    }

    /// Key of the detail text in the message bundles.
    public String detailKey() {
        return detailKey;
    }

    /// What stands in the detail text; nothing of what was sent.
    List<String> arguments() {
        return arguments;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
