package org.jointcredit.disclosure.register;

import java.time.OffsetDateTime;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.platform.time.BusinessClock;
import org.springframework.stereotype.Component;

/** The rule pack in force, and until when what is answered holds. */
@Component
final class ServiceRules {
    private final LawBook<ServiceRule> book;
    private final BusinessClock clock;

    ServiceRules(LawStore law, BusinessClock clock) {
        this.book = law.load("service-rules", ServiceRule.class);
        this.clock = clock;
    }

    LawVersion<ServiceRule> inForce() {
        return book.inForce(clock.today());
    }

    String version() {
        return inForce().version();
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.now(), BusinessClock.ZONE);
    }
}
