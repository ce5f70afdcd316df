package org.jointcredit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One whole system on this machine: MongoDB, Keycloak, Kafka and the services that are built, as detached processes
/// that outlive this JVM. Everything of it lies under its run directory; any number of JVMs may open the same one.
///
/// All methods that change something hold a lock of the run directory; they throw [Failure] with a sentence for a
/// person when they cannot do it.
public final class LocalSystem {
    public static final String MONGODB = "mongodb";
    public static final String KEYCLOAK = "keycloak";
    public static final String KAFKA = "kafka";

    private static final String COLLECTION = "collection";

    private static final List<String> DATABASES = List.of("collection", "sanction", "disclosure", "objection");
    private static final String OAUTH_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    private final Layout layout;
    private final Ports ports;
    private final Progress progress;
    private final Secrets secrets;
    private final Mongo mongo;
    private final Keycloak keycloak;
    private final Broker broker;
    private final List<Service> services;
    private final RealmAdmin realm;

    private LocalSystem(Path root, Path run, Ports ports, Optional<String> foreignMongo, Consumer<String> out) {
        this.layout = new Layout(
                root.toAbsolutePath().normalize(), run.toAbsolutePath().normalize());
        this.ports = ports;
        this.progress = new Progress(out);
        this.secrets = new Secrets(layout.secrets());
        var parts = new Parts(layout, progress);
        this.mongo = new Mongo(layout, parts, ports, foreignMongo);
        this.keycloak = new Keycloak(layout, parts, ports, secrets);
        this.broker = new Broker(layout, parts, ports, secrets, issuer());
        this.services = Stream.of(
                        service(COLLECTION, "collection-service", ports.collection(), "svc-collection", parts),
                        service("sanction", "sanction-service", ports.sanction(), "svc-sanction", parts),
                        service("disclosure", "disclosure-service", ports.disclosure(), "svc-disclosure", parts),
                        service("objection", "objection-service", ports.objection(), "svc-objection", parts),
                        service("gateway", "gateway", ports.gateway(), "gateway", parts))
                .toList();
        this.realm = new RealmAdmin(keycloak.url(), secrets);
    }

    /// @param root the checkout
    /// @param run where this system's state, data and logs lie
    /// @param portBase is added to every port, so that several systems can stand side by side
    /// @param out takes the lines of progress
    public static LocalSystem open(Path root, Path run, int portBase, Consumer<String> out) {
        var foreignMongo = Optional.ofNullable(System.getenv("MONGODB_URI")).filter(uri -> !uri.isBlank());
        return new LocalSystem(root, run, new Ports(portBase), foreignMongo, out);
    }

    /// The same with a MongoDB of its own, whatever `MONGODB_URI` says: one that may be emptied and killed.
    public static LocalSystem openApart(Path root, Path run, int portBase, Consumer<String> out) {
        return new LocalSystem(root, run, new Ports(portBase), Optional.empty(), out);
    }

    /// Starts what is not running, all parts or those named, and waits until it is healthy. A part that runs and is
    /// healthy is left alone. When one cannot be started, those started by this call are stopped again.
    public void up(String... names) {
        locked(() -> {
            claimPorts();
            var wanted = parts().filter(
                            part -> names.length == 0 || Set.of(names).contains(part.name()))
                    .collect(Collectors.toSet());
            raise(wanted);
            if (wanted.stream().anyMatch(part -> part.name().equals(COLLECTION))) {
                timed("demonstration subjects", new DemoSubjects(realm, url(COLLECTION))::introduce);
            }
        });
    }

    /// Stops everything; data stays.
    public void down() {
        locked(this::stopAll);
    }

    /// Stops everything and removes the data, logs and secrets of this system.
    public void reset() {
        locked(() -> {
            if (!mongo.isOurs()) {
                mongo.checkForeign();
                mongo.drop(DATABASES);
            }
            stopAll();
            for (var folder : List.of("data", "state", "log")) {
                Tools.deleteTree(layout.run().resolve(folder));
            }
            Tools.deleteTree(layout.secrets());
        });
    }

    /// Starts one part and waits until it is healthy; those it needs must be running.
    public void start(String name) {
        locked(() -> new Starter(layout, progress).ensure(part(name)));
    }

    /// SIGTERM, and waits for the end.
    public void stop(String name) {
        locked(() -> Starter.stop(part(name)));
    }

    /// SIGKILL: no part gets the chance to tidy up.
    public void kill(String name) {
        locked(() -> {
            part(name).daemon().kill();
            if (name.equals(MONGODB)) {
                mongo.removeContainer();
            }
        });
    }

    public boolean isHealthy(String name) {
        return part(name).isUp();
    }

