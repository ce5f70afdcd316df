package org.jointcredit.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jointcredit.testsupport.TestSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S5: in no run of the modelled protocol is a measure in force behind a hold or after an end; docs/model says which. */
class ModelIT {

    @Test
    void everyRunOfTheProtocolKeepsWhatIsPromisedAndTheControlsDoNot(@TempDir Path folder) throws Exception {
        var shown = folder.resolve("shown").toFile();
        var check = new ProcessBuilder(
                        TestSystem.root().resolve("docs/model/check").toString())
                .redirectOutput(shown)
                .redirectErrorStream(true)
                .start();
        var ended = check.waitFor(10, TimeUnit.MINUTES);
        check.descendants().forEach(ProcessHandle::destroyForcibly);
        check.destroyForcibly();

        var output = Files.readString(shown.toPath());
        assertThat(ended).as(output).isTrue();
        assertThat(check.exitValue()).as(output).isZero();
        assertThat(output.lines().filter(line -> line.endsWith(" holds"))).hasSize(4);
        assertThat(output.lines().filter(line -> line.endsWith(" fails"))).hasSize(2);
    }
}
