package org.jointcredit.local.demo;

import java.util.stream.Collectors;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.contract.event.Receipt;
import org.jointcredit.local.Failure;
import tools.jackson.databind.JsonNode;

/// Hands in listings and records over REST, as the systems of their departments or as their officers do.
final class Submissions {
    private final Doors doors;

    Submissions(Doors doors) {
        this.doors = doors;
    }

    /// @param id of the listing
    record Taken(String id) {}

    Taken bySystem(Sample sample) {
        return handIn(sample, sample.system());
    }

    /// Proposed by one officer, approved by another; done before, it stays as it is.
    Taken byOfficers(Sample sample) {
        var taken = propose(sample);
        var door = doors.gateway(sample.department() + "-approver");
        var listing = door.get("/api/collection/listings/" + taken.id()).body();
        if (Sample.text(listing, "state").equals("PROPOSED")) {
            var answer = door.post(
                    "/api/collection/listings/" + taken.id() + "/approval",
                    ContractJson.mapper().createObjectNode());
            if (answer.status() != 200) {
                throw refused(sample.number(), answer.body().path("errors"));
            }
        }
        return taken;
    }

    Taken propose(Sample sample) {
        return handIn(sample, sample.department() + "-reporter");
    }

    private Taken handIn(Sample sample, String who) {
        var answer = doors.gateway(who).post("/api/collection/listings", sample.listing());
        if (answer.status() != 200 && answer.status() != 201) {
            throw refused(sample.number(), answer.body().path("errors"));
        }
        return new Taken(Sample.text(answer.body(), "id"));
    }

    /// @return id of the batch
    String handIn(Ledger ledger) {
        var answer = doors.gateway("sys-" + ledger.department()).post("/api/collection/batches", ledger.records());
        if (answer.status() != 202) {
            throw refused("batch of " + ledger.department(), answer.body().path("errors"));
        }
        return Sample.text(answer.body(), "id");
    }

    /// Whether every row of a batch has its answer. Some are refused, as in life.
    boolean isDone(Ledger ledger, String batch) {
        var answer = doors.gateway("sys-" + ledger.department()).get("/api/collection/batches/" + batch);
        return Sample.text(answer.body(), "state").equals("DONE");
    }

    private static Failure refused(String number, JsonNode errors) {
        return refused(
                number,
                errors.valueStream()
                        .map(error -> Sample.text(error, "field") + " " + Sample.text(error, "code"))
                        .collect(Collectors.joining(", ")));
    }

    static Failure refused(String number, Receipt receipt) {
        return refused(
                number,
                receipt.errors().stream()
                        .map(error -> error.field() + " " + error.code())
                        .collect(Collectors.joining(", ")));
    }

    private static Failure refused(String number, String errors) {
        return new Failure("Collection refused " + number + " of the demonstration (" + errors
                + "); infra/local/reset starts afresh.");
    }
}
