package org.jointcredit.collection.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/**
 * The bytes of a file, which are read more than once and from any place. Where they cannot be had, reading fails with an
 * unchecked exception: an {@link IOException} is said of the file.
 */
public interface Source {
    SeekableByteChannel open() throws IOException;

    /** All of it, from the beginning. */
    default InputStream stream() throws IOException {
        return new BufferedInputStream(Channels.newInputStream(open()), 1 << 16);
    }
}
