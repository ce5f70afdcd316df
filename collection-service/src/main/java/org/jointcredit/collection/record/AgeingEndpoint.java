package org.jointcredit.collection.record;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/** {@code GET /actuator/ageing} says what a run would do (the dry run); {@code POST} does it now. */
@Component
@WebEndpoint(id = "ageing")
final class AgeingEndpoint {
    private final Ageing ageing;

    AgeingEndpoint(Ageing ageing) {
        this.ageing = ageing;
    }

    @ReadOperation
    Ageing.Outlook outlook() {
        return ageing.outlook();
    }

    /** @return what is left, because it was changed or not sent yet */
    @WriteOperation
    Ageing.Outlook run() {
        ageing.run();
        return ageing.outlook();
    }
}
