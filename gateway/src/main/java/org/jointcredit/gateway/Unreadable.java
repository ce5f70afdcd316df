package org.jointcredit.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// What the container refuses before any filter sees it is a problem document like everything else: an address that is
/// none, headers without end.
final class Unreadable extends ErrorReportValve {
    private final Problems problems;

    private Unreadable(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            problems.write(request, response, response.getStatus());
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Component
    static final class Installed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        private final Problems problems;

        Installed(Problems problems) {
            this.problems = problems;
        }

        /// The last valve of the host, so that it speaks before the one that writes HTML.
        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new Unreadable(problems)));
        }
    }
}
