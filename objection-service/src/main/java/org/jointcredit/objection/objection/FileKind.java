package org.jointcredit.objection.objection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a file is, judged by its content alone: its name and what its sender calls it count for nothing. */
enum FileKind {
    PDF("application/pdf", Set.of("pdf")),
    PNG("image/png", Set.of("png")),
    JPEG("image/jpeg", Set.of("jpg", "jpeg")),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Set.of("docx")),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Set.of("xlsx")),
    TEXT("text/plain", Set.of("txt", "csv", "log", "md"));

    /** A document whose parts unfold to more is no honest one. */
    private static final long MOST_UNFOLDED = 64L * 1024 * 1024;

    private static final List<Charset> CHARSETS = List.of(UTF_8, Charset.forName("GB18030"));
    private static final int HEAD = 1024;
    private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_HEAD = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP_HEAD = {'P', 'K', 3, 4};

    private final String mediaType;
    private final Set<String> endings;

    FileKind(String mediaType, Set<String> endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    String mediaType() {
        return mediaType;
    }

    /** Whether a name promises what this is; one without an ending promises nothing. */
    boolean fits(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 || endings.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Empty: none of those that are known. */
    static Optional<FileKind> of(byte[] content) {
        if (startsWith(content, PNG_HEAD)) {
            return Optional.of(PNG);
        }
        if (startsWith(content, JPEG_HEAD)) {
            return Optional.of(JPEG);
        }
        if (new String(content, 0, Math.min(HEAD, content.length), ISO_8859_1).contains("%PDF-")) {
            return Optional.of(PDF);
        }
        if (startsWith(content, ZIP_HEAD)) {
            return ofParts(content);
        }
        return isText(content) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean startsWith(byte[] content, byte[] head) {
        return content.length >= head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
    }

    /** The list of its parts says what an office document is; one with macros is another kind. */
    private static Optional<FileKind> ofParts(byte[] content) {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(content))) {
            long unfolded = 0;
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals("[Content_Types].xml")) {
                    return byMainPart(new String(parts.readNBytes(1024 * 1024), UTF_8));
                }
                unfolded += pass(parts, MOST_UNFOLDED - unfolded);
                if (unfolded >= MOST_UNFOLDED) {
                    return Optional.empty();
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            // not even a whole archive
        }
        return Optional.empty();
    }

    private static Optional<FileKind> byMainPart(String types) {
        for (FileKind kind : List.of(DOCX, XLSX)) {
            if (types.contains(kind.mediaType + ".main+xml")) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static long pass(ZipInputStream part, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long passed = 0;
        for (int read = part.read(buffer); read >= 0 && passed < most; read = part.read(buffer)) {
            passed += read;
        }
        return passed;
    }

    private static boolean isText(byte[] content) {
        return content.length > 0 && CHARSETS.stream().anyMatch(charset -> isText(content, charset));
    }

    private static boolean isText(byte[] content, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .chars()
                    .allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
