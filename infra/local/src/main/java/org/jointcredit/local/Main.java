package org.jointcredit.local;

import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jointcredit.local.demo.Demonstration;

/// The commands of infra/local. Exit status: 0 done; 1 a person must put something right; 2 wrongly called.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        var command = arguments.isEmpty() ? "" : arguments.getFirst();
        var demo = arguments.equals(List.of("up", "--demo"));
        var repair = arguments.equals(List.of("recount", "--repair"));
        var expected = command.equals("token") || demo || repair ? 2 : 1;
        if (arguments.size() > expected) {
            return unknown(arguments);
        }
        try {
            return switch (command) {
                case "up" -> up(demo);
                case "down" -> down();
                case "reset" -> reset();
                case "status" -> status();
                case "recount" -> recount(repair);
                case "rebuild" -> rebuild();
                case "token" -> arguments.size() == expected ? token(arguments.get(1)) : unknown(arguments);
                default -> unknown(arguments);
            };
        } catch (Failure failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }

    private static int unknown(List<String> arguments) {
        System.err.println(
                "\"" + String.join(" ", arguments)
                        + "\" is unknown; there are up [--demo], down, reset, status, logs NAME, token NAME, recount [--repair], rebuild and verify [--long].");
        return 2;
    }

    private static int up(boolean demo) {
        var began = System.nanoTime();
        var system = system();
        system.up();
        System.out.printf("Joint Credit is up after %.1f s.%n%n", (System.nanoTime() - began) / 1e9);
        System.out.println(Welcome.text(system));
        if (demo) {
            System.out.println("\nA year passes: departments hand in their listings, agencies answer ...");
            System.out.println(Demonstration.play(system, Period.ofYears(1), System.out::println));
        }
        return 0;
    }

    private static int down() {
        system().down();
        return 0;
    }

    private static int reset() {
        system().reset();
        System.out.println("Data, logs and secrets are removed.");
        return 0;
    }

    private static int status() {
        var status = system().status();
        status.forEach(System.out::println);
        return status.stream().allMatch(part -> part.health() == PartStatus.Health.HEALTHY) ? 0 : 1;
    }

    private static int token(String name) {
        System.out.println(system().token(name));
        return 0;
    }

    private static int recount(boolean repair) {
        var outcome = Recount.of(system(), repair);
        System.out.println(outcome.text());
        return outcome.right() ? 0 : 1;
    }

    private static int rebuild() {
        var outcome = Rebuild.of(system(), System.out::println);
        System.out.println(outcome.text());
        return outcome.done() ? 0 : 1;
    }

    private static LocalSystem system() {
        var root = Path.of(Objects.requireNonNull(System.getProperty("jointcredit.root"), "jointcredit.root"));
        var run = Optional.ofNullable(System.getenv("JC_RUN_DIR"))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .orElse(root.resolve("infra/local/.run"));
        return LocalSystem.open(root, run, portBase(run), System.out::println);
    }

    /// JC_PORT_BASE, or where it is not set that of the system as it was started.
    private static int portBase(Path run) {
        var given = Optional.ofNullable(System.getenv("JC_PORT_BASE")).filter(base -> !base.isBlank());
        return given.map(Ports::parse)
                .or(() -> LocalSystem.portsOf(run))
                .map(Ports::base)
                .orElse(0);
    }
}
