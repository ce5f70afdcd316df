package org.jointcredit.objection.petition;

import java.util.Map;
import java.util.Optional;
import org.jointcredit.objection.remedy.RemedyKind;
import org.jointcredit.objection.remedy.TracedCase;
import org.jointcredit.objection.remedy.TracedCase.Effect;
import org.jointcredit.objection.remedy.TracedCases;
import org.jointcredit.platform.security.Caller;
import org.springframework.stereotype.Component;

/** Reviews, repairs and exits, to be followed to the last agency. */
@Component
final class TracedPetitions implements TracedCases {
    private static final Map<String, RemedyKind> KINDS =
            Map.of("reviews", RemedyKind.REVIEW, "repairs", RemedyKind.REPAIR, "exits", RemedyKind.EXIT);

    private final PetitionStore store;

    TracedPetitions(PetitionStore store) {
        this.store = store;
    }

    @Override
    public boolean keeps(String kind) {
        return KINDS.containsKey(kind);
    }

    @Override
    public Optional<TracedCase> traced(String kind, String id, Caller caller) {
        return Optional.ofNullable(KINDS.get(kind))
                .flatMap(known -> store.find(known, id, PetitionScope.of(caller)))
                .map(told -> of(told.petition()));
    }

    private static TracedCase of(Petition petition) {
        Award award = petition.award();
        return new TracedCase(
                petition.id(),
                petition.number(),
                petition.subject(),
                petition.of(),
                award == null ? Effect.NONE : effect(petition.kind(), award.outcome()),
                petition.hanging().holding(),
                petition.receivedAt(),
                award == null ? null : award.at());
    }

    private static Effect effect(RemedyKind kind, String outcome) {
        return switch (outcome) {
            case "UPHELD" -> Effect.REVOKE;
            case "PARTLY" -> Effect.CHANGE;
            case "GRANTED" -> kind == RemedyKind.EXIT ? Effect.END : Effect.MARK;
            default -> Effect.NONE;
        };
    }
}
