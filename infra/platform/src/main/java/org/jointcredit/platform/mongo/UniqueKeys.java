package org.jointcredit.platform.mongo;

import static java.util.stream.Collectors.toSet;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Writes of which some may lose a race for a unique key, while the others are done. */
public final class UniqueKeys {
    private UniqueKeys() {}

    /**
     * Inserts all whose keys are free.
     *
     * @return places of the documents whose key was taken
     * @throws MongoBulkWriteException if anything else went wrong
     */
    public static Set<Integer> insert(MongoCollection<Document> collection, List<Document> documents) {
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            if (!onlyTaken(e)) {
                throw e;
            }
            return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(toSet());
        }
    }

    /**
     * Does all writes of which nobody else has done what takes their key: a filter that no longer matches makes an upsert
     * insert, and the key is taken.
     *
     * @return whether all were done
     * @throws MongoBulkWriteException if anything else went wrong
     */
    public static boolean write(MongoCollection<Document> collection, List<? extends WriteModel<Document>> writes) {
        try {
            collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return true;
        } catch (MongoBulkWriteException e) {
            if (!onlyTaken(e)) {
                throw e;
            }
            return false;
        }
    }

    private static boolean onlyTaken(MongoBulkWriteException failure) {
        return !failure.getWriteErrors().isEmpty()
                && failure.getWriteErrors().stream()
                        .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
    }
}
