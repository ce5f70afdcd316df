package org.jointcredit.sanction.check;

/** When in its procedure an agency asks: as it takes the matter in, and once more just before it decides. */
enum CheckStage {
    ACCEPTANCE,
    DECISION
}
