package org.jointcredit.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** interfaces.md: changes by a person need If-Match (428 without, 412 stale); systems may leave it out. */
class EtagTest {
    @Test
    void whoMustNameTheVersionIsRefusedWithoutIt() {
        refused(() -> Etag.require(null, 3), HttpStatus.PRECONDITION_REQUIRED);
    }

    @Test
    void anotherVersionIsStaleForEverybody() {
        refused(() -> Etag.require("\"2\"", 3), HttpStatus.PRECONDITION_FAILED);
        refused(() -> Etag.accept("\"2\"", 3), HttpStatus.PRECONDITION_FAILED);
        refused(() -> Etag.accept("nonsense", 3), HttpStatus.PRECONDITION_FAILED);
    }

    @Test
    void thePresentVersionAndAnyVersionPass() {
        for (var ifMatch : new String[] {Etag.of(3), "W/\"3\"", "3", "*", "\"1\", \"3\""}) {
            assertThatCode(() -> Etag.require(ifMatch, 3)).as(ifMatch).doesNotThrowAnyException();
        }
        assertThatCode(() -> Etag.accept(null, 3)).doesNotThrowAnyException();
    }

    private static void refused(ThrowingCallable call, HttpStatus status) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(status));
    }
}
