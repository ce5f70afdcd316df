package org.jointcredit.disclosure.authorisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jointcredit.contract.event.RecordCategory;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.disclosure.authorisation.Authorisation.Scope;
import org.jointcredit.platform.form.Form;
import org.jspecify.annotations.Nullable;

/** Reads {@code {grantee: {username}, scope: {categories?, items?, listings?}, purpose, from?, until}}. */
final class AuthorisationForm {
    private static final int CODES = 100;
    private static final int CODE = 64;
    private static final int NAME = 100;
    private static final int PURPOSE = 500;

    private AuthorisationForm() {}

    record Wish(String grantee, Scope scope, String purpose, LocalDate from, LocalDate until) {}

    /**
     * @param giver log-in name of who gives it, and needs none
     * @param isItem whether the catalogue has it
     * @throws org.jointcredit.platform.web.Problem 422 with all errors
     */
    static Wish read(Form form, LocalDate today, String giver, Predicate<String> isItem) {
        // log-in names are kept in small letters
        String grantee = form.object("grantee").visibleText("username", NAME).toLowerCase(Locale.ROOT);
        if (grantee.equals(giver)) {
            form.error("grantee.username", ErrorCode.CODE_NOT_ALLOWED);
        }
        Scope scope = scope(form.object("scope"), isItem);
        String purpose = form.prose("purpose", PURPOSE);
        if (Masking.holdsIdNumber(purpose)) {
            form.error("purpose", ErrorCode.FORMAT);
        }
        LocalDate from = Objects.requireNonNullElse(form.optionalDate("from"), today);
        LocalDate until = form.date("until");
        if (until != null && (until.isBefore(from) || until.isBefore(today))) {
            form.error("until", ErrorCode.DATE_ORDER);
        }
        form.throwIfAny();
        return new Wish(grantee, scope, purpose, from, Form.sure(until));
    }

    private static Scope scope(Form form, Predicate<String> isItem) {
        int errors = form.errors().size();
        List<RecordCategory> categories = categories(form, form.optionalTexts("categories", CODES, CODE));
        List<String> items = orNone(form.optionalTexts("items", CODES, CODE));
        for (int i = 0; i < items.size(); i++) {
            if (!isItem.test(items.get(i))) {
                form.error("items[%d]".formatted(i), ErrorCode.UNKNOWN_CODE);
            }
        }
        boolean listings = Boolean.TRUE.equals(form.optionalBool("listings"));
        boolean nothing = categories.isEmpty() && items.isEmpty() && !listings;
        if (nothing && form.errors().size() == errors) {
            form.error("categories", ErrorCode.REQUIRED);
        }
        return new Scope(categories, items, listings);
    }

    private static List<RecordCategory> categories(Form form, @Nullable List<String> named) {
        List<RecordCategory> categories = new ArrayList<>();
        List<String> names = orNone(named);
        for (int i = 0; i < names.size(); i++) {
            try {
                categories.add(RecordCategory.valueOf(names.get(i)));
            } catch (IllegalArgumentException _) {
                form.error("categories[%d]".formatted(i), ErrorCode.UNKNOWN_CODE);
            }
        }
        return categories;
    }

    private static List<String> orNone(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
