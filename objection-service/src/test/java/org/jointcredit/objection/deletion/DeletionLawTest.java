package org.jointcredit.objection.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A28: awards, volunteering and donations go within five working days of the request, and nothing else does. */
class DeletionLawTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

    private final DeletionLaw law = DeletionLaw.shipped();

    @Test
    void honoursVolunteeringAndDonationsMayBeDeletedWithinFiveWorkingDays() {
        assertThat(law.inForce(TODAY).entries())
                .extracting(Deletable::item)
                .containsExactly("ORG-F-01", "ORG-F-02", "ORG-F-07", "ORG-F-08", "PER-F-01", "PER-F-02");
        assertThat(law.inForce(TODAY).entries()).allSatisfy(deletable -> {
            assertThat(deletable.workingDays()).isEqualTo(5);
            assertThat(deletable.basis()).isEqualTo("A28");
        });
    }

    @Test
    void whatIsBasicOrAdverseAndWhatAnAuthorityFoundOutStays() {
        for (String item : new String[] {"PER-B-01", "PER-A-05", "ORG-F-03", "ORG-F-05", "PER-F-03", "XYGS-CF"}) {
            assertThat(law.find(item, TODAY)).as(item).isEmpty();
        }
    }
}
