package org.jointcredit.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/// `?page=0&size=20&sort=field[,desc]` as sent. A controller method names it as a parameter, annotated with springdoc's
/// `@ParameterObject`.
public record Paging(
        @Nullable String page,
        @Nullable String size,
        @Nullable String sort) {
    private static final int USUAL = 20;
    public static final int MOST = 200;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /// The same with another size where none is sent.
    public Paging usually(int entries) {
        return size == null ? new Paging(page, Integer.toString(entries), sort) : this;
    }

    /// @throws Problem 400 for a bad page, size or sort
    public PageRequest in(Sorts sorts) {
        var number = page == null ? 0 : number("page", page);
        var wanted = size == null ? USUAL : number("size", size);
        if (wanted < 1 || wanted > MOST) {
            throw Problem.badParameter("size");
        }
        if ((long) number * wanted > Integer.MAX_VALUE) {
            throw Problem.badParameter("page");
        }
        return PageRequest.of(number, wanted, order(sorts));
    }

    private static int number(String name, String value) {
        if (!NUMBER.matcher(value).matches()) {
            throw Problem.badParameter(name);
        }
        return Integer.parseInt(value);
    }

    private Sort order(Sorts sorts) {
        var wish = sort == null ? sorts.byDefault() : sort;
        var descending = wish.endsWith(",desc");
        var field = sorts.fields().get(descending ? wish.substring(0, wish.length() - 5) : wish);
        if (field == null) {
            throw Problem.badParameter("sort");
        }
        // the tie-breaker runs the same way, so that one index serves both directions
        return Sort.by(descending ? Sort.Direction.DESC : Sort.Direction.ASC, field, "_id");
    }
}
