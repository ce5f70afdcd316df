package org.jointcredit.collection.record;

import java.util.Optional;
import java.util.function.Predicate;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.Names;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.form.IdentityReader;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.Departments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Whose record it is: a department hands in its own, the credit office every provider's (X1). */
@Component
final class Providers {
    static final String PROVIDER = "provider";

    private final Departments departments;
    private final IdentityReader reader;

    Providers(Departments departments, IdentityReader reader) {
        this.departments = departments;
        this.reader = reader;
    }

    /**
     * @param department the sender's own where none is named, or none that can be told
     * @param field names another department's, or one that nobody knows; null: none does
     * @param notYours whether the whole is refused for it
     */
    record Provider(Department department, @Nullable String field, boolean notYours) {}

    Provider of(ObjectNode body, Sender sender, @Nullable DoubleDisclosure layout, boolean inFile) {
        Department own = departments
                .find(sender.department())
                .orElseGet(() -> new Department(sender.department(), sender.department(), "", null, false));
        String named = text(body, PROVIDER);
        if (layout == null) {
            return named == null
                    ? good(own)
                    : judge(
                            own,
                            sender,
                            PROVIDER,
                            find(department -> department.code().equals(named)));
        }
        ObjectNode fields = body.get("fields") instanceof ObjectNode object ? object : body.objectNode();
        String code = text(fields, layout.providerCode());
        if (code != null) {
            String field = "fields." + layout.providerCode();
            // what is no code at all is said with the other errors of the fields
            return reader.readCode(code) instanceof Read.Good<org.jointcredit.contract.identity.UnifiedCode> good
                    ? judge(own, sender, field, find(is -> good.value().text().equals(is.unifiedCode())))
                    : good(own);
        }
        String name = text(fields, layout.provider());
        String field = "fields." + layout.provider();
        if (name != null) {
            Optional<Department> found = find(is -> Names.same(is.name(), name));
            return found.isPresent() || inFile ? judge(own, sender, field, found) : good(own);
        }
        return named == null
                ? good(own)
                : judge(
                        own,
                        sender,
                        PROVIDER,
                        find(department -> department.code().equals(named)));
    }

    /** A department nobody knows is, for everybody but the credit office, not the sender's. */
    private static Provider judge(Department own, Sender sender, String field, Optional<Department> named) {
        if (named.isPresent() && (sender.office() || named.get().code().equals(own.code()))) {
            return good(named.get());
        }
        return new Provider(own, field, !sender.office());
    }

    /** Says of a provider that nobody knows that it is unknown. */
    static void complain(Form form, Provider provider) {
        if (provider.field() != null) {
            form.error(provider.field(), ErrorCode.UNKNOWN_CODE);
        }
    }

    Optional<Department> byName(String name) {
        return find(department -> Names.same(department.name(), name));
    }

    private Optional<Department> find(Predicate<Department> which) {
        return departments.all().stream().filter(which).findFirst();
    }

    private static Provider good(Department department) {
        return new Provider(department, null, false);
    }

    private static @Nullable String text(ObjectNode object, String field) {
        String text = object.path(field).isString()
                ? IdentityText.trim(object.path(field).stringValue())
                : "";
        return text.isEmpty() ? null : text;
    }
}
