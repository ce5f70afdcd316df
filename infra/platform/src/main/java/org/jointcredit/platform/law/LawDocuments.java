package org.jointcredit.platform.law;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jointcredit.contract.event.ContractJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How versions of law data look in the database. */
final class LawDocuments {
    static final String COLLECTION = "law";
    /** The document that counts how often law was put in force. */
    static final String REVISION = "revision";

    static final String NUMBER = "number";
    static final String STATE = "state";
    static final String DIGEST = "digest";
    static final String ENACTED = "enacted";

    private static final JsonMapper CANONICAL = ContractJson.mapper()
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private LawDocuments() {}

    static String id(String kind, String version) {
        return kind + '/' + version;
    }

    static Document of(LawVersion<?> version, LawState state) {
        String json = CANONICAL.writeValueAsString(Map.of(
                "version", version.version(),
                "effectiveFrom", version.effectiveFrom(),
                "basis", version.basis(),
                "entries", version.entries()));
        return new Document("_id", id(version.kind(), version.version()))
                .append("effectiveFrom", version.effectiveFrom().toString())
                .append("basis", version.basis())
                .append("entries", Document.parse(json).get("entries"))
                .append(STATE, state.name())
                .append(DIGEST, digest(json));
    }

    static LawVersion<Object> version(String kind, Document kept) {
        return new LawVersion<>(
                kind,
                kept.get("_id", "").substring(kind.length() + 1),
                LocalDate.parse(kept.get("effectiveFrom", "")),
                kept.get("basis", ""),
                kept.getList("entries", Object.class),
                enactment(kept.get(ENACTED, Document.class)));
    }

    static Document of(Enactment enacted) {
        return new Document("proposedBy", enacted.proposedBy())
                .append("proposedAt", Date.from(enacted.proposedAt()))
                .append("enactedBy", enacted.enactedBy())
                .append("enactedAt", Date.from(enacted.enactedAt()))
                .append("order", enacted.order());
    }

    private static @Nullable Enactment enactment(@Nullable Document kept) {
        return kept == null
                ? null
                : new Enactment(
                        kept.get("proposedBy", ""),
                        instant(kept, "proposedAt"),
                        kept.get("enactedBy", ""),
                        instant(kept, "enactedAt"),
                        Objects.requireNonNull(kept.get("order", Number.class)).longValue());
    }

    static Instant instant(Document document, String field) {
        return Objects.requireNonNull(document.getDate(field)).toInstant();
    }

    private static String digest(String json) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
