package org.jointcredit.platform.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads one JSON object from bytes. Refused: bytes that are no UTF-8, duplicate members (two readers would read two
/// different documents), text after the object, anything but an object. A byte order mark is skipped.
public final class StrictJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /// @throws Unreadable if the bytes are no JSON object
    public static ObjectNode object(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var tree = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (tree instanceof ObjectNode object) {
                return object;
            }
            throw new Unreadable(Reason.NO_OBJECT, 0, 0);
        } catch (CharacterCodingException _) {
            throw new Unreadable(Reason.NOT_UTF_8, 0, 0);
        } catch (JacksonException e) {
            // its message may quote what was sent
            var place = e.getLocation(); // none where a limit of the parser was passed
            throw new Unreadable(
                    Reason.SYNTAX, place == null ? 0 : place.getLineNr(), place == null ? 0 : place.getColumnNr());
        }
    }

    public enum Reason {
        NOT_UTF_8,
        NO_OBJECT,
        /// no JSON, or a member given twice
        SYNTAX
    }

    /// Why bytes are no JSON object; never quotes them.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final Reason reason;
        private final int line;
        private final int column;

        private Unreadable(Reason reason, int line, int column) {
            super(reason == Reason.SYNTAX ? "%s at %d:%d".formatted(reason, line, column) : reason.name());
            this.reason = reason;
            this.line = line;
            this.column = column;
        }

        public Reason reason() {
            return reason;
        }

        /// Where the syntax breaks, from 1; 0 for the other reasons.
        public int line() {
            return line;
        }

        public int column() {
            return column;
        }
    }
}
