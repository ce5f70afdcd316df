package org.jointcredit.sanction.action;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ListingSealed;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.EventHandler;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.sanction.action.Consequences.Written;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 发起: facts of listings become joint actions and their notices, as many as sensible in one transaction, their grounds
 * and the actions written first.
 */
final class Triggers implements EventHandler {

    /** Measured on two cores: with 20 listings a transaction three times the notices a second of one at a time. */
    private static final int LISTINGS_A_TRANSACTION = 20;

    private final JointActionStore actions;
    private final GroundStore grounds;
    private final Consequences consequences;
    private final Planner planner;
    private final FieldCipher cipher;
    private final BusinessClock clock;
    private final TransactionTemplate transactions;
    private final Relay actionRelay;
    private final Relay noticeRelay;

    Triggers(
            JointActionStore actions,
            GroundStore grounds,
            Consequences consequences,
            Planner planner,
            FieldCipher cipher,
            BusinessClock clock,
            TransactionTemplate transactions,
            Relay actionRelay,
            Relay noticeRelay) {
        this.actions = actions;
        this.grounds = grounds;
        this.consequences = consequences;
        this.planner = planner;
        this.cipher = cipher;
        this.clock = clock;
        this.transactions = transactions;
        this.actionRelay = actionRelay;
        this.noticeRelay = noticeRelay;
    }

    private record Trigger(InboundEvent event, ListingFact listing, long seq) {}

    @Override
    public void handle(List<InboundEvent> events) {
        List<Trigger> chunk = new ArrayList<>();
        Set<String> listings = new HashSet<>();
        for (InboundEvent event : events) {
            var fact = event.as(ListingFact.class);
            if (listings.contains(fact.listing()) || chunk.size() == LISTINGS_A_TRANSACTION) {
                apply(chunk);
                chunk.clear();
                listings.clear();
            }
            listings.add(fact.listing());
            chunk.add(new Trigger(
                    event, fact, Objects.requireNonNull(event.headers().sequence())));
        }
        if (!chunk.isEmpty()) {
            apply(chunk);
        }
    }

    /**
     * While agencies report on notices of one of them, all together might never win; alone each is short, and does not
     * wait for the others.
     */
    private void apply(List<Trigger> triggers) {
        try {
            applyTogether(triggers);
        } catch (RuntimeException e) {
            if (triggers.size() == 1 || !NoticeStore.isRace(e)) {
                throw e;
            }
            triggers.forEach(trigger -> applyTogether(List.of(trigger)));
        }
    }

    private void applyTogether(List<Trigger> triggers) {
        Written written = transactions.execute(_ -> write(triggers));
        if (written != null) {
            actionRelay.send(written.actions());
            noticeRelay.send(written.notices());
            if (written.changed()) {
                actionRelay.wake();
                noticeRelay.wake();
            }
        }
    }

    private Written write(List<Trigger> triggers) {
        grounds.write(triggers.stream().flatMap(Triggers::grounds).toList());
        Map<String, List<KnownHold>> holds = grounds.holds(triggers.stream()
                .flatMap(trigger -> Grounds.of(trigger.listing()).stream())
                .toList());
        Map<String, JointAction> known = actions.findAll(
                triggers.stream().map(trigger -> trigger.listing().listing()).toList());
        List<Consequences.Change> changes = new ArrayList<>();
        for (Trigger trigger : triggers) {
            JointAction before = known.get(trigger.listing().listing());
            if (before != null && trigger.seq() <= before.listingSeq()) {
                continue;
            }
            JointAction action = before == null ? open(trigger) : renew(before, trigger);
            changes.add(new Consequences.Change(
                    before,
                    action.held(Grounds.holds(action, holds)),
                    Cause.of(trigger.event(), trigger.listing().department(), clock.now())));
        }
        return consequences.write(changes);
    }

    private static Stream<String> grounds(Trigger trigger) {
        return Stream.concat(
                Grounds.of(trigger.listing()).stream(),
                Stream.of(Grounds.subject(trigger.listing().subject().id())));
    }

    private JointAction open(Trigger trigger) {
        ListingFact listing = trigger.listing();
        LocalDate day = LocalDate.ofInstant(listing.publishedAt(), BusinessClock.ZONE);
        PinnedLaw law = planner.inForce(day);
        return JointAction.opened(
                withoutSealed(listing), trigger.seq(), names(listing), law, planner.plan(listing, law), clock.now());
    }

    private JointAction renew(JointAction action, Trigger trigger) {
        ListingFact listing = trigger.listing();
        return action.listingNow(
                withoutSealed(listing), trigger.seq(), names(listing), planner.plan(listing, action.law()));
    }

    /** How its subjects are shown: of a person, sanction keeps the masked name only. */
    private Map<String, String> names(ListingFact listing) {
        var sealed = ContractJson.mapper()
                .readValue(cipher.open(listing.sealed(), "listing", "sealed", listing.listing()), ListingSealed.class);
        Map<String, String> names = new LinkedHashMap<>();
        sealed.persons().forEach(person -> names.put(person.subject(), person.masked()));
        var subject = listing.subject();
        String shown = subject.kind() == SubjectKind.ORGANISATION ? subject.name() : sealed.subjectMasked();
        names.put(subject.id(), Objects.requireNonNull(shown));
        return names;
    }

    private static ListingFact withoutSealed(ListingFact listing) {
        return new ListingFact(
                listing.listing(),
                listing.number(),
                listing.department(),
                listing.listType(),
                listing.listClass(),
                listing.group(),
                listing.subject(),
                listing.persons(),
                listing.decision(),
                listing.effectiveFrom(),
                listing.until(),
                listing.basedOn(),
                listing.evidence(),
                listing.version(),
                listing.lawVersion(),
                listing.publishedAt(),
                listing.ended(),
                "");
    }
}
