package org.jointcredit.disclosure.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.Document;
import org.jointcredit.contract.event.Disclosure;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.RecordState;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.disclosure.Facts;
import org.jointcredit.disclosure.Facts.Behind;
import org.jointcredit.disclosure.RunningDisclosure;
import org.jointcredit.platform.security.Public;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * D1, D5, X4: whatever is handed in, no answer to everybody holds what is closed, a whole name or a number of a person.
 */
class MaskingEverywhereIT extends RunningDisclosure {
    private static final String[] NAMES = {"钱示例", "欧阳示例", "阿卜杜拉·示例", "尉迟示范", "马示例"};
    private static final String[] NUMBERS = {"999999199001010008", "999999198503120018"};
    private static final String LIST = "SEVERE-MASKED";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Set<String> forbidden = new TreeSet<>(Set.of("UNSEEN"));
    private final List<ListedSubject> subjects = new ArrayList<>();
    private final Map<String, String> lastFour = new LinkedHashMap<>();

    @BeforeEach
    void muchIsSaidOfMany() {
        List<String> records = new ArrayList<>();
        List<String> listings = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = NAMES[random.nextInt(NAMES.length)];
            String number = NUMBERS[random.nextInt(NUMBERS.length)];
            boolean person = random.nextBoolean();
            ListedSubject subject =
                    person ? facts().person(name, number) : Facts.organisation("91150403FAKE000800", "元宝山遮蔽示例有限公司");
            subjects.add(subject);
            if (person) {
                lastFour.put(name, number.substring(14));
            }
            forbidden.add(name);
            forbidden.add(number);
            forbidden.add("13812345678");
            String behind = NAMES[random.nextInt(NAMES.length)];
            forbidden.add(behind);
            var told = facts().about(subject)
                    .item(random.nextBoolean() ? "XYGS-CF" : "XYGS-XK")
                    .field("cf_xdr_mc", person ? name : "元宝山遮蔽示例有限公司")
                    .field(
                            "cf_sy",
                            "当事人" + name(person, name) + "（" + number + "，电话138 1234 5678）及" + behind + "（"
                                    + String.join(" ", behind.split("")) + "）违反规定")
                    .field("cf_nr", "对" + behind + "，证件号码 " + spaced(number) + " 罚款")
                    .personalField("cf_frdb", behind)
                    .closedField("closed" + random.nextInt(5), "UNSEEN " + UUID.randomUUID());
            if (person) {
                told.personName(name);
            }
            switch (random.nextInt(4)) {
                case 0 -> told.disclosure(Disclosure.CLOSED).field("note", "UNSEEN");
                case 1 -> told.state(RecordState.WITHDRAWN).field("note", "UNSEEN");
                default -> {}
            }
            var fact = told.fact();
            records.add(fact.record());
            tell(fact);
            var listing = facts().listing(
                            subject,
                            person ? name : null,
                            LIST,
                            new Behind(UUID.randomUUID().toString(), behind, number));
            listings.add(listing.listing());
            tell(listing);
        }
        eventually(() -> all("records", records) && all("listings", listings));
        eventually(
                () -> all("subjects", subjects.stream().map(ListedSubject::id).toList()));
    }

    @Test
    void noAnswerToEverybodyHoldsWhatIsNotTheirs() {
        Map<String, List<Reply>> answers = new LinkedHashMap<>();
        answers.put("GET /subjects", List.of(search("遮蔽示例"), search("91150403FAKE000800"), search("钱示例")));
        answers.put(
                "GET /subjects/{id}",
                subjects.stream()
                        .map(subject -> read("/subjects/{id}", subject.id()))
                        .toList());
        answers.put("GET /lists/{code}", pages("/lists/" + LIST));
        answers.put("GET /double-disclosure", pages("/double-disclosure"));
        answers.put("GET /rules", List.of(read("/rules")));
        answers.put(
                "POST /persons",
                lastFour.entrySet().stream()
                        .map(person -> person(person.getKey(), person.getValue()))
                        .toList());

        assertThat(answers.keySet())
                .as("every door that is open to everybody is looked through")
                .isEqualTo(publicDoors());
        answers.forEach((door, replies) ->
                replies.forEach(reply -> assertThat(digitsTogether(reply.body().toString()))
                        .as("%s, seed %d", door, seed)
                        .doesNotContain(forbidden.toArray(String[]::new))));
        assertThat(subjects.stream()
                        .filter(subject -> subject.kind() == SubjectKind.PERSON)
                        .map(subject -> read("/subjects/{id}", subject.id()))
                        .filter(reply -> reply.status() == 200))
                .as("there is something to look at")
                .isNotEmpty();
    }

    private List<Reply> pages(String path) {
        List<Reply> pages = new ArrayList<>();
        for (int page = 0; page < 20; page++) {
            var reply = read(path + "?size=7&page=" + page);
            assertThat(reply.status()).isEqualTo(200);
            pages.add(reply);
        }
        assertThat(pages.getFirst().at("/content")).isNotEmpty();
        return pages;
    }

    private Set<String> publicDoors() {
        Set<String> doors = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.hasMethodAnnotation(Public.class)) {
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> info.getPatternValues()
                                .forEach(path -> doors.add(verb + path.replace("/api/disclosure/public", " "))));
            }
        });
        return doors;
    }

    private boolean all(String collection, List<String> ids) {
        return mongo.getCollection(collection).countDocuments(new Document("_id", new Document("$in", ids)))
                == ids.size();
    }

    private static String name(boolean person, String name) {
        return person ? name : "";
    }

    private static String spaced(String number) {
        return number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14);
    }

    private static String digitsTogether(String text) {
        return text.replace(" ", "");
    }
}
