package org.jointcredit.disclosure.register;

import java.time.Duration;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.web.Problem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Four characters are only ten thousand tries, so each address has few, and so has each name, from wherever it is asked
 * (D1, D5).
 */
@Component
final class PersonSearchLimit {
    private final Allowance ofAddress;
    private final Allowance ofName;
    private final IndexKeys keys;

    PersonSearchLimit(
            @Value("${jointcredit.person-search.tries-of-an-address}") int triesOfAddress,
            @Value("${jointcredit.person-search.per}") Duration per,
            @Value("${jointcredit.person-search.tries-of-a-name}") int triesOfName,
            @Value("${jointcredit.person-search.per-name}") Duration perName,
            IndexKeys keys) {
        this.ofAddress = new Allowance(triesOfAddress, per);
        this.ofName = new Allowance(triesOfName, perName);
        this.keys = keys;
    }

    /** @throws Problem 429 that says when to ask again */
    void takeFor(String address) {
        check(ofAddress.take(address, System.nanoTime()));
    }

    /** @param folded kept as a keyed hash only */
    void takeForName(String folded) {
        check(ofName.take(keys.keyedFingerprint(folded), System.nanoTime()));
    }

    private static void check(Duration wait) {
        if (wait.isPositive()) {
            throw Problem.tooMany(wait.plusSeconds(1));
        }
    }
}
