package org.jointcredit.platform.mongo;

import com.mongodb.client.model.IndexOptions;
import org.bson.conversions.Bson;

/**
 * An index, declared as a bean next to the store that needs it and made before anything is read.
 *
 * @param collection the collection it belongs to
 * @param keys its fields
 * @param options unique, partial, time to live
 */
public record DeclaredIndex(String collection, Bson keys, IndexOptions options) {

    public static DeclaredIndex of(String collection, Bson keys) {
        return new DeclaredIndex(collection, keys, new IndexOptions());
    }

    public static DeclaredIndex unique(String collection, Bson keys) {
        return new DeclaredIndex(collection, keys, new IndexOptions().unique(true));
    }

    public static DeclaredIndex partial(String collection, Bson keys, Bson filter) {
        return new DeclaredIndex(collection, keys, new IndexOptions().partialFilterExpression(filter));
    }
}
