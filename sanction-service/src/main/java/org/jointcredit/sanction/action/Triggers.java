package org.jointcredit.sanction.action;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.ListingFact;
import org.jointcredit.contract.event.ListingSealed;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.Dispatch;
import org.jointcredit.platform.eventing.EventHandler;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.time.BusinessClock;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 发起: facts of listings become joint actions and their notices, as many as sensible in one transaction, the actions
 * written first.
 */
final class Triggers implements EventHandler {

    /** Measured on two cores: with 20 listings a transaction three times the notices a second of one at a time. */
    private static final int LISTINGS_A_TRANSACTION = 20;

    private final JointActionStore actions;
    private final NoticeStore notices;
    private final Planner planner;
    private final FieldCipher cipher;
    private final BusinessClock clock;
    private final TransactionTemplate transactions;
    private final Relay actionRelay;
    private final Relay noticeRelay;

    Triggers(
            JointActionStore actions,
            NoticeStore notices,
            Planner planner,
            FieldCipher cipher,
            BusinessClock clock,
            TransactionTemplate transactions,
            Relay actionRelay,
            Relay noticeRelay) {
        this.actions = actions;
        this.notices = notices;
        this.planner = planner;
        this.cipher = cipher;
        this.clock = clock;
        this.transactions = transactions;
        this.actionRelay = actionRelay;
        this.noticeRelay = noticeRelay;
    }

    private record Trigger(InboundEvent event, ListingFact listing, long seq) {}

    private record Written(List<Dispatch> actions, List<Dispatch> notices) {}

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
        planner.refresh();
        Written written = transactions.execute(_ -> write(triggers));
        if (written != null) {
            actionRelay.send(written.actions());
            noticeRelay.send(written.notices());
            if (triggers.size() > written.actions().size()) {
                actionRelay.wake();
                noticeRelay.wake();
            }
        }
    }

    private Written write(List<Trigger> triggers) {
        var ids = triggers.stream().map(trigger -> trigger.listing().listing()).toList();
        Map<String, JointAction> known = actions.findAll(ids);
        Map<String, Map<String, Notice>> stored = known.isEmpty() ? Map.of() : notices.ofActions(known.keySet());
        List<JointAction> opened = new ArrayList<>();
        Map<String, Step> steps = new HashMap<>();
        Map<String, Cause> causes = new HashMap<>();
        Map<String, List<NoticeChange>> changes = new LinkedHashMap<>();
        for (Trigger trigger : triggers) {
            JointAction before = known.get(trigger.listing().listing());
            if (before != null && trigger.seq() <= before.listingSeq()) {
                continue;
            }
            JointAction action = before == null ? open(trigger) : renew(before, trigger);
            Map<String, Notice> noticesBefore = stored.getOrDefault(action.id(), Map.of());
            boolean termsChanged = before != null
                    && !Objects.equals(
                            before.listing().until(), action.listing().until());
            List<NoticeChange> moves = planner.align(action, noticesBefore, clock.now(), termsChanged);
            Step changed = changed(action, noticesBefore, moves);
            Cause cause = Cause.of(trigger.event(), trigger.listing().department(), clock.now());
            causes.put(action.id(), cause);
            changes.put(action.id(), moves);
            if (before == null) {
                opened.add(action);
                steps.put(action.id(), changed);
            } else {
                actions.update(action, changed, cause);
            }
        }
        List<Dispatch> newActions = actions.open(opened, steps, causes);
        List<Dispatch> newNotices = new ArrayList<>();
        newNotices.addAll(notices.write(changes, causes));
        return new Written(newActions, newNotices);
    }

    private JointAction open(Trigger trigger) {
        ListingFact listing = trigger.listing();
        LocalDate day = LocalDate.ofInstant(listing.publishedAt(), BusinessClock.ZONE);
        PinnedLaw law = planner.inForce(day);
        return JointAction.opened(
                withoutSealed(listing),
                trigger.seq(),
                names(listing),
                law,
                planner.repealed(law, clock.today()),
                planner.plan(listing, law),
                clock.now());
    }

    private JointAction renew(JointAction action, Trigger trigger) {
        ListingFact listing = trigger.listing();
        return action.listingNow(
                        withoutSealed(listing), trigger.seq(), names(listing), planner.plan(listing, action.law()))
                .repealed(planner.repealed(action.law(), clock.today()));
    }

    static Step changed(JointAction action, Map<String, Notice> before, List<NoticeChange> moves) {
        Map<String, Notice> now = new LinkedHashMap<>(before);
        moves.forEach(move -> now.put(move.notice().id(), move.notice()));
        var payload = new ActionChanged(
                action.id(),
                action.listing().listing(),
                action.holds(),
                now.values().stream()
                        .map(notice -> new ActionChanged.Notice(
                                notice.id(),
                                notice.imposed().measure(),
                                notice.imposed().agency(),
                                notice.imposed().subject().id(),
                                notice.legal(),
                                notice.owes()))
                        .toList());
        return Step.sent(EventTypes.ACTION_CHANGED, payload, Topics.FEEDBACK, action.id());
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
