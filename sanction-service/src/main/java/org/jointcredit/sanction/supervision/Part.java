package org.jointcredit.sanction.supervision;

/** What is told of a part of the notices. */
record Part(int count, int executed, int declined, int overdue, int flagged) {

    Part plus(Part other) {
        return new Part(
                count + other.count,
                executed + other.executed,
                declined + other.declined,
                overdue + other.overdue,
                flagged + other.flagged);
    }

    Part minus(Part other) {
        return new Part(
                count - other.count,
                executed - other.executed,
                declined - other.declined,
                overdue - other.overdue,
                flagged - other.flagged);
    }
}
