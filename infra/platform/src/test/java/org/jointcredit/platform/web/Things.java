package org.jointcredit.platform.web;

import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Public;
import org.jointcredit.platform.security.Role;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Handlers as the services write them. */
@RestController
@RequestMapping("/api/testing")
class Things {
    enum Colour {
        RED,
        BLACK
    }

    @Public
    @GetMapping("/open")
    Map<String, String> open() {
        return Map.of("open", "yes");
    }

    @Public
    @GetMapping("/open/{code}")
    Map<String, String> openOne(@PathVariable String code) {
        return Map.of("code", code);
    }

    @Allowed(Role.AUDITOR)
    @GetMapping("/open/secret")
    Map<String, String> secretBesideOpen() {
        return Map.of();
    }

    @GetMapping("/forgotten")
    Map<String, String> nobodyThoughtOfAccess() {
        return Map.of();
    }

    @Allowed({Role.REPORTER, Role.SYSTEM})
    @PostMapping("/things/{state}")
    ResponseEntity<Map<String, String>> create(Caller caller, @PathVariable String state, RequestJson json) {
        if (!caller.dept().equals("market")) {
            throw Problem.notYours();
        }
        var body = json.object();
        if (state.equals("ended")) {
            throw Problem.wrongState("detail.wrongState");
        }
        var form = Form.of(body);
        form.visibleText("number", 64);
        var date = form.date("date");
        if (date != null && date.isAfter(LocalDate.of(2026, 11, 25))) {
            form.error("date", ErrorCode.DATE_IN_FUTURE);
        }
        form.throwIfAny();
        return ResponseEntity.status(201).body(Map.of("by", caller.username()));
    }

    @Allowed(Role.REPORTER)
    @PutMapping("/things/{state}")
    void replace(RequestJson json) {
        json.object();
    }

    @Allowed(Role.REPORTER)
    @GetMapping("/things")
    PageOf<String> list(Paging paging, @RequestParam(required = false) Colour colour) {
        var asked = paging.in(Sorts.of("createdAt", "number"));
        return PageOf.of(List.of("a"), asked, 41);
    }

    @Allowed(Role.SERVICE)
    @GetMapping("/inner")
    Map<String, String> amongServices() {
        return Map.of();
    }

    @Allowed({Role.REPORTER, Role.SYSTEM, Role.SUBJECT})
    @GetMapping("/me")
    Caller me(Caller caller) {
        return caller;
    }

    @Public
    @GetMapping("/fails/{how}")
    void fail(@PathVariable String how) {
        switch (how) {
            case "mongo" -> throw new MongoTimeoutException("no server for 张三");
            case "spring" ->
                throw new DataAccessResourceFailureException(
                        "away", new MongoSocketReadException("", new ServerAddress()));
            case "kafka" -> throw new IllegalStateException(new org.apache.kafka.common.errors.TimeoutException());
            default -> throw new IllegalStateException("999999199001010008 is in the way");
        }
    }
}
