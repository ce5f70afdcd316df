package org.jointcredit.objection.propagation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointcredit.contract.event.ContractJson;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Signs what is handed out as a document (JWS, EdDSA), so that it can be shown elsewhere and checked without us. */
@Component
final class Seals {
    private static final String ALGORITHM = "Ed25519";
    private static final int LENGTH = 32;
    private static final int BITS = 255;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Map<String, KeyPair> keys = new LinkedHashMap<>();

    /** @param text {@code kid:base64[,kid:base64]}, 32 bytes each; the first signs, the others are still published */
    Seals(@Value("${jointcredit.keys.signing}") String text) {
        for (String part : text.split(",", -1)) {
            int colon = part.indexOf(':');
            byte[] seed = colon < 1
                    ? new byte[0]
                    : Base64.getDecoder().decode(part.substring(colon + 1).strip());
            if (seed.length != LENGTH) {
                throw new IllegalStateException("JC_SIGNING_KEYS (jointcredit.keys.signing): give at least one key as"
                        + " kid:base64 of 32 random bytes (openssl rand -base64 32)");
            }
            keys.put(part.substring(0, colon).strip(), pair(seed));
        }
    }

    /** A key as JWKS tells it (RFC 8037). */
    record SealKey(String kty, String crv, String alg, String use, String kid, String x) {}

    /** All keys whose signatures are to be believed. */
    record SealKeys(List<SealKey> keys) {}

    SealKeys published() {
        return new SealKeys(keys.entrySet().stream()
                .map(key -> new SealKey("OKP", ALGORITHM, "EdDSA", "sig", key.getKey(), point(key.getValue())))
                .toList());
    }

    /** The compact form. */
    String sign(Object document) {
        String kid = keys.keySet().iterator().next();
        String header = ContractJson.mapper().writeValueAsString(Map.of("alg", "EdDSA", "typ", "JOSE", "kid", kid));
        String signed = encoded(header) + "." + encoded(ContractJson.mapper().writeValueAsString(document));
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.values().iterator().next().getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(UTF_8));
    }

    /** The raw public key ends its X.509 form. */
    private static String point(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return BASE64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length));
    }

    /** The JDK derives a public key only where it makes the pair itself: it is given the seed for its random bytes. */
    private static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(BITS, new SecureRandom() {
                private static final long serialVersionUID = 1;

                @Override
                public void nextBytes(byte[] bytes) {
                    System.arraycopy(seed, 0, bytes, 0, bytes.length);
                }
            });
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
