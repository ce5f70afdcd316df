package org.jointcredit.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jointcredit.platform.json.StrictJson;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The body of a request, read only when the handler asks for it: a caller who may not do it learns nothing about what
/// they sent (order of judgement: identity, role, department, then JSON). A controller method that names it as a
/// parameter gets it. The declared content type does not matter.
public final class RequestJson {
    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final HttpServletRequest request;

    RequestJson(HttpServletRequest request) {
        this.request = request;
    }

    /// @throws Problem 400 if the body is no JSON object, 413 above 2 MiB
    public ObjectNode object() {
        return parsed(bytes());
    }

    /// The same where every member may be left out: no body at all is an empty object.
    public ObjectNode objectOrNothing() {
        var bytes = bytes();
        return bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : parsed(bytes);
    }

    private byte[] bytes() {
        try {
            var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Problem.tooLarge("2 MiB");
            }
            return bytes;
        } catch (IOException _) {
            throw Problem.unreadable("detail.bodyBroken");
        }
    }

    private static ObjectNode parsed(byte[] bytes) {
        try {
            return StrictJson.object(bytes);
        } catch (StrictJson.Unreadable e) {
            throw Problem.unreadable(
                    "detail.json." + e.reason(), Integer.toString(e.line()), Integer.toString(e.column()));
        }
    }
}
