package org.jointcredit.acceptance.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jointcredit.testsupport.TestSystem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 4, item 10: the tour of the README works when it is pasted line by line, and when it is pasted again. */
final class TourIT {
    private static final TestSystem SYSTEM = TestSystem.whole();

    @ParameterizedTest
    @ValueSource(strings = {Tour.ENGLISH, Tour.CHINESE})
    void everyCommandWorksWhenPasted(String readme, @TempDir Path folder) throws Exception {
        assumeTrue(works("python3", "-c", "import venv, ensurepip"), "the tour's Kafka client is written in Python");

        var pasted = Files.writeString(folder.resolve("pasted"), String.join("\n", Tour.commands(readme)));
        var shown = folder.resolve("shown").toFile();
        var bash = new ProcessBuilder("bash", "-e")
                .directory(TestSystem.root().toFile())
                .redirectInput(pasted.toFile())
                .redirectOutput(shown)
                .redirectErrorStream(true);
        bash.environment()
                .put("JC_PORT_BASE", String.valueOf(SYSTEM.local().ports().base()));
        bash.environment()
                .put("JC_RUN_DIR", SYSTEM.local().secretsFile().getParent().toString());
        var terminal = bash.start();
        var ended = terminal.waitFor(5, TimeUnit.MINUTES);
        terminal.descendants().forEach(ProcessHandle::destroyForcibly);
        terminal.destroyForcibly();

        var output = Files.readString(shown.toPath());
        assertThat(ended).as(output).isTrue();
        assertThat(terminal.exitValue()).as(output).isZero();
        assertThat(output)
                .containsSubsequence(
                        "\"code\": \"SEVERE-FALSE-AD\"",
                        "\"code\": \"S-TRADING-LIMIT\"",
                        "\"state\": \"PUBLISHED\"",
                        "trading S-TRADING-LIMIT 元宝山导览商贸有限公司",
                        "\"ruleSet\": \"default-2021\"",
                        "S-TRADING-LIMIT 限制参与有关公共资源交易活动 until",
                        "\"agencyState\": \"EXECUTED\"",
                        "\"code\": \"CHECK_DIGIT\"",
                        "此项必填",
                        "\"code\": \"CHECK_DIGIT\"",
                        "This is required");
    }

    private static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
