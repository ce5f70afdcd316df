package org.jointcredit.sanction.rule;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jointcredit.contract.event.ListClass;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The list types in force, which collection publishes. */
public final class ListTypes {

    private static final int TRY_AGAIN_AFTER = 5;

    private final RestClient collection;
    private final CircuitBreaker breaker = CircuitBreaker.ofDefaults("collection-list-types");

    ListTypes(RestClient collection) {
        this.collection = collection;
    }

    /**
     * What rules and powers look at of a list type.
     *
     * @param department the only one that may list
     * @param subjects the sorts of subject it takes
     */
    public record ListType(
            String code, ListClass listClass, @Nullable String group, String department, List<SubjectKind> subjects) {}

    /**
     * @return null: there is no such list type
     * @throws Problem 503 while collection is away
     */
    public @Nullable ListType find(String code) {
        try {
            return breaker.executeSupplier(() -> ask(code));
        } catch (RestClientException | CallNotPermittedException e) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
    }

    /** @throws Problem 503 while collection is away */
    List<ListType> all() {
        try {
            return breaker.executeSupplier(this::askAll);
        } catch (RestClientException | CallNotPermittedException e) {
            throw Problem.unavailable(TRY_AGAIN_AFTER);
        }
    }

    /**
     * Whether there is such a list type.
     *
     * @throws Problem 503 while collection is away
     */
    public boolean contains(String code) {
        return find(code) != null;
    }

    private record Page(List<ListType> content, PageOf.PageInfo page) {}

    private List<ListType> askAll() {
        List<ListType> all = new ArrayList<>();
        Page page;
        int number = 0;
        do {
            page = Objects.requireNonNull(collection
                    .get()
                    .uri("/api/collection/list-types?size=200&page={number}", number++)
                    .retrieve()
                    .body(Page.class));
            all.addAll(page.content());
        } while (number < page.page().totalPages());
        return all;
    }

    private @Nullable ListType ask(String code) {
        try {
            return collection
                    .get()
                    .uri("/api/collection/list-types/{code}", code)
                    .retrieve()
                    .body(ListType.class);
        } catch (HttpClientErrorException.NotFound _) {
            return null;
        }
    }
}
