package org.jointcredit.platform.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/// One page of a list, as every list answers.
public record PageOf<T>(List<T> content, PageInfo page) {
    public record PageInfo(int number, int size, long totalElements, long totalPages) {}

    public static <T> PageOf<T> of(List<T> content, PageRequest asked, long total) {
        var pages = (total + asked.getPageSize() - 1) / asked.getPageSize();
        return new PageOf<>(content, new PageInfo(asked.getPageNumber(), asked.getPageSize(), total, pages));
    }

    /// A page of what is in memory, sorted by its unique key, the only sort it offers.
    public static <T> PageOf<T> of(List<T> all, Function<T, String> key, PageRequest asked) {
        var ascending = Comparator.comparing(key);
        var descending = asked.getSort().stream().findFirst().filter(Sort.Order::isDescending);
        var sorted = all.stream().sorted(descending.isPresent() ? ascending.reversed() : ascending);
        return of(sorted.skip(asked.getOffset()).limit(asked.getPageSize()).toList(), asked, all.size());
    }

    /// Asks MongoDB for the page of `query`, and counts what it finds in all.
    public static <T> PageOf<T> find(MongoOperations mongo, Query query, PageRequest asked, Class<T> type) {
        var total = mongo.count(query, type);
        return of(mongo.find(Query.of(query).with(asked), type), asked, total);
    }

    public <R> PageOf<R> map(Function<T, R> to) {
        return new PageOf<>(content.stream().map(to).toList(), page);
    }
}
