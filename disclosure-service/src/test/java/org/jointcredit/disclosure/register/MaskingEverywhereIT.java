package org.jointcredit.disclosure.register;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    private final Set<String> wholeNumbers = new TreeSet<>();
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
            String behind = NAMES[random.nextInt(NAMES.length)];
            forbidden.addAll(List.of(bare(name), bare(behind), number.substring(6), "13812345678"));
            var told = facts().about(subject)
                    .item(random.nextBoolean() ? "XYGS-CF" : "XYGS-XK")
                    .field("cf_xdr_mc", person ? name : "元宝山遮蔽示例有限公司")
                    .field(
                            "cf_sy",
                            "当事人" + name(person, name) + "（" + number + "，电话138 1234 5678）及" + behind + "（"
                                    + spelled(behind) + "）违反规定，Tel" + spelled("13812345678") + "转8001")
                    .field("cf_nr", "对" + spelled(behind) + "，证件号码" + spelled(number) + "，罚款人民币13800138000元")
                    .exactField("cf_xdr_gszc", "150403800101001")
                    .exactField("cf_nr_fk", "13800138000")
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
            wholeNumbers.add(fact.record());
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

    @ParameterizedTest
    @CsvSource({"zh-CN,application/json", "en,application/json", "en,text/csv", "zh-CN,*/*"})
    void noAnswerToEverybodyHoldsWhatIsNotTheirs(String language, String form) {
        askingFor = client -> client.defaultHeader("Accept-Language", language).defaultHeader("Accept", form);
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
                replies.forEach(reply -> assertThat(bare(reply.body().toString()))
                        .as("%s, seed %d", door, seed)
                        .doesNotContain(forbidden.toArray(String[]::new))));
        assertThat(subjects.stream()
                        .filter(subject -> subject.kind() == SubjectKind.PERSON)
                        .map(subject -> read("/subjects/{id}", subject.id()))
                        .filter(reply -> reply.status() == 200))
                .as("there is something to look at")
                .isNotEmpty();
        assertThat(answers.get("GET /double-disclosure").stream()
                        .flatMap(page -> page.at("/content").valueStream())
                        .filter(record -> wholeNumbers.contains(record.at("/id").asString())))
                .as("registration numbers and amounts stay whole")
                .isNotEmpty()
                .allSatisfy(record -> {
                    assertThat(record.at("/fields/cf_xdr_gszc").asString()).isEqualTo("150403800101001");
                    assertThat(record.at("/fields/cf_nr_fk").asString()).isEqualTo("13800138000");
                    assertThat(record.at("/fields/cf_nr").asString()).contains("人民币13800138000元");
                });
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

    /** With something between its characters, or wider. */
    private String spelled(String text) {
        return switch (random.nextInt(5)) {
            case 0 -> String.join(" ", text.split(""));
            case 1 -> String.join("·", text.split(""));
            case 2 -> String.join("-", text.split(""));
            case 3 -> wide(text);
            default -> text;
        };
    }

    private static String wide(String text) {
        return text.chars()
                .mapToObj(c -> Character.toString(c > ' ' && c <= '~' ? c - '!' + '！' : c))
                .collect(joining());
    }

    /** Without what stood between the characters. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[ ·・-]", "");
    }
}
