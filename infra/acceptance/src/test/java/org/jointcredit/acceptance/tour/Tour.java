package org.jointcredit.acceptance.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.jointcredit.testsupport.TestSystem;

/** The commands of a README: what stands in its fenced blocks of bash, in their order. */
final class Tour {
    static final String ENGLISH = "README.md";
    static final String CHINESE = "README.zh-CN.md";

    private static final Pattern BLOCK = Pattern.compile("^```bash\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private Tour() {}

    static List<String> commands(String readme) {
        try {
            var text = Files.readString(TestSystem.root().resolve(readme));
            return BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
