package org.jointcredit.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointcredit.testsupport.TestSystem;

/**
 * Somebody's Chromium before the whole system, with cookies of its own.
 *
 * <pre>{@code
 * try (var browser = Browser.of("market-reporter").inEnglish().sized(390, 844).open()) {
 *     browser.visit("/listings");                      // logs in where it is asked to
 *     browser.page().getByLabel("Number").fill("7");   // the rest is Playwright
 *     browser.hasNoSeriousFindings();
 *     browser.screenshot("listings-en");
 * }
 * }</pre>
 *
 * Leaving it fails the test if anything went wrong that nobody looks for: an error in the console, a script that broke,
 * a violation of the content security policy, a request that left the machine.
 */
final class Browser implements AutoCloseable {
    /** The password of every demo person. */
    static final String PASSWORD = "joint-credit";

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final Pattern REFUSED_LOAD = Pattern.compile("Failed to load resource: .* status of (\\d+) .*");

    private static final String README = readme();

    private final String gateway;
    private final BrowserContext context;
    private final String username;
    private final Set<Integer> expected;
    private final List<String> faults = new ArrayList<>();
    private final Page page;

    private Browser(As as) {
        this.gateway = as.system.get().local().url("gateway");
        this.username = as.username;
        this.expected = as.expected;
        this.context = Chromium.RUNNING.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(gateway)
                .setLocale(as.locale)
                .setTimezoneId("Asia/Shanghai")
                .setViewportSize(as.width, as.height));
        context.setDefaultTimeout(30_000);
        context.onRequest(request -> staysHere(request.url()));
        context.onWebError(error -> faults.add("a script broke: " + error.error()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isExpected(message.text())) {
                faults.add("in the console: " + message.text() + " " + message.location());
            }
        });
        this.page = context.newPage();
    }

    static As of(String username) {
        return new As(username);
    }

    static As nobody() {
        return new As("");
    }

    /** Who sits before it, and how it is set. */
    static final class As {
        private final String username;
        private final Set<Integer> expected = new java.util.HashSet<>();
        private Supplier<TestSystem> system = TestSystem::whole;
        private String locale = "zh-CN";
        private int width = 1280;
        private int height = 800;

        private As(String username) {
            this.username = username;
        }

        As inEnglish() {
            locale = "en-GB";
            return this;
        }

        /** Another system than that of the acceptance tests. */
        As before(TestSystem other) {
            system = () -> other;
            return this;
        }

        As sized(int width, int height) {
            this.width = width;
            this.height = height;
            return this;
        }

        /** Chromium writes each refused request into the console: these the test brings about. */
        As expecting(int... statuses) {
            for (int status : statuses) {
                expected.add(status);
            }
            return this;
        }

        Browser open() {
            return new Browser(this);
        }
    }

    /** Playwright's page, for all that is not said here. */
    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Opens a page of the console as who this browser belongs to, and comes back there from the log-in. */
    Page visit(String path) {
        if (username.isEmpty() || isLoggedIn()) {
            page.navigate(path);
        } else {
            page.navigate("/login?to=" + java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8));
            logInWhereAsked();
        }
        return page;
    }

    /** Fills in Keycloak's form if that is what is shown. */
    void logInWhereAsked() {
        if (isAtTheLogin()) {
            page.locator("#username").fill(username);
            page.locator("#password").fill(PASSWORD);
            page.locator("#kc-login").click();
            page.waitForURL(url -> isGateway(url) && !url.contains("/login"));
        }
    }

    boolean isAtTheLogin() {
        return !isGateway(page.url()) && page.locator("#kc-login").isVisible();
    }

    boolean isLoggedIn() {
        return status("GET", "/me") == 200;
    }

    /** As the page's own scripts would ask: with its cookies, unguarded by a CSRF header. */
    int status(String method, String path) {
        return context.request()
                .fetch(
                        path,
                        com.microsoft.playwright.options.RequestOptions.create()
                                .setMethod(method)
                                .setMaxRedirects(0))
                .status();
    }

    /** A button by its name in the page's language. */
    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** WCAG 2.1 A and AA as far as axe can see: nothing serious or critical. */
    void hasNoSeriousFindings() {
        // halfway through a transition no colour is what it will be
        page.evaluate("""
                () => Promise.allSettled(document.getAnimations()
                    .filter(one => one.effect.getComputedTiming().endTime !== Infinity)
                    .map(one => one.finished))
                """);
        var found = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(Browser::told)
                        .toList();
        assertThat(found).as("axe at " + page.url()).isEmpty();
    }

    /** Into target/screenshots and, if the README shows it, with JC_WRITE_DOCS=true into docs/screenshots too. */
    void screenshot(String name) {
        page.evaluate("document.fonts.ready");
        var folders = new ArrayList<>(List.of(TestSystem.root().resolve("infra/acceptance/target/screenshots")));
        if (Boolean.parseBoolean(System.getenv("JC_WRITE_DOCS")) && README.contains("/" + name + ".png")) {
            folders.add(TestSystem.root().resolve("docs/screenshots"));
        }
        for (var folder : folders) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(folder.resolve(name + ".png"))
                    .setAnimations(ScreenshotAnimations.DISABLED));
        }
    }

    private static String readme() {
        try {
            return Files.readString(TestSystem.root().resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        assertThat(faults)
                .as("what went wrong in " + (username.isEmpty() ? "nobody" : username) + "'s browser")
                .isEmpty();
    }

    /** One process for all tests; it ends with their JVM. */
    private static final class Chromium {
        private static final com.microsoft.playwright.Browser RUNNING = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(onPath())
                        .setArgs(List.of("--no-sandbox"))); // which it wants where tests run as root

        private static Path onPath() {
            return Stream.of("chromium", "chromium-browser", "google-chrome")
                    .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                            .map(folder -> Path.of(folder, name)))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("Install chromium, or run infra/local/verify, which does."));
        }
    }

    private boolean isGateway(String url) {
        return url.startsWith(gateway + "/");
    }

    private void staysHere(String url) {
        var address = URI.create(url.split("[?#]", 2)[0]);
        if (Set.of("http", "https", "ws", "wss").contains(address.getScheme())
                && !THIS_MACHINE.contains(address.getHost())) {
            faults.add("a request left the machine: " + url);
        }
    }

    private boolean isExpected(String message) {
        var refused = REFUSED_LOAD.matcher(message);
        return refused.matches() && expected.contains(Integer.valueOf(refused.group(1)));
    }

    private static String told(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }
}
