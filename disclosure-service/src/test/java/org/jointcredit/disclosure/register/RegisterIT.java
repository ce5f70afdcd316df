package org.jointcredit.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bson.Document;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.RecordFact;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.disclosure.Facts;
import org.jointcredit.disclosure.RunningDisclosure;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the others tell may come in any order, twice and again; what is erased stays so (C2, C11). */
class RegisterIT extends RunningDisclosure {
    @Autowired
    @SuppressWarnings("NullAway.Init")
    private RegisterEndpoint register;

    private final ListedSubject company = Facts.organisation("91150403FAKE000800", "元宝山登记示例有限公司");

    @Test
    void anOlderFactNeverOverwritesANewerOne() {
        var first = facts().about(company).field("cf_nr", "一").fact();
        var last = facts().about(company)
                .id(first.record())
                .version(3)
                .field("cf_nr", "三")
                .fact();
        var second = facts().about(company)
                .id(first.record())
                .version(2)
                .field("cf_nr", "二")
                .fact();

        List.of(last, first, second, last).forEach(this::tell);
        settled();

        assertThat(read("/subjects/{id}", company.id()).text("/records/content/0/fields/cf_nr"))
                .isEqualTo("三");
        assertThat(count("records", first.record())).isOne();
    }

    @Test
    void whateverTheOrderTheRegisterIsTheSame() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var events = new ArrayList<Runnable>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            var fact = facts().about(company).fact();
            ids.add(fact.record());
            events.add(() -> tell(fact));
            for (int version = 2; version <= 3; version++) {
                var revised = facts().about(company)
                        .id(fact.record())
                        .version(version)
                        .state(random.nextBoolean() ? RecordState.PUBLISHED : RecordState.WITHDRAWN)
                        .fact();
                events.add(() -> tell(revised));
            }
        }
        Collections.shuffle(events, random);
        events.forEach(Runnable::run);
        Collections.shuffle(events, random);
        events.forEach(Runnable::run);
        settled();

        var hash = register.state().hash();
        events.forEach(Runnable::run);
        eventually(() -> register.state().hash().equals(hash));
        for (String id : ids) {
            var stored = document("records", id);
            assertThat(stored.getLong("seen")).as("seed %d", seed).isEqualTo(3);
            assertThat(stored.get("fact", Document.class).getInteger("version")).isEqualTo(3);
        }
    }

    @Test
    void ofWhatIsErasedATombstoneStaysThatNoOlderFactOverwrites() {
        var person = facts().person("孙示例", "999999199001010008");
        RecordFact before = facts().about(person).personName("孙示例").fact();
        RecordFact late = facts().about(person).personName("孙示例").fact();

        tell(before);
        tell(facts().erased(before));
        tell(facts().erased(late));
        tell(late);
        tell(before);
        settled();

        for (String id : List.of(before.record(), late.record())) {
            assertThat(document("records", id).keySet()).containsExactlyInAnyOrder("_id", "seen", "erased");
        }
        assertThat(mongo.getCollection("subjects")
                        .find(new Document("_id", person.id()))
                        .first())
                .as("nothing is left by which the person could be found")
                .isNull();
    }

    @Test
    void aSubjectIsKeptWhileSomethingIsSaidOfIt() {
        var person = facts().person("周示例", "999999198503120018");
        var erased = facts().about(person).personName("周示例").fact();
        tell(erased);
        tell(facts().about(person).personName("周示例").fact());
        tell(facts().erased(erased));
        settled();

        assertThat(person("周示例", "0018").at("/content")).hasSize(1);
    }

    /** Later ones came through on every partition, and later ones than those: what was before is done. */
    private void settled() {
        for (int round = 0; round < 2; round++) {
            List<String> markers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                var marker = facts().about(Facts.organisation("91150403FAKE000800", "标记"))
                        .state(RecordState.WITHDRAWN)
                        .fact();
                markers.add(marker.record());
                tell(marker);
            }
            var own = facts().about(company).state(RecordState.WITHDRAWN).fact();
            markers.add(own.record());
            tell(own);
            eventually(() -> markers.stream().allMatch(marker -> count("records", marker) == 1));
        }
    }

    private long count(String collection, String id) {
        return mongo.getCollection(collection).countDocuments(new Document("_id", id));
    }

    private Document document(String collection, String id) {
        var found =
                mongo.getCollection(collection).find(new Document("_id", id)).first();
        return Objects.requireNonNull(found, id);
    }
}
