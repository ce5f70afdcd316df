package org.jointcredit.acceptance;

import org.jointcredit.local.demo.Demonstration;
import org.jointcredit.testsupport.TestSystem;

/** A system in which {@code up --demo} has played its year, once for all tests that want to see it. */
public final class District {
    public static final TestSystem SYSTEM = TestSystem.district();

    /** What the demonstration said at its end. */
    public static final String TABLE = Demonstration.play(SYSTEM.local(), System.out::println);

    private District() {}
}
