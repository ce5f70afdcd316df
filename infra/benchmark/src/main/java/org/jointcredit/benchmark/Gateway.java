package org.jointcredit.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jointcredit.local.LocalSystem;

/// What the gateway adds to a request: a list of notices, one after another, through it and from the service itself in
/// turns. The CPU is the process's own, by the operating system.
final class Gateway {
    private static final int ROUNDS = 5;
    private static final int REQUESTS_A_ROUND = 400;
    private static final String PATH = "/api/sanction/notices?size=20";

    private final LocalSystem system;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Gateway(LocalSystem system) {
        this.system = system;
        this.token = system.token("drc-supervisor");
    }

    List<Figure> figures() {
        measured("gateway");
        measured("sanction");
        var through = new ArrayList<Double>();
        var direct = new ArrayList<Double>();
        var gatewayCpu = new ArrayList<Double>();
        var serviceCpu = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var gateway = measured("gateway");
            var sanction = measured("sanction");
            through.addAll(gateway.milliseconds());
            direct.addAll(sanction.milliseconds());
            gatewayCpu.add(gateway.cpuMilliseconds());
            serviceCpu.add(sanction.cpuMilliseconds());
        }
        return List.of(
                compared(50, through, direct),
                compared(95, through, direct),
                Figure.told(
                        "CPU of the gateway for a request, beside the service's",
                        Samples.median(gatewayCpu),
                        Samples.median(serviceCpu),
                        "ms"));
    }

    private static Figure compared(int percent, List<Double> through, List<Double> direct) {
        return Figure.told(
                "Request through the gateway, p" + percent,
                Samples.percentile(through, percent),
                Samples.percentile(direct, percent),
                "ms");
    }

    /// @param cpuMilliseconds of the process that was asked, for one request
    private record Measured(List<Double> milliseconds, double cpuMilliseconds) {}

    private Measured measured(String part) {
        var request = HttpRequest.newBuilder(URI.create(system.url(part) + PATH))
                .header("Authorization", "Bearer " + token)
                .build();
        var milliseconds = new ArrayList<Double>();
        var before = cpu(part);
        for (int i = 0; i < REQUESTS_A_ROUND; i++) {
            var began = System.nanoTime();
            ask(request);
            milliseconds.add((System.nanoTime() - began) / 1e6);
        }
        return new Measured(milliseconds, cpu(part).minus(before).toNanos() / 1e6 / REQUESTS_A_ROUND);
    }

    private void ask(HttpRequest request) {
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException(request.uri() + " answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Duration cpu(String part) {
        return system.status().stream()
                .filter(known -> known.name().equals(part))
                .flatMap(known -> known.pid().stream())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .findFirst()
                .orElseThrow();
    }
}
