package org.jointcredit.contract.event;

/// 公开或非公开 (A17): whether everybody may read a record, or its subject and those with powers only.
public enum Disclosure {
    PUBLIC,
    CLOSED
}
