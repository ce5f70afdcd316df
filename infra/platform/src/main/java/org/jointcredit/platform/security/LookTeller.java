package org.jointcredit.platform.security;

import java.util.List;
import java.util.Map;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Tells disclosure, which keeps the one log of looks, that somebody looks at what is not public and is kept elsewhere:
/// before the answer leaves, so that the subject sees it (A20, A27, D4).
public final class LookTeller {
    private static final int TRY_AGAIN_AFTER = 5;

    private final RestClient disclosure;

    public LookTeller(RestClient disclosure) {
        this.disclosure = disclosure;
    }

    /// One look. Holds neither name nor number of the subject.
    ///
    /// @param request id of what was asked
    /// @param officer name of the person who looks
    /// @param username log-in name, of a system its client id
    /// @param system client it is done with
    /// @param subject id; absent where it is not known here
    /// @param macs keyed hashes of the number, by which disclosure may know the subject that is not known here
    /// @param purpose code of one of disclosure's purposes
    /// @param matter number of what the look serves
    /// @param records how much was shown
    public record Look(
            Kind kind,
            String request,
            String officer,
            String username,
            String department,
            String system,
            @Nullable String subject,
            List<String> macs,
            String purpose,
            String matter,
            int records) {
        public enum Kind {
            QUERY,
            CHECK
        }

        public Look {
            macs = List.copyOf(macs);
        }
    }

    /// @throws Problem 503 while they cannot be logged; nothing may be shown then
    public void tell(List<Look> looks) {
        if (looks.isEmpty()) {
            return;
        }
        try {
            disclosure
                    .post()
                    .uri("/api/disclosure/accesses")
                    .body(Map.of("looks", looks))
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException | OAuth2AuthorizationException e) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
    }
}