    /// Every part the project has, in the order they are started.
    public List<PartStatus> status() {
        var asked = parts().map(part -> CompletableFuture.supplyAsync(() -> status(part)))
                .toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    /// An access token of a demo user or a client (`sys-<department>`, `svc-<service>`), good for gateway and broker.
    public String token(String name) {
        return realm.token(name);
    }

    /// Sets the claim `subject` of a demo person to an opaque subject id.
    public void setSubject(String username, String subjectId) {
        realm.setSubject(username, subjectId);
    }

    /// Ends all of a person's sessions at Keycloak.
    public void endSessions(String username) {
        realm.endSessions(username);
    }

    /// The secret of a client, or of `field-keys` and `index-keys`, as made at the first start.
    public String secret(String name) {
        return secrets.find(name)
                .orElseThrow(() -> new Failure("There is no secret of " + name + " yet; run infra/local/up."));
    }

    /// Those whose users, clients and topics this system has.
    public List<Department> departments() {
        return Department.read(layout.root());
    }

    /// The services that count days; their business clocks can be moved.
    public List<String> servicesWithClock() {
        return services.stream()
                .filter(Service::exists)
                .map(Service::name)
                .filter(name -> !name.equals("gateway"))
                .toList();
    }

    /// Something that is to be known as long as this system's data.
    public Path stateFile(String name) {
        return layout.state(name);
    }

    public Path secretsFile() {
        return secrets.file();
    }

    public Ports ports() {
        return ports;
    }

    public String mongoUri() {
        return mongo.uri();
    }

    public String issuer() {
        return "http://localhost:" + ports.keycloak() + "/realms/" + DemoRealm.NAME;
    }

    public String kafkaAddress() {
        return "localhost:" + ports.kafka();
    }

    /// The base URL of a service or the gateway.
    public String url(String service) {
        return "http://localhost:" + part(service).ports().getFirst();
    }

    /// What `up` gives to a service process; tests give the same to a Spring context.
    ///
    /// @param client whose secret it gets, as `svc-collection`
    public Map<String, String> environment(String client) {
        var environment = new HashMap<String, String>();
        environment.put("MONGODB_URI", mongoUri());
        environment.put("JC_ISSUER", issuer());
        environment.put("JC_KAFKA", kafkaAddress());
        environment.put("JC_CLIENT_SECRET", secrets.password(client));
        environment.put("JC_FIELD_KEYS", secrets.keyRing("field-keys"));
        environment.put("JC_INDEX_KEYS", secrets.keyRing("index-keys"));
        environment.put("JC_SIGNING_KEYS", secrets.keyRing("signing-keys"));
        environment.put("JC_DEMO", "true");
        environment.put("JC_GATEWAY_URL", "http://localhost:" + ports.gateway());
        environment.put("JC_COLLECTION_URL", "http://localhost:" + ports.collection());
        environment.put("JC_SANCTION_URL", "http://localhost:" + ports.sanction());
        environment.put("JC_DISCLOSURE_URL", "http://localhost:" + ports.disclosure());
        environment.put("JC_OBJECTION_URL", "http://localhost:" + ports.objection());
        return environment;
    }

    /// The settings with which a client (`sys-market`, `svc-collection`, `svc-admin`) logs in to the broker. Also lets
    /// this JVM fetch tokens from this system's Keycloak.
    public Map<String, Object> kafkaLogin(String client) {
        allowTokenUrl();
        return Map.of(
                "bootstrap.servers",
                kafkaAddress(),
                "client.id",
                client,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "OAUTHBEARER",
                "sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
                "sasl.oauthbearer.token.endpoint.url",
                tokenUrl(),
                "sasl.oauthbearer.client.credentials.client.id",
                client,
                "sasl.oauthbearer.client.credentials.client.secret",
                secret(client),
                "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required ;",
                "metadata.max.age.ms",
                2000);
    }

    /// Removes every record of these topics.
    public void emptyTopics(Collection<String> topics) {
        bus().empty(topics);
    }

    private void raise(Set<Part> wanted) {
        wanted.stream().filter(part -> part.daemon().running().isEmpty()).forEach(Starter::requireFreePorts);
        var starter = new Starter(layout, progress);
        var first = new AtomicReference<@Nullable Throwable>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Steps steps = (task, before) -> CompletableFuture.allOf(before)
                    .thenRunAsync(task, threads)
                    .whenComplete((_, failed) -> {
                        if (failed != null && first.compareAndSet(null, failed)) {
                            threads.shutdownNow();
                        }
                    });
            CompletableFuture.allOf(plan(wanted, starter, steps))
                    .handle((_, _) -> true)
                    .join();
        }
        var failed = first.get();
        if (failed != null) {
            starter.undo();
            throw failed.getCause() instanceof Failure failure ? failure : new IllegalStateException(failed);
        }
    }

