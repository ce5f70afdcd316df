package org.jointcredit.objection.objection;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.objection.remedy.EvidenceLimits;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one file of a form. The container's own reading of forms is switched off, because it would write what is
 * handed in to its disk in the open (X4).
 */
final class EvidenceUpload {
    private static final String FILE = "file";
    private static final int NAME = 200;

    private EvidenceUpload() {}

    /** @param kind as its content says */
    record Uploaded(String name, FileKind kind, byte[] content) {}

    /** @throws Problem 400, 413 or 422 */
    static Uploaded read(HttpServletRequest request, EvidenceLimits limits) {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw Problem.unreadable("detail.evidence.noForm");
        }
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (FILE.equals(part.getFieldName())) {
                    try (InputStream bytes = part.openStream()) {
                        return judged(part.getName(), bytes.readNBytes(limits.bytes() + 1), limits);
                    }
                }
            }
        } catch (IOException _) {
            throw Problem.unreadable("detail.bodyBroken");
        }
        throw wrong(ErrorCode.REQUIRED);
    }

    private static Uploaded judged(@Nullable String sentName, byte[] content, EvidenceLimits limits) {
        if (content.length > limits.bytes()) {
            throw Problem.tooLarge(limits.bytes() / 1024 / 1024 + " MiB");
        }
        String name = bare(sentName);
        if (content.length == 0 || name.isEmpty()) {
            throw wrong(ErrorCode.REQUIRED);
        }
        if (IdentityText.length(name) > NAME) {
            throw wrong(ErrorCode.TOO_LONG);
        }
        FileKind kind = FileKind.of(content)
                .filter(found -> limits.kinds().contains(found.mediaType()))
                .filter(found -> found.fits(name))
                .orElseThrow(() -> wrong(ErrorCode.FORMAT));
        return new Uploaded(name, kind, content);
    }

    /** Without the folders that some browsers tell, and what no name can hold. */
    private static String bare(@Nullable String sentName) {
        if (sentName == null) {
            return "";
        }
        String last = sentName.substring(Math.max(sentName.lastIndexOf('/'), sentName.lastIndexOf('\\')) + 1);
        return IdentityText.trim(last.replaceAll("\\p{Cntrl}", ""));
    }

    private static Problem wrong(ErrorCode code) {
        return Problem.invalid(List.of(new FieldError(FILE, code)));
    }
}
