package org.jointcredit.disclosure.register;

/** 双公示: the two kinds of decision that are published within 7 working days (P5.3). */
enum DoubleDisclosure {
    PENALTY("XYGS-CF"),
    LICENCE("XYGS-XK");

    private final String item;

    DoubleDisclosure(String item) {
        this.item = item;
    }

    /** Its code in the catalogue. */
    String item() {
        return item;
    }
}