    /// MongoDB beside Keycloak; Kafka after Keycloak, whose keys it fetches; a service is unpacked and trained as soon
    /// as MongoDB is there, and started after Kafka.
    private CompletableFuture<?>[] plan(Set<Part> wanted, Starter starter, Steps steps) {
        var mongoUp = steps.run(() -> {
            if (wanted.contains(mongo)) {
                if (!mongo.isOurs()) {
                    mongo.checkForeign();
                }
                starter.ensure(mongo);
            }
        });
        var keycloakUp = steps.run(() -> {
            if (wanted.contains(keycloak)) {
                starter.ensure(keycloak);
                timed("realm: clients and people", this::applyRealm);
            }
        });
        var kafkaFetched = steps.run(() -> {
            if (wanted.contains(broker)) {
                broker.prepare();
            }
        });
        var kafkaUp = steps.run(
                () -> {
                    if (wanted.contains(broker)) {
                        starter.ensure(broker);
                        timed("bus: topics and rights", this::applyBus);
                    }
                },
                keycloakUp,
                kafkaFetched);
        var ends = new ArrayList<CompletableFuture<?>>(List.of(mongoUp, kafkaUp));
        for (var service : services) {
            if (wanted.contains(service)) {
                var prepared = steps.run(service::prepare, mongoUp);
                ends.add(steps.run(() -> starter.ensure(service), prepared, kafkaUp));
            }
        }
        return ends.toArray(CompletableFuture<?>[]::new);
    }

    private interface Steps {
        CompletableFuture<Void> run(Runnable task, CompletableFuture<?>... before);
    }

    private void timed(String what, Runnable task) {
        var began = System.nanoTime();
        task.run();
        progress.step(what, began);
    }

    private void applyRealm() {
        var departments = Department.read(layout.root());
        var environment = new HashMap<String, String>();
        environment.put("JC_GATEWAY_URL", "http://localhost:" + ports.gateway());
        environment.put("JC_GATEWAY_SECRET", secrets.password("gateway"));
        for (var service : List.of("collection", "sanction", "disclosure", "objection", "admin")) {
            environment.put(
                    "JC_SVC_" + service.toUpperCase(Locale.ROOT) + "_SECRET", secrets.password("svc-" + service));
        }
        realm.apply(DemoRealm.of(layout.root(), departments, environment, secrets::password));
    }

    private void applyBus() {
        bus().apply(BusPlan.read(layout.root(), Department.read(layout.root())));
    }

    private Bus bus() {
        return new Bus(kafkaLogin("svc-admin"));
    }

    /// The ports that the system of this run directory was started with, if it is up.
    static Optional<Ports> portsOf(Path run) {
        var file = portBaseFile(run);
        try {
            return Files.exists(file) ? Optional.of(Ports.parse(Files.readString(file))) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A system that runs keeps its ports; one that is down may be given others.
    private void claimPorts() {
        portsOf(layout.run()).filter(known -> !known.equals(ports)).ifPresent(known -> {
            if (parts().anyMatch(part -> part.daemon().running().isPresent())) {
                throw new Failure("This system is running with JC_PORT_BASE=" + known.base()
                        + ": use the same value, or run infra/local/down first.");
            }
        });
        try {
            Files.writeString(portBaseFile(Layout.made(layout.run())), String.valueOf(ports.base()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path portBaseFile(Path run) {
        return run.resolve("port-base");
    }

    private void stopAll() {
        var stopping =
                parts().filter(part -> part.daemon().running().isPresent()).toList();
        var ours = new ArrayList<>(services.stream()
                .map(Part.class::cast)
                .filter(stopping::contains)
                .toList());
        together(ours);
        together(Stream.of(broker, keycloak, mongo)
                .map(Part.class::cast)
                .filter(stopping::contains)
                .toList());
        mongo.removeContainer();
        Tools.deleteTree(portBaseFile(layout.run()));
    }

    private void together(List<Part> parts) {
        var began = System.nanoTime();
        parts.stream()
                .map(part -> CompletableFuture.runAsync(() -> {
                    Starter.stop(part);
                    progress.step(part.name() + " is stopped", began);
                }))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static PartStatus status(Part part) {
        var process = part.daemon().running();
        var health = part.isUp()
                ? PartStatus.Health.HEALTHY
                : process.isPresent() ? PartStatus.Health.UNHEALTHY : PartStatus.Health.STOPPED;
        return new PartStatus(
                part.name(),
                process.map(ProcessHandle::pid),
                part.ports().stream().findFirst(),
                health,
                part.daemon().residentMegabytes());
    }

    private Service service(String name, String module, int port, String client, Parts parts) {
        return new Service(
                name, module, port, () -> serviceEnvironment(client, port), tokenUrl(), layout, parts, progress);
    }

    private Map<String, String> serviceEnvironment(String client, int port) {
        var environment = new HashMap<>(environment(client));
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        return environment;
    }

    private Stream<Part> parts() {
        return Stream.concat(
                Stream.of(mongo, keycloak, broker), services.stream().filter(Service::exists));
    }

    private Part part(String name) {
        return parts().filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Failure("There is no part " + name + "; there are "
                        + parts().map(Part::name).collect(Collectors.joining(", ")) + "."));
    }

    private String tokenUrl() {
        return issuer() + "/protocol/openid-connect/token";
    }

    private void allowTokenUrl() {
        synchronized (LocalSystem.class) {
            var allowed = System.getProperty(OAUTH_URLS, "");
            if (!List.of(allowed.split(",", -1)).contains(tokenUrl())) {
                System.setProperty(OAUTH_URLS, allowed.isEmpty() ? tokenUrl() : allowed + "," + tokenUrl());
            }
        }
    }

    private synchronized void locked(Runnable task) {
        try (var channel = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            task.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
