package org.jointcredit.objection.notice;

import java.util.List;
import java.util.Optional;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.OwnersSnapshot;
import org.springframework.stereotype.Component;

/** Finds a notice; one that is not known here yet is asked of its owner, with its action, not refused. */
@Component
public final class NoticeLookup {
    private final NoticeStore store;
    private final Notices notices;
    private final OwnersSnapshot owner;

    NoticeLookup(NoticeStore store, Notices notices, OwnersSnapshot feedbackSnapshot) {
        this.store = store;
        this.notices = notices;
        this.owner = feedbackSnapshot;
    }

    public Optional<KnownNotice> find(String id) {
        return store.find(id).or(() -> {
            List<InboundEvent> told = owner.last(id);
            if (told.isEmpty()) {
                return Optional.empty();
            }
            notices.take(told);
            return store.find(id);
        });
    }
}
