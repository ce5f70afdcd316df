package org.jointcredit.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers tokens that were found good: a signature costs as much as all the rest of a short request, and a system asks
 * a thousand times with one token. What is over by its own time is judged anew, and nothing is known for longer than a
 * minute, so that keys that were withdrawn count no longer than that.
 */
final class KnownTokens implements JwtDecoder {
    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final JwtDecoder judge;
    private final Clock clock;
    private final Cache<String, Jwt> good =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    KnownTokens(JwtDecoder judge, Clock clock) {
        this.judge = judge;
        this.clock = clock;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = good.getIfPresent(token);
        if (known != null && clock.instant().isBefore(Objects.requireNonNull(known.getExpiresAt()))) {
            return known;
        }
        Jwt judged = judge.decode(token);
        if (judged.getExpiresAt() != null) {
            good.put(token, judged);
        }
        return judged;
    }
}
