package org.jointcredit.gateway;

import java.io.CharArrayWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.AbstractAccessLogValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/// Method, path, status, bytes, milliseconds. No query strings, no addresses of callers, and of the path nothing that
/// may
/// be somebody's number or name (X4).
final class AccessLog extends AbstractAccessLogValve {
    private static final Logger LOG = LoggerFactory.getLogger("access");

    AccessLog() {
        setPattern("%m %U %s %B %{ms}T");
    }

    @Override
    public void log(Request request, Response response, long time) {
        var address = request.getRequestURI(); // none where no request line could be read
        if (address == null || !address.startsWith("/actuator/")) {
            super.log(request, response, time);
        }
    }

    @Override
    protected void log(CharArrayWriter line) {
        var parts = line.toString().split(" ", 3);
        LOG.info("{} {} {}", parts[0], LoggedPath.of(parts[1]), parts[2]);
    }

    @Component
    static final class Installed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addEngineValves(new AccessLog());
        }
    }
}
