package org.jointcredit.sanction.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.cipher.IndexKeys;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.json.CanonicalJson;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.law.LawProposal;
import org.jointcredit.platform.law.LawProposal.Word;
import org.jointcredit.platform.law.LawProposals;
import org.jointcredit.platform.law.LawState;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.RequestIds;
import org.jointcredit.platform.security.Role;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.sanction.measure.Measure;
import org.jointcredit.sanction.measure.Measures;
import org.jointcredit.sanction.rule.RuleSetForm.Ground;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** New law is proposed by one law administrator and put in force by another (S1, S2). */
@Component
final class RuleSetService {

    private static final int REASON = 2048;
    private static final int ATTEMPTS = 5;
    private static final int TRY_AGAIN_AFTER = 1;

    private final RuleSets ruleSets;
    private final Measures measures;
    private final ListTypes listTypes;
    private final Departments departments;
    private final LawStore law;
    private final LawProposals proposals;
    private final IndexKeys keys;
    private final BusinessClock clock;

    RuleSetService(
            RuleSets ruleSets,
            Measures measures,
            ListTypes listTypes,
            Departments departments,
            LawStore law,
            LawProposals proposals,
            IndexKeys keys,
            BusinessClock clock) {
        this.ruleSets = ruleSets;
        this.measures = measures;
        this.listTypes = listTypes;
        this.departments = departments;
        this.law = law;
        this.proposals = proposals;
        this.keys = keys;
        this.clock = clock;
    }

    /** @param key the caller's idempotency key */
    RuleSetView propose(Caller caller, ObjectNode body, @Nullable String key) {
        String request = RequestIds.of(caller, "rule-set", key);
        String text = CanonicalJson.of(body);
        Optional<LawProposal> first = proposals.ofRequest(RuleSets.KIND, request);
        if (first.isPresent()) {
            return sameAs(first.get(), text);
        }
        Form form = Form.of(body);
        var read = new RuleSetForm(ground(null)).read(form);
        form.throwIfAny();
        RuleSetProposal proposed = Form.sure(read);
        LawProposal proposal = LawProposal.of(
                proposed.ruleSet(), proposed.together(), word(caller, null), request, keys.keyedFingerprint(text));
        if (!proposals.insert(proposal)) {
            LawProposal faster = proposals.ofRequest(RuleSets.KIND, request).orElseThrow(RuleSetService::taken);
            return sameAs(faster, text);
        }
        return whole(proposal);
    }

    private RuleSetView sameAs(LawProposal first, String text) {
        if (!keys.matches(first.fingerprint(), text)) {
            throw Problem.duplicate("Idempotency-Key");
        }
        return whole(first);
    }

    private static Problem taken() {
        return Problem.invalid(List.of(new FieldError("version", ErrorCode.DUPLICATE)));
    }

