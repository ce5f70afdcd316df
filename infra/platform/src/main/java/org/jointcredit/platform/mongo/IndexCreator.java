package org.jointcredit.platform.mongo;

import com.mongodb.MongoException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Makes the declared indexes before anything else starts; waits for MongoDB if it is away. */
public final class IndexCreator implements SmartLifecycle {

    /** What reads the database when the service starts comes after it. */
    public static final int PHASE = Integer.MIN_VALUE;

    private static final Logger log = LoggerFactory.getLogger(IndexCreator.class);

    private final MongoDatabaseFactory mongo;
    private final List<DeclaredIndex> indexes;
    private volatile boolean running;

    IndexCreator(MongoDatabaseFactory mongo, List<DeclaredIndex> indexes) {
        this.mongo = mongo;
        this.indexes = indexes;
    }

    @Override
    public void start() {
        while (!running) {
            try {
                indexes.forEach(index -> mongo.getMongoDatabase()
                        .getCollection(index.collection())
                        .createIndex(index.keys(), index.options()));
                running = true;
            } catch (MongoException e) {
                log.warn("MongoDB is away, the start waits: {}", e.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
