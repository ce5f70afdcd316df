package org.jointcredit.platform.web;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

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

    /// A page of stored documents, and how many there are in all.
    public static <T> PageOf<T> find(
            MongoCollection<Document> documents,
            Bson filter,
            Bson projection,
            PageRequest asked,
            Function<Document, T> read) {
        var content = documents
                .find(filter)
                .projection(projection)
                .sort(order(asked.getSort()))
                .skip(Math.toIntExact(asked.getOffset()))
                .limit(asked.getPageSize())
                .map(read::apply)
                .into(new ArrayList<>());
        // a page that is not full is the last one, which saves the count
        var isLast = content.size() < asked.getPageSize() && (asked.getPageNumber() == 0 || !content.isEmpty());
        return of(content, asked, isLast ? asked.getOffset() + content.size() : documents.countDocuments(filter));
    }

    /// A sort as MongoDB takes it.
    public static Document order(Sort asked) {
        var sort = new Document();
        asked.forEach(order -> sort.append(order.getProperty(), order.isAscending() ? 1 : -1));
        return sort;
    }

    public <R> PageOf<R> map(Function<T, R> to) {
        return new PageOf<>(content.stream().map(to).toList(), page);
    }
}
