package org.jointcredit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the rules look at: the main classes of every module. */
final class Imported {
    static final String[] SERVICES = {
        "org.jointcredit.collection..",
        "org.jointcredit.sanction..",
        "org.jointcredit.disclosure..",
        "org.jointcredit.objection.."
    };

    private Imported() {}

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @AnalyzeClasses(packages = "org.jointcredit", importOptions = ImportOption.DoNotIncludeTests.class)
    @interface Everything {}

    /** A class whose name says what it is, or one that is written inside of it. */
    static DescribedPredicate<JavaClass> named(String suffix) {
        return describe("a *" + suffix, type -> outermost(type).getSimpleName().endsWith(suffix));
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Imported::outermost).orElse(type);
    }
}
