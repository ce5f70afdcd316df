package org.jointcredit.objection.objection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointcredit.objection.listing.KnownListing;
import org.jointcredit.objection.notice.KnownAction;
import org.jointcredit.objection.notice.KnownHold;
import org.jointcredit.objection.notice.NoticeStore;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The holds of an objection, as sanction has confirmed them until now (O2). */
@Component
final class Holds {
    private final Targets targets;
    private final NoticeStore notices;

    Holds(Targets targets, NoticeStore notices) {
        this.targets = targets;
        this.notices = notices;
    }

    List<HoldView> of(Objection objection) {
        List<KnownListing> touched = targets.touched(objection.against());
        if (touched.isEmpty()) {
            return List.of();
        }
        Map<String, KnownHold> confirmed = new LinkedHashMap<>();
        for (KnownAction action :
                notices.actionsOf(touched.stream().map(KnownListing::id).toList())) {
            action.hold(objection.id()).ifPresent(hold -> confirmed.put(action.listing(), hold));
        }
        boolean holding = objection.hanging().holding();
        return touched.stream()
                .flatMap(listing -> view(listing, confirmed.get(listing.id()), holding))
                .toList();
    }

    private static Stream<HoldView> view(KnownListing listing, @Nullable KnownHold confirmed, boolean holding) {
        if (confirmed != null) {
            return Stream.of(new HoldView(
                    listing.id(), HoldView.State.CONFIRMED, here(confirmed.since()), here(confirmed.endedAt())));
        }
        return holding && listing.ended() == null
                ? Stream.of(new HoldView(listing.id(), HoldView.State.PLACED, null, null))
                : Stream.empty();
    }

    private static @Nullable OffsetDateTime here(@Nullable Instant at) {
        return at == null
                ? null
                : Objects.requireNonNull(at).atZone(BusinessClock.ZONE).toOffsetDateTime();
    }
}
