package org.jointcredit.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.ListedSubject;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ObjectionFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is on a red and on a severe list gets the sanctions, and the incentives wait (law-codes: default rule set). */
class RedAndSevereIT extends RunningSanction {

    private static final int SUBJECTS = 8;

    /** One subject: a red listing and two severe ones, each with what is said of it, in the order of its sequence. */
    private final class Reference {
        private final ListedSubject subject = ListingFacts.organisation();
        private final List<List<ListingFact>> severe = new ArrayList<>();
        private final List<List<ObjectionFact>> objections = new ArrayList<>();
        private final ListingFact red = listed("RED-CONTRACT", ListClass.RED, null);
        private final List<Runnable> words = new ArrayList<>();

        private Reference(Random random) {
            words.add(() -> trigger(red, 1));
            for (String type : List.of("SEVERE-FIRE", "SEVERE-CCC")) {
                ListingFact listing = listed(type, ListClass.SEVERE, "LIFE_AND_HEALTH");
                List<ListingFact> facts = random.nextInt(3) == 0
                        ? List.of(listing, facts().ended(listing, EndingReason.EXIT))
                        : List.of(listing);
                severe.add(facts);
                for (int i = 0; i < facts.size(); i++) {
                    int seq = i + 1;
                    words.add(() -> trigger(facts.get(seq - 1), seq));
                }
                ObjectionFact received = Objections.received(subject.id(), Objections.listing(listing));
                List<ObjectionFact> said = switch (random.nextInt(3)) {
                    case 0 -> List.of();
                    case 1 -> List.of(received);
                    default -> List.of(received, Objections.rejected(received));
                };
                objections.add(said);
                for (int i = 0; i < said.size(); i++) {
                    int seq = i + 1;
                    words.add(() -> remedy(said.get(seq - 1), seq));
                }
            }
            Collections.shuffle(words, random);
        }

        private ListingFact listed(String type, ListClass listClass, @Nullable String group) {
            return facts().listing(UUID.randomUUID().toString(), type, listClass, group, subject);
        }

        private boolean sanctioned() {
            for (int i = 0; i < severe.size(); i++) {
                boolean held = !objections.get(i).isEmpty()
                        && objections.get(i).getLast().holding();
                if (severe.get(i).getLast().ended() == null && !held) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void whateverTheOrderIncentivesWaitAsLongAsASevereListingIsInForceAndNotItselfSuspended() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        List<Reference> subjects =
                Stream.generate(() -> new Reference(random)).limit(SUBJECTS).toList();
        List<Runnable> all = new ArrayList<>();
        subjects.forEach(subject -> all.addAll(subject.words));
        Collections.shuffle(all, random);
        all.forEach(Runnable::run);

        await().atMost(PATIENCE)
                .untilAsserted(() -> subjects.forEach(subject -> {
                    String told = "seed " + seed;
                    List<JsonNode> incentives = notices(subject.red);
                    assertThat(incentives).as(told).isNotEmpty();
                    assertThat(incentives).as(told).allSatisfy(notice -> {
                        assertThat(notice.path("legal").asString())
                                .isEqualTo(subject.sanctioned() ? "SUSPENDED" : "IN_FORCE");
                        assertThat(notice.path("holds")
                                        .valueStream()
                                        .map(hold -> hold.path("owner").asString())
                                        .toList())
                                .isEqualTo(subject.sanctioned() ? List.of("severe-list") : List.of());
                    });
                }));
    }

    @Test
    void theHoldComesAndGoesWithTheSevereListingAndWithAnObjectionAgainstIt() {
        var subject = ListingFacts.organisation();
        var red = facts().listing(UUID.randomUUID().toString(), "RED-CONTRACT", ListClass.RED, null, subject);
        var severe = facts().listing(
                        UUID.randomUUID().toString(), "SEVERE-FIRE", ListClass.SEVERE, "LIFE_AND_HEALTH", subject);
        var objection = Objections.received(subject.id(), Objections.listing(severe));
        trigger(red, 1);
        all(red, "IN_FORCE");
        trigger(severe, 1);
        all(red, "SUSPENDED");
        remedy(objection, 1);
        all(red, "IN_FORCE");
        all(severe, "SUSPENDED");
        remedy(Objections.rejected(objection), 2);
        all(red, "SUSPENDED");
        all(severe, "IN_FORCE");
        trigger(facts().ended(severe, EndingReason.TERM), 2);
        all(red, "IN_FORCE");
        all(severe, "ENDED");
    }

    private void all(ListingFact listing, String legal) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(notices(listing))
                        .isNotEmpty()
                        .allSatisfy(notice ->
                                assertThat(notice.path("legal").asString()).isEqualTo(legal)));
    }

    private List<JsonNode> notices(ListingFact listing) {
        return json(as("drc-supervisor")
                        .get()
                        .uri("/api/sanction/notices?size=200&listing={listing}", listing.listing())
                        .retrieve()
                        .body(String.class))
                .path("content")
                .valueStream()
                .toList();
    }
}
