package org.jointcredit.objection.remedy;

import java.time.LocalDate;
import java.util.List;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.law.LawVersion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The versions of the terms of remedies, and of what is taken as evidence. */
@Component
public final class RemedyLaw {
    private final LawBook<RemedyTerms> terms;
    private final LawBook<EvidenceLimits> evidence;

    @Autowired
    RemedyLaw(LawStore law) {
        this(law.load("remedies", RemedyTerms.class), law.load("evidence", EvidenceLimits.class));
    }

    private RemedyLaw(LawBook<RemedyTerms> terms, LawBook<EvidenceLimits> evidence) {
        this.terms = terms;
        this.evidence = evidence;
        terms.versions().forEach(version -> List.of(RemedyKind.values()).forEach(kind -> only(version, kind)));
        evidence.versions().forEach(RemedyLaw::only);
    }

    /** The shipped ones, for tests that have no database. */
    public static RemedyLaw shipped() {
        return new RemedyLaw(
                LawBook.shipped("remedies", RemedyTerms.class), LawBook.shipped("evidence", EvidenceLimits.class));
    }

    /** The terms of a kind of case, for one that is received on this day. */
    public RemedyTerms of(RemedyKind kind, LocalDate day) {
        return only(terms.inForce(day), kind);
    }

    /** The version that governs on a day, for the case to name. */
    public String version(LocalDate day) {
        return terms.inForce(day).version();
    }

    public EvidenceLimits evidence(LocalDate day) {
        return only(evidence.inForce(day));
    }

    private static RemedyTerms only(LawVersion<RemedyTerms> version, RemedyKind kind) {
        return one(
                version.entries().stream().filter(terms -> terms.kind() == kind).toList(),
                "law/remedies.yaml has one entry for " + kind);
    }

    private static EvidenceLimits only(LawVersion<EvidenceLimits> version) {
        return one(version.entries(), "law/evidence.yaml has one entry a version");
    }

    private static <T> T one(List<T> entries, String otherwise) {
        if (entries.size() != 1) {
            throw new IllegalStateException(otherwise);
        }
        return entries.getFirst();
    }
}
