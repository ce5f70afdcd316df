package org.jointcredit.collection.batch;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jointcredit.collection.table.Source;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.json.CanonicalJson;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes an upload as it streams in, into the sealed store. The container's own reading of forms is switched off, because
 * it would write what persons there are to its disk in the open (X4).
 */
@Component
final class BatchUpload {
    private static final int LONGEST_FIELD = 100;
    /** What one may be that is sent alone. */
    private static final DataSize LARGEST_RECORD = DataSize.ofMegabytes(2);

    private final UploadStore uploads;
    private final DataSize most;

    BatchUpload(UploadStore uploads, @Value("${jointcredit.batches.most:1GB}") DataSize most) {
        this.uploads = uploads;
        this.most = most;
    }

    /**
     * @param kind null: a file that is still to be looked into
     * @param rows of a list; 0: not counted yet
     */
    record Taken(
            long size, @Nullable BatchKind kind, @Nullable Procedure procedure, int rows) {}

    /** @throws Problem 400, 413 or 422; nothing is kept then */
    Taken take(String batch, HttpServletRequest request) {
        boolean complete = false;
        try {
            Taken taken = isForm(request) ? form(batch, request) : list(batch, request);
            complete = true;
            return taken;
        } catch (IOException e) {
            throw Problem.unreadable("detail.bodyBroken");
        } finally {
            if (!complete) {
                uploads.drop(batch);
            }
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private Taken list(String batch, HttpServletRequest request) throws IOException {
        long size = keep(batch, request.getInputStream());
        try {
            int rows = JsonRecords.check(uploads.open(batch, size), LARGEST_RECORD.toBytes());
            return new Taken(size, BatchKind.JSON, null, rows);
        } catch (JsonRecords.Broken e) {
            throw Problem.unreadable("detail.list", Integer.toString(e.line()), Integer.toString(e.column()));
        } catch (JsonRecords.TooLarge e) {
            throw Problem.tooLarge(LARGEST_RECORD.toMegabytes() + " MiB");
        }
    }

    private Taken form(String batch, HttpServletRequest request) throws IOException {
        long size = -1;
        String procedure = null;
        List<FieldError> errors = new ArrayList<>();
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                try (InputStream bytes = part.openStream()) {
                    switch (part.getFieldName()) {
                        case "file" -> {
                            if (size >= 0) {
                                errors.add(new FieldError("file", ErrorCode.FORMAT));
                            } else {
                                size = keep(batch, bytes);
                            }
                        }
                        case "procedure" ->
                            procedure = new String(bytes.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
                        case null, default -> {}
                    }
                }
            }
        } catch (FileUploadException e) {
            throw Problem.unreadable("detail.bodyBroken");
        }
        if (size < 0) {
            errors.add(new FieldError("file", ErrorCode.REQUIRED));
        }
        Procedure read = procedure(procedure, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return new Taken(size, null, read, 0);
    }

    private static @Nullable Procedure procedure(@Nullable String text, List<FieldError> errors) {
        if (IdentityText.isBlank(text) || text == null) {
            return null;
        }
        for (Procedure procedure : Procedure.values()) {
            if (procedure.name().equals(IdentityText.trim(text))) {
                return procedure;
            }
        }
        errors.add(new FieldError("procedure", ErrorCode.UNKNOWN_CODE));
        return null;
    }

    void drop(String batch) {
        uploads.drop(batch);
    }

    /** Equal for the same file, and for the same list however it is written. */
    String print(String batch, Taken taken) {
        MessageDigest digest = sha256();
        Source source = uploads.open(batch, taken.size());
        if (taken.kind() == BatchKind.JSON) {
            JsonRecords.read(source, (node, _) -> {
                String element = node instanceof ObjectNode object ? CanonicalJson.of(object) : node.toString();
                digest.update((element + "\n").getBytes(StandardCharsets.UTF_8));
            });
        } else {
            try (InputStream bytes = new DigestInputStream(source.stream(), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private long keep(String batch, InputStream bytes) throws IOException {
        long size = uploads.keep(batch, bytes, most.toBytes());
        if (size > most.toBytes()) {
            throw Problem.tooLarge(most.toMegabytes() + " MiB");
        }
        return size;
    }
}
