package org.jointcredit.collection.batch;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.collection.table.Source;
import org.jointcredit.platform.cipher.FieldCipher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps what was uploaded, sealed piece by piece, until its batch is done (X4). Never on a disk, never whole in memory. */
@Component
final class UploadStore {
    static final String COLLECTION = "batchUploads";
    static final String AT = "at";
    private static final String TYPE = "batch-upload";
    private static final String SEALED = "sealed";
    private static final int PIECE = 192 * 1024;

    private final MongoTemplate mongo;
    private final FieldCipher cipher;
    private final Clock systemClock;

    UploadStore(MongoTemplate mongo, FieldCipher cipher, Clock systemClock) {
        this.mongo = mongo;
        this.cipher = cipher;
        this.systemClock = systemClock;
    }

    /**
     * Keeps what comes.
     *
     * @param most bytes that are taken
     * @return how many there were; more than {@code most}: there were too many, and it is not complete
     */
    long keep(String batch, InputStream bytes, long most) throws IOException {
        long size = 0;
        int piece = 0;
        while (true) {
            byte[] next = bytes.readNBytes(PIECE);
            size += next.length;
            if (next.length == 0 || size > most) {
                return size;
            }
            String id = id(batch, piece);
            collection()
                    .insertOne(new Document("_id", id)
                            .append(AT, Date.from(systemClock.instant()))
                            .append(SEALED, cipher.seal(Base64.getEncoder().encodeToString(next), TYPE, SEALED, id)));
            piece++;
        }
    }

    Source open(String batch, long size) {
        return () -> new Pieces(batch, size);
    }

    void drop(String batch) {
        collection().deleteMany(of(batch));
    }

    /** Of which batches there are pieces. */
    List<String> batches() {
        List<String> batches = new ArrayList<>();
        String last = "";
        while (true) {
            Document next = collection()
                    .find(after(last))
                    .sort(ascending("_id"))
                    .projection(include("_id"))
                    .first();
            if (next == null) {
                return batches;
            }
            last = next.getString("_id").split(":", 2)[0];
            batches.add(last);
        }
    }

    /** Whether all its pieces came before a moment. */
    boolean isOlder(String batch, Instant moment) {
        Document last = collection()
                .find(of(batch))
                .sort(descending("_id"))
                .projection(include(AT))
                .first();
        return last != null && last.getDate(AT).toInstant().isBefore(moment);
    }

    /** The pieces of the batches after one. */
    static Bson after(String batch) {
        return gt("_id", batch.isEmpty() ? "" : batch + ";");
    }

    /** All pieces of a batch, by the beginning of their ids. */
    static Bson of(String batch) {
        return and(gte("_id", batch + ":"), lt("_id", batch + ";"));
    }

    private static String id(String batch, int piece) {
        return "%s:%08d".formatted(batch, piece);
    }

    private byte[] piece(String batch, int piece) {
        String id = id(batch, piece);
        Document found = collection().find(eq("_id", id)).first();
        if (found == null) {
            throw new IllegalStateException("a piece of the upload is missing");
        }
        return Base64.getDecoder().decode(cipher.open(found.getString(SEALED), TYPE, SEALED, id));
    }

    private MongoCollection<Document> collection() {
        return mongo.getCollection(COLLECTION);
    }

    /** Reads the pieces one at a time, from any place. */
    private final class Pieces implements SeekableByteChannel {
        private final String batch;
        private final long size;
        private long position;
        private int opened = -1;
        private byte[] bytes = {};
        private boolean open = true;

        private Pieces(String batch, long size) {
            this.batch = batch;
            this.size = size;
        }

        @Override
        public int read(ByteBuffer to) {
            if (position >= size) {
                return -1;
            }
            int wanted = (int) (position / PIECE);
            if (wanted != opened) {
                bytes = piece(batch, wanted);
                opened = wanted;
            }
            int from = (int) (position % PIECE);
            int count = Math.min(to.remaining(), bytes.length - from);
            to.put(bytes, from, count);
            position += count;
            return count;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            position = newPosition;
            return this;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long newSize) {
            throw new NonWritableChannelException();
        }
    }
}
