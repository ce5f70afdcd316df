package org.jointcredit.acceptance;

import java.time.Period;
import org.jointcredit.local.demo.Demonstration;
import org.jointcredit.testsupport.TestSystem;

/** A system in which what {@code up --demo} plays has been played, once for all tests that want to see it. */
public final class District {
    public static final TestSystem SYSTEM = TestSystem.district();

    /** What the demonstration said at its end. */
    public static final String TABLE = play();

    /** A third of the year has all that happens in it; the whole one is played in the long form. */
    public static String play() {
        return Demonstration.play(
                SYSTEM.local(), Flow.isLong() ? Period.ofYears(1) : Period.ofMonths(4), System.out::println);
    }

    private District() {}
}
