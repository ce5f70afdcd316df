package org.jointcredit.collection.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.jointcredit.collection.table.Bytes;
import org.jointcredit.collection.table.Source;
import org.junit.jupiter.api.Test;

/** A list of records is judged as JSON before anything of it is taken in (C2; interfaces: order of judgement). */
class JsonRecordsTest {
    private static Source list(String json) {
        return Bytes.source(json.getBytes(UTF_8));
    }

    @Test
    void elementsAreCountedAndReadOneByOne() {
        Source list = list("\uFEFF[{\"number\": \"甲\", \"fields\": {}}, 7, []]");
        List<String> read = new ArrayList<>();

        JsonRecords.read(list, (node, row) -> read.add(row + " " + node));

        assertThat(JsonRecords.check(list, 100)).isEqualTo(3);
        assertThat(read).containsExactly("1 {\"number\":\"甲\",\"fields\":{}}", "2 7", "3 []");
    }

    @Test
    void whatIsNoListOrCannotBeReadIsBroken() {
        for (String json : List.of("", "{}", "[{}", "[{}] 1", "[{\"a\":1,\"a\":2}]", "[x]")) {
            assertThatThrownBy(() -> JsonRecords.check(list(json), 100))
                    .as(json)
                    .isInstanceOf(JsonRecords.Broken.class);
        }
    }

    @Test
    void anElementLargerThanARecordIsNotKeptInMemory() {
        assertThatThrownBy(() -> JsonRecords.check(list("[{\"a\": [" + "0,".repeat(100) + "0]}]"), 100))
                .isInstanceOf(JsonRecords.TooLarge.class);
    }
}
