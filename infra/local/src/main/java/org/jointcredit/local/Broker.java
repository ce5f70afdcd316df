package org.jointcredit.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// A Kafka broker that is its own controller. Clients log in with a token of Keycloak; without one, and without a right
/// of bus.yaml, nothing is allowed. It fetches Keycloak's keys when it starts, so Keycloak goes first.
final class Broker implements Part {
    private static final String VERSION = "4.2.1";

    private final Layout layout;
    private final Parts parts;
    private final Ports ports;
    private final Secrets secrets;
    private final String issuer;
    private final Daemon daemon;

    Broker(Layout layout, Parts parts, Ports ports, Secrets secrets, String issuer) {
        this.layout = layout;
        this.parts = parts;
        this.ports = ports;
        this.secrets = secrets;
        this.issuer = issuer;
        this.daemon = new Daemon(name(), layout);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Integer> ports() {
        return List.of(ports.kafka(), ports.kafkaBroker(), ports.kafkaController());
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }

    @Override
    public void prepare() {
        jars();
    }

    @Override
    public void launch() {
        var settings = writeSettings();
        var data = layout.data("kafka");
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(settings);
        }
        daemon.start(
                List.of(
                        Tools.java(),
                        "-Xms128m",
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                        "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + keys(),
                        "-cp",
                        jars() + "/*",
                        "kafka.Kafka",
                        settings.toString()),
                Map.of(),
                "");
    }

    /// Whether the broker itself answers, not only its port: asks which requests it knows, which is allowed before
    /// the log-in.
    @Override
    public boolean healthy() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), ports.kafka()), 1000);
            socket.setSoTimeout(3000);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10);
            out.writeShort(18); // ApiVersions
            out.writeShort(0);
            out.writeInt(1); // correlation id
            out.writeShort(-1); // no client id
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            in.readInt();
            return in.readInt() == 1;
        } catch (IOException _) {
            return false;
        }
    }

    private Path jars() {
        return parts.cached(
                "kafka-" + VERSION,
                "Kafka fetched",
                target -> parts.fetch("dependency:copy-dependencies@kafka", "Fetching Kafka with Maven", target));
    }

    private void format(Path settings) {
        var id = new byte[16];
        new SecureRandom().nextBytes(id);
        id[0] = 1; // the id must not look like an option
        var cluster = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        parts.require(
                List.of(
                        Tools.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        jars() + "/*",
                        "kafka.tools.StorageTool",
                        "format",
                        "-t",
                        cluster,
                        "-c",
                        settings.toString()),
                "Formatting Kafka's storage",
                "try infra/local/reset");
    }

    private String keys() {
        return issuer + "/protocol/openid-connect/certs";
    }

    private Path writeSettings() {
        var password = secrets.password("kafka-broker");
        var plain = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker\" password=\""
                + password + "\" user_broker=\"" + password + "\";";
        var text = """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@localhost:%2$d
                listeners=CLIENT://127.0.0.1:%1$d,BROKER://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENT://localhost:%1$d,BROKER://localhost:%3$d
                listener.security.protocol.map=CLIENT:SASL_PLAINTEXT,BROKER:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                inter.broker.listener.name=BROKER
                controller.listener.names=CONTROLLER
                sasl.mechanism.inter.broker.protocol=PLAIN
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.broker.sasl.enabled.mechanisms=PLAIN
                listener.name.broker.plain.sasl.jaas.config=%4$s
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.controller.plain.sasl.jaas.config=%4$s
                listener.name.client.sasl.enabled.mechanisms=OAUTHBEARER
                listener.name.client.oauthbearer.sasl.jaas.config=org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required ;
                listener.name.client.oauthbearer.sasl.server.callback.handler.class=org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler
                listener.name.client.oauthbearer.sasl.oauthbearer.jwks.endpoint.url=%5$s
                listener.name.client.oauthbearer.sasl.oauthbearer.expected.audience=kafka
                listener.name.client.oauthbearer.sasl.oauthbearer.expected.issuer=%6$s
                listener.name.client.oauthbearer.sasl.oauthbearer.sub.claim.name=azp
                listener.name.client.connections.max.reauth.ms=300000
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:broker;User:svc-admin
                allow.everyone.if.no.acl.found=false
                auto.create.topics.enable=false
                log.dirs=%7$s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                """.formatted(
                        ports.kafka(),
                        ports.kafkaController(),
                        ports.kafkaBroker(),
                        plain,
                        keys(),
                        issuer,
                        layout.data("kafka"));
        var file = layout.state("kafka.properties");
        try {
            Tools.writeSecret(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
