package org.jointcredit.platform.law;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Law that one officer proposes and another one puts in force or refuses.
 *
 * @param version what is proposed; names the proposal
 * @param together versions of other kinds, of the same day, that take effect with it or not at all
 * @param proposed by whom
 * @param decided by whom; null: nobody yet
 * @param request id of the request that made it, the same for the same idempotency key
 * @param fingerprint keyed hash of that request's body
 */
public record LawProposal(
        LawVersion<?> version,
        List<LawVersion<?>> together,
        LawState state,
        Word proposed,
        @Nullable Word decided,
        String request,
        String fingerprint) {
    public LawProposal {
        together = List.copyOf(together);
    }

    /**
     * An officer's word on it.
     *
     * @param officer the log-in name, by which two pairs of eyes are told apart
     * @param name what people call the officer
     * @param from address that it came from (A27)
     * @param reason why it was refused
     */
    public record Word(
            String officer,
            String name,
            @Nullable String from,
            Instant at,
            @Nullable String reason) {}

    public static LawProposal of(
            LawVersion<?> version, List<LawVersion<?>> together, Word by, String request, String fingerprint) {
        return new LawProposal(version, together, LawState.PROPOSED, by, null, request, fingerprint);
    }

    /** What it says, with its entries read as these. */
    public <T> LawVersion<T> version(Class<T> entryType) {
        return version.as(entryType);
    }

    /** What of this kind takes effect with it. */
    public <T> Optional<LawVersion<T>> together(String kind, Class<T> entryType) {
        return together.stream()
                .filter(other -> other.kind().equals(kind))
                .findFirst()
                .map(other -> other.as(entryType));
    }
}
