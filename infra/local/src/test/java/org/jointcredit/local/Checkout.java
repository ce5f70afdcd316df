package org.jointcredit.local;

import java.nio.file.Path;

/// The checkout under test.
final class Checkout {
    static final Path ROOT = Path.of(System.getProperty("jointcredit.root", "../.."))
            .toAbsolutePath()
            .normalize();

    private Checkout() {}
}
