package org.jointcredit.disclosure.accesslog;

import java.util.List;
import java.util.Locale;
import org.jointcredit.contract.event.RecordCategory;
import org.jspecify.annotations.Nullable;

/**
 * 查询目的: what an organ may look for, within its powers (A19, A22).
 *
 * @param departments codes of those whose powers it is; absent: of every organ of the state
 * @param categories what of the subject's information that is not public it opens
 */
public record Purpose(
        String code,
        String name,
        String nameEn,
        String basis,
        @Nullable List<String> departments,
        List<RecordCategory> categories) {
    public Purpose {
        departments = departments == null ? null : List.copyOf(departments);
        categories = List.copyOf(categories);
    }

    public boolean isOpenTo(String department) {
        return departments == null || departments.contains(department);
    }

    public String nameIn(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? nameEn : name;
    }
}
