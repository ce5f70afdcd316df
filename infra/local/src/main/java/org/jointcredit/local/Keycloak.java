package org.jointcredit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Keycloak with its file database. The program is unpacked and built once in the cache; each system has a home of its
/// own that leads there, so that several can run from one build.
final class Keycloak implements Part {
    private static final String VERSION = "26.7.3";

    private final Layout layout;
    private final Parts parts;
    private final Ports ports;
    private final Secrets secrets;
    private final Daemon daemon;

    Keycloak(Layout layout, Parts parts, Ports ports, Secrets secrets) {
        this.layout = layout;
        this.parts = parts;
        this.ports = ports;
        this.secrets = secrets;
        this.daemon = new Daemon(name(), layout);
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public List<Integer> ports() {
        return List.of(ports.keycloak(), ports.keycloakManagement());
    }

    @Override
    public Daemon daemon() {
        return daemon;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(240);
    }

    String url() {
        return "http://localhost:" + ports.keycloak();
    }

    @Override
    public void prepare() {
        program();
    }

    @Override
    public void launch() {
        daemon.start(
                List.of(
                        Tools.java(),
                        "-Xms64m",
                        "-Xmx384m",
                        "-XX:MetaspaceSize=96M",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dkc.home.dir=" + home(),
                        "-Djboss.server.config.dir=" + home().resolve("conf"),
                        "-cp",
                        program().resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        "start",
                        "--optimized",
                        "--cache=local", // else JGroups listens on every address
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + ports.keycloak(),
                        "--http-management-host=127.0.0.1",
                        "--http-management-port=" + ports.keycloakManagement(),
                        "--hostname=" + url()),
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        secrets.password("keycloak-admin")),
                "");
    }

    @Override
    public boolean healthy() {
        return Tools.status("http://127.0.0.1:" + ports.keycloakManagement() + "/health/ready") == 200
                && Tools.status(url() + "/realms/master/.well-known/openid-configuration") == 200;
    }

    private Path home() {
        var home = layout.data("keycloak");
        try {
            for (var folder : List.of("conf", "lib", "providers", "themes")) {
                var link = home.resolve(folder);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, program().resolve(folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }

    private Path program() {
        return parts.cached("keycloak-" + VERSION, "Keycloak fetched and built", target -> {
            parts.fetch("dependency:copy@keycloak", "Fetching Keycloak with Maven", target);
            var archive = target.resolve("keycloak-quarkus-dist-" + VERSION + ".tar.gz");
            parts.require(
                    List.of("tar", "xzf", archive.toString(), "-C", target.toString(), "--strip-components=1"),
                    "Unpacking Keycloak",
                    "install tar and free some space");
            parts.require(
                    List.of(target.resolve("bin/kc.sh").toString(), "build", "--db=dev-file", "--health-enabled=true"),
                    "Building Keycloak",
                    "free some memory and try again");
            try {
                Files.delete(archive);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
