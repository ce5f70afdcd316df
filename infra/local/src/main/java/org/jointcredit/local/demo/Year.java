package org.jointcredit.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.local.demo.Act.Change;
import org.jointcredit.local.demo.Act.Ending;
import org.jointcredit.local.demo.Act.HandIn;
import org.jointcredit.local.demo.Act.Way;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What departments do in a year, made by a seed: the same seed and days make the same year. The forty sample listings
/// go in on their own days; the others are written after their pattern, with subjects that do not exist.
final class Year {
    private static final List<String> WAITING =
            List.of("SEVERE-WAGES", "SEVERE-CONSTRUCTION", "SEVERE-FOOD-DRUG", "SEVERE-CONSUMER", "RED-TAX-A");

    private final Random random;
    private final Invention invention;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Act> acts = new ArrayList<>();
    private int counter = 1000;

    private Year(long seed, LocalDate from, LocalDate to) {
        this.random = new Random(seed);
        this.invention = new Invention(random);
        this.from = from;
        this.to = to;
    }

    /// @return what is done on each day on which something is done
    static TreeMap<LocalDate, List<Act>> of(long seed, LocalDate from, LocalDate to) {
        var year = new Year(seed, from, to);
        year.samples();
        year.invented();
        year.waiting();
        year.acts.sort(Comparator.comparing(Act::day).thenComparing(Act::number));
        return year.acts.stream().collect(Collectors.groupingBy(Act::day, TreeMap::new, Collectors.toList()));
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5;
    }

    /// A day on which offices are open, that one or the next.
    static LocalDate open(LocalDate day) {
        return isWeekend(day) ? open(day.plusDays(1)) : day;
    }

    private void samples() {
        for (var sample : Sample.all()) {
            var decided = LocalDate.parse(Sample.text(sample.listing(), "effectiveFrom"));
            var day = decided.isBefore(from) ? from : decided;
            if (!day.isAfter(to)) {
                acts.add(new HandIn(day, sample, anySystem()));
            }
        }
    }

    private void invented() {
        var patterns = Sample.all();
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (!isWeekend(day)) {
                for (int i = random.nextInt(10) / 4; i > 0; i--) {
                    life(listing(patterns.get(random.nextInt(patterns.size())), day), day);
                }
            }
        }
    }

    /// So that approvers find something to decide.
    private void waiting() {
        var day = isWeekend(to) ? open(to).minusDays(3) : to;
        for (var type : WAITING) {
            Sample.all().stream()
                    .filter(pattern -> pattern.listType().equals(type))
                    .findFirst()
                    .ifPresent(pattern -> acts.add(new HandIn(day, listing(pattern, day), Way.WAITING)));
        }
    }

    private Sample listing(Sample pattern, LocalDate day) {
        var listing = (ObjectNode) pattern.listing().deepCopy();
        counter++;
        listing.put("number", pattern.department() + "-" + day.getYear() + "-" + counter);
        listing.put("effectiveFrom", day.toString());
        var decision = (ObjectNode) listing.get("decision");
        decision.put("date", day.toString());
        decision.put(
                "document",
                Sample.text(decision, "document")
                        .replaceFirst("〔\\d+〕\\d+号", "〔" + day.getYear() + "〕" + counter + "号"));
        invention.subject((ObjectNode) listing.get("subject"));
        invention.persons((ArrayNode) listing.get("persons"));
        if (random.nextInt(7) == 0) {
            listing.put("until", day.plusDays(60 + random.nextInt(240)).toString());
        }
        return new Sample(pattern.department(), listing);
    }

    /// How it goes in, and what becomes of it.
    private void life(Sample sample, LocalDate day) {
        var way = random.nextInt(8) == 0 ? Way.OFFICERS : anySystem();
        acts.add(new HandIn(day, sample, way));
        if (sample.listType().startsWith("REF-")) {
            return;
        }
        switch (random.nextInt(20)) {
            case 0, 1, 2 -> add(ending(sample, "EXIT", open(day.plusDays(40 + random.nextInt(160)))));
            case 3 -> add(ending(sample, "REVOKED", open(day.plusDays(5 + random.nextInt(35)))));
            case 4, 5 -> {
                if (sample.listing().path("subject").has("code")) {
                    add(change(sample, open(day.plusDays(3 + random.nextInt(50)))));
                }
            }
            default -> {}
        }
    }

    private void add(Act act) {
        var until = acts.stream()
                .filter(each -> each.number().equals(act.number()))
                .map(each -> Sample.text(each.body(), "until"))
                .filter(text -> !text.isEmpty())
                .findFirst();
        boolean over = until.isPresent() && act.day().isAfter(LocalDate.parse(until.get()));
        if (!act.day().isAfter(to) && !over) {
            acts.add(act);
        }
    }

    private Way anySystem() {
        return random.nextBoolean() ? Way.SYSTEM_OVER_REST : Way.SYSTEM_OVER_KAFKA;
    }

    private static Ending ending(Sample sample, String reason, LocalDate day) {
        var text = Map.of("EXIT", "移出", "REVOKED", "撤销");
        var body = ContractJson.mapper()
                .createObjectNode()
                .put("number", sample.number())
                .put("reason", reason);
        var decision = sample.listing().path("decision");
        body.putObject("decision")
                .put("document", Sample.text(decision, "document") + "（" + text.get(reason) + "）")
                .put("authority", Sample.text(decision, "authority"))
                .put("date", day.toString())
                .put("basis", Sample.text(decision, "basis"));
        body.put("on", day.toString());
        return new Ending(day, sample.department(), sample.number(), body);
    }

    /// One person more is found to be responsible.
    private Change change(Sample sample, LocalDate day) {
        var persons = (ArrayNode) sample.listing().get("persons").deepCopy();
        invention.personBehind(persons);
        var decision = sample.listing().path("decision");
        var body = ContractJson.mapper()
                .createObjectNode()
                .put("number", sample.number())
                .put("reason", "补充查证，另有责任人");
        body.set("persons", persons);
        body.putObject("decision")
                .put("facts", "经补充查证属实。")
                .put("proposedBy", Sample.text(decision, "proposedBy"))
                .put("decidedBy", Sample.text(decision, "decidedBy"));
        return new Change(day, sample.department(), sample.number(), body);
    }
}
