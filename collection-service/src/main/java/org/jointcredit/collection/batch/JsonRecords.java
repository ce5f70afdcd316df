package org.jointcredit.collection.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.jointcredit.collection.table.Source;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list of records as JSON, read one by one. */
final class JsonRecords {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private JsonRecords() {}

    /** Where a text stops being a list in JSON; never quotes it. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int line;
        private final int column;

        private Broken(int line, int column) {
            super("broken", null, false, false);
            this.line = line;
            this.column = column;
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }
    }

    /** An element that is larger than a record may be. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1;

        private TooLarge() {
            super("too large", null, false, false);
        }
    }

    /**
     * Reads to the end and keeps nothing.
     *
     * @param most bytes of one element
     * @return how many elements there are
     * @throws Broken for what is no list in JSON
     * @throws TooLarge for an element that could not be kept in memory
     */
    static int check(Source source, long most) {
        int[] count = {0};
        elements(source, parser -> {
            long from = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            if (parser.currentLocation().getByteOffset() - from > most) {
                throw new TooLarge();
            }
            count[0]++;
        });
        return count[0];
    }

    /**
     * @param each is told every element and its number, from 1
     * @throws Broken when it comes to it: whoever must know before reads it twice
     */
    static void read(Source source, ObjIntConsumer<JsonNode> each) {
        int[] row = {0};
        elements(source, parser -> {
            row[0]++;
            each.accept(parser.readValueAsTree(), row[0]);
        });
    }

    private static void elements(Source source, Consumer<JsonParser> each) {
        try (InputStream bytes = source.stream();
                JsonParser parser = MAPPER.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw broken(parser);
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                each.accept(parser);
            }
            if (parser.nextToken() != null) {
                throw broken(parser);
            }
        } catch (JacksonIOException e) {
            throw e;
        } catch (JacksonException e) {
            var place = e.getLocation();
            throw place == null ? new Broken(0, 0) : new Broken(place.getLineNr(), place.getColumnNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Broken broken(JsonParser parser) {
        var place = parser.currentTokenLocation();
        return new Broken(place.getLineNr(), place.getColumnNr());
    }
}
