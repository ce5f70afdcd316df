package org.jointcredit.sanction.supervision;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.stereotype.Component;

/** {@code POST /actuator/recount {"repair": true}}: counts all notices anew and compares with the figures shown. */
@Component
@WebEndpoint(id = "recount")
final class RecountEndpoint {

    private final Recount recount;

    RecountEndpoint(Recount recount) {
        this.recount = recount;
    }

    /** @param repair what is found wrong is put right */
    @WriteOperation
    Recount.Outcome recount(@Nullable Boolean repair) {
        return recount.run(Boolean.TRUE.equals(repair));
    }
}
