package org.jointcredit.collection.listing;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.collection.listing.ListingContent.PersonSaid;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.collection.subject.IdentityForm;
import org.jointcredit.contract.event.PersonRole;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jspecify.annotations.Nullable;

/** The persons behind an organisation, as a body names them. */
final class PersonsForm {
    static final int MOST = 200;

    private PersonsForm() {}

    /** One entry; what could not be read is null, and the form says why. */
    record Entry(
            Form form,
            Identity.@Nullable Person who,
            @Nullable PersonRole role,
            boolean directlyResponsible,
            boolean ownEarnings) {

        static Entry read(Form form, IdentityForm identities) {
            PersonRole role = form.enumOf("role", PersonRole.class);
            Identity.Person who = identities.person(form);
            boolean responsible = Boolean.TRUE.equals(form.optionalBool("directlyResponsible"));
            boolean ownEarnings = Boolean.TRUE.equals(form.optionalBool("ownEarnings"));
            return new Entry(form, who, role, responsible, ownEarnings);
        }

        /** A2: who was not of full capacity on the day of the decision cannot be reached by it. */
        void judge(@Nullable LocalDate decided, Prose.Texts texts) {
            texts.name(form, who);
            if (who != null && decided != null && who.document().lacksCapacityOn(decided, ownEarnings)) {
                form.error("idNumber", ErrorCode.NOT_OF_AGE, "A2");
            }
        }

        PersonSaid said() {
            return new PersonSaid(Form.sure(who), Form.sure(role), directlyResponsible, ownEarnings);
        }
    }

    static List<PersonSaid> said(List<Entry> entries) {
        return entries.stream().map(Entry::said).toList();
    }
}