    /**
     * It is judged again, by the law of this moment.
     *
     * @throws Problem 409 if it is decided, 403 for its proposer, 422 if by now it may not become law
     */
    RuleSetView putInForce(Caller caller, String id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            LawProposal proposal = open(id);
            if (proposal.proposed().officer().equals(caller.username())) {
                throw Problem.fourEyes("");
            }
            law.refresh();
            long seen = law.revision();
            Form form = Form.of(ContractJson.mapper().valueToTree(content(proposal)));
            new RuleSetForm(ground(proposal.version().version())).read(form);
            form.throwIfAny();
            if (proposals.enact(proposal, word(caller, null), seen)) {
                law.refresh();
                return one(id, caller);
            }
        }
        throw Problem.unavailable(TRY_AGAIN_AFTER);
    }

    /**
     * By either of the two: nothing becomes law by it.
     *
     * @param body {@code {reason}}
     */
    RuleSetView refuse(Caller caller, String id, ObjectNode body) {
        LawProposal proposal = open(id);
        Form form = Form.of(body);
        String reason = form.prose("reason", REASON);
        form.throwIfAny();
        if (!proposals.refuse(proposal, word(caller, reason))) {
            throw decided();
        }
        return one(id, caller);
    }

    private LawProposal open(String id) {
        LawProposal proposal = proposal(id).orElseThrow(() -> isLaw(id) ? decided() : Problem.unknown());
        if (proposal.state() != LawState.PROPOSED) {
            throw decided();
        }
        return proposal;
    }

    private static Problem decided() {
        return Problem.wrongState("detail.ruleSetDecided");
    }

    private boolean isLaw(String id) {
        return ruleSets.find(id).isPresent();
    }

    private Optional<LawProposal> proposal(String id) {
        String prefix = RuleSetProposal.id("");
        return id.startsWith(prefix) ? proposals.find(RuleSets.KIND, id.substring(prefix.length())) : Optional.empty();
    }

    /** @param own version of the proposal that is judged; null: it is not kept yet */
    private Ground ground(@Nullable String own) {
        Collection<ListTypes.ListType> types = listTypes.all();
        law.refresh();
        return law.consistently(() -> new Ground(
                clock.today(),
                newestDay(),
                version -> !version.equals(own) && isTaken(version),
                measures.newest().entries(),
                types,
                departments));
    }

    private LocalDate newestDay() {
        LocalDate rules = ruleSets.versions().getLast().effectiveFrom();
        LocalDate list = measures.newest().effectiveFrom();
        return rules.isAfter(list) ? rules : list;
    }

    private boolean isTaken(String version) {
        return !version.isEmpty()
                && (ruleSets.versions().stream()
                                .anyMatch(rules -> rules.version().equals(version))
                        || isLaw(RuleSetProposal.id(version))
                        || measures.known(version).isPresent()
                        || proposals.find(RuleSets.KIND, version).isPresent());
    }

    private Word word(Caller caller, @Nullable String reason) {
        return new Word(
                caller.username(),
                caller.displayName(),
                caller.address(),
                clock.now()
                        .truncatedTo(ChronoUnit.MILLIS), // as it is kept, so that the first answer can be given again
                reason);
    }

    private static RuleSetProposal content(LawProposal proposal) {
        return RuleSetProposal.of(
                proposal.version(RuleSet.class), list(proposal).orElse(null));
    }

    private static Optional<LawVersion<Measure>> list(LawProposal proposal) {
        return proposal.together(Measures.KIND, Measure.class);
    }

    /**
     * Who may know of it: law everybody, what is not law the law administrators.
     *
     * @param caller null: nobody that is known
     */
    RuleSetView one(String id, @Nullable Caller caller) {
        law.refresh();
        Optional<LawVersion<RuleSet>> rules = ruleSets.find(id);
        if (rules.isPresent()) {
            var version = rules.get();
            RuleSetView view = view(version);
            return version.enacted() == null
                    ? view
                    : measures.known(version.version())
                            .map(list -> with(view, list))
                            .orElse(view);
        }
        return proposal(id).filter(_ -> mayKnowDrafts(caller)).map(this::whole).orElseThrow(Problem::unknown);
    }

    /** The one that governs today. */
    RuleSetView governing() {
        law.refresh();
        return view(ruleSets.inForce(clock.today()));
    }

    /** All that were ever put in force. */
    List<RuleSetView> law() {
        law.refresh();
        return ruleSets.versions().stream().map(this::view).toList();
    }

    /** @throws Problem 401 or 403 for whom it is none of their business */
    PageOf<RuleSetView> drafts(LawState state, @Nullable Caller caller, PageRequest asked) {
        if (caller == null) {
            throw Problem.unidentified();
        }
        if (!mayKnowDrafts(caller)) {
            throw Problem.forbidden();
        }
        return proposals.page(RuleSets.KIND, state, asked).map(RuleSetView::proposed);
    }

    private static boolean mayKnowDrafts(@Nullable Caller caller) {
        return caller != null && caller.has(Role.LAW_ADMIN);
    }

    private RuleSetView view(LawVersion<RuleSet> version) {
        return RuleSetView.law(
                version,
                version.version().equals(ruleSets.inForce(clock.today()).version()));
    }

    private RuleSetView whole(LawProposal proposal) {
        RuleSetView view = RuleSetView.proposed(proposal);
        return list(proposal).map(list -> with(view, list)).orElse(view);
    }

    private RuleSetView with(RuleSetView view, LawVersion<Measure> list) {
        return view.with(list.entries(), List.copyOf(Measures.missing(measures.beforeThat(list), list)));
    }
}
