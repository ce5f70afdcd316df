package org.jointcredit.disclosure.accesslog;

import org.jointcredit.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who looks.
 *
 * @param officer name of the person who looks, whatever system it is done with
 * @param username log-in name, of a system its client id
 * @param department code; empty where the person belongs to none
 * @param system client the person asked with
 */
public record Asker(String officer, String username, String department, String system) {

    /** @param officer for whom a system asks, as it says; null: the caller is a person */
    public static Asker of(Caller caller, @Nullable String officer) {
        return new Asker(
                officer == null ? caller.displayName() : officer, caller.username(), caller.dept(), caller.clientId());
    }
}
