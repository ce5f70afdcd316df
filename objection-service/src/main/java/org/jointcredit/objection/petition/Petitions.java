package org.jointcredit.objection.petition;

import java.net.URI;
import java.util.List;
import org.jointcredit.objection.petition.PetitionStore.Told;
import org.jointcredit.objection.remedy.RemedyKind;
import org.jointcredit.platform.eventing.JournalEntry;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How petitions of every kind are shown. */
@Component
final class Petitions {
    private static final Sorts SORTS = Sorts.of(PetitionStore.RECEIVED_AT, PetitionStore.DUE_ON);

    private final PetitionStore store;
    private final BusinessClock clock;

    Petitions(PetitionStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    ResponseEntity<PetitionView> created(String path, Petition petition) {
        return ResponseEntity.created(URI.create(path + "/" + petition.id())).body(view(petition, null));
    }

    PageOf<PetitionView> list(RemedyKind kind, @Nullable PetitionState state, Paging paging, Caller caller) {
        return store.page(kind, state, PetitionScope.of(caller), paging.in(SORTS))
                .map(petition -> view(petition, null));
    }

    PetitionView one(RemedyKind kind, String id, Caller caller) {
        Told told = store.find(kind, id, PetitionScope.of(caller)).orElseThrow(Problem::unknown);
        return view(told.petition(), told.journal());
    }

    PetitionView view(Petition petition, @Nullable List<JournalEntry> journal) {
        return PetitionView.of(petition, clock.today(), journal);
    }
}
