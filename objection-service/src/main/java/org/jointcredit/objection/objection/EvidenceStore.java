package org.jointcredit.objection.objection;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.GridFSUploadStream;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jointcredit.platform.cipher.FieldCipher;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Keeps the files that parties hand in, sealed piece by piece, each piece bound to its place (X4). */
@Component
final class EvidenceStore {
    private static final String BUCKET = "evidence";
    static final String FILES = BUCKET + ".files";
    static final String CASE = "metadata.objection";
    private static final String TYPE = "evidence";
    private static final String FIELD = "content";
    private static final int PIECE = 192 * 1024;

    private final MongoTemplate mongo;
    private final FieldCipher cipher;

    EvidenceStore(MongoTemplate mongo, FieldCipher cipher) {
        this.mongo = mongo;
        this.cipher = cipher;
    }

    void keep(KeptFile file, byte[] content) {
        var metadata = new Document("objection", file.objection())
                .append("mediaType", file.mediaType())
                .append("size", file.size())
                .append("sha256", file.sha256())
                .append("by", file.by())
                .append("at", Date.from(file.at()));
        // the stream is given up, and its pieces with it, unless it is closed
        GridFSUploadStream upload = bucket().openUploadStream(
                        new BsonString(file.id()), file.id(), new GridFSUploadOptions().metadata(metadata));
        try {
            for (int from = 0, piece = 0; from < content.length; from += PIECE, piece++) {
                byte[] bytes = Arrays.copyOfRange(content, from, Math.min(from + PIECE, content.length));
                String sealed = cipher.seal(Base64.getEncoder().encodeToString(bytes), TYPE, FIELD, place(file, piece));
                upload.write((sealed + "\n").getBytes(US_ASCII));
            }
            upload.close();
        } catch (RuntimeException e) {
            upload.abort();
            throw e;
        }
    }

    Optional<KeptFile> find(String id) {
        return Optional.ofNullable(bucket().find(eq("_id", id)).first()).map(EvidenceStore::file);
    }

    /** Those of a case, in the order of their ids. */
    List<KeptFile> of(String objection) {
        List<KeptFile> files = new ArrayList<>();
        bucket().find(ofCase(objection))
                .sort(new Document("_id", 1))
                .map(EvidenceStore::file)
                .into(files);
        return files;
    }

    static Bson ofCase(String objection) {
        return eq(CASE, objection);
    }

    void write(KeptFile file, OutputStream to) throws IOException {
        try (BufferedReader pieces = new BufferedReader(
                new InputStreamReader(bucket().openDownloadStream(new BsonString(file.id())), US_ASCII))) {
            int piece = 0;
            for (String sealed = pieces.readLine(); sealed != null; sealed = pieces.readLine()) {
                to.write(Base64.getDecoder().decode(cipher.open(sealed, TYPE, FIELD, place(file, piece))));
                piece++;
            }
        }
    }

    private static String place(KeptFile file, int piece) {
        return file.id() + ":" + piece;
    }

    private static KeptFile file(GridFSFile found) {
        Document metadata = Objects.requireNonNull(found.getMetadata());
        return new KeptFile(
                found.getId().asString().getValue(),
                metadata.getString("objection"),
                metadata.getString("mediaType"),
                metadata.getLong("size"),
                metadata.getString("sha256"),
                metadata.getString("by"),
                Objects.requireNonNull(metadata.getDate("at")).toInstant());
    }

    private GridFSBucket bucket() {
        return GridFSBuckets.create(mongo.getDb(), BUCKET);
    }
}
