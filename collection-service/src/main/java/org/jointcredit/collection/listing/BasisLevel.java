package org.jointcredit.collection.listing;

/** How high the basis of a list type stands. */
public enum BasisLevel {
    LAW,
    CENTRAL_POLICY,
    LOCAL_REGULATION,
    DEPARTMENT_RULE,
    LOCAL_RULE,
    NORMATIVE_DOCUMENT;

    /** 国办发〔2020〕49号: a list of severe dishonesty rests on law, central policy or a local regulation. */
    boolean carriesSevereList() {
        return compareTo(LOCAL_REGULATION) <= 0;
    }
}
