package org.jointcredit.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

/** X1: a token is judged once, and anew when its time is over; a bad one each time. */
class KnownTokensTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private Instant now = NOON;
    private final AtomicInteger judged = new AtomicInteger();
    private final KnownTokens tokens = new KnownTokens(this::judge, clock());

    private Clock clock() {
        InstantSource source = () -> now;
        return source.withZone(ZoneOffset.UTC);
    }

    private Jwt judge(String token) {
        judged.incrementAndGet();
        if (token.equals("bad") || !now.isBefore(NOON.plusSeconds(60))) {
            throw new BadJwtException("not good");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("sys-market")
                .expiresAt(NOON.plusSeconds(60))
                .build();
    }

    @Test
    void aGoodOneIsJudgedOnce() {
        assertThat(tokens.decode("good").getSubject()).isEqualTo("sys-market");
        assertThat(tokens.decode("good").getSubject()).isEqualTo("sys-market");

        assertThat(judged).hasValue(1);
    }

    @Test
    void whatIsOverIsJudgedAnew() {
        tokens.decode("good");
        now = NOON.plusSeconds(60);

        assertThatThrownBy(() -> tokens.decode("good")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void aBadOneIsJudgedEachTime() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);

        assertThat(judged).hasValue(2);
    }
}
