package org.jointcredit.disclosure.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.json.CanonicalJson;
import tools.jackson.databind.node.ObjectNode;

/** One value for a whole register: equal where the same is kept, whatever the order in which it came. */
final class RegisterDigest {
    private final MessageDigest digest;
    private long documents;

    RegisterDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param document as JSON */
    void add(String document) {
        var json = (ObjectNode) ContractJson.mapper().readTree(document);
        digest.update(CanonicalJson.of(json).getBytes(UTF_8));
        digest.update((byte) 0);
        documents++;
    }

    long documents() {
        return documents;
    }

    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
