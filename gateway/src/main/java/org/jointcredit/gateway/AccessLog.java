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

/// Method, path, status, bytes, milliseconds. No query strings and no addresses of callers.
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
        LOG.info("{}", line);
    }

    @Component
    static final class Installed implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
        @Override
        public void customize(TomcatServletWebServerFactory server) {
            server.addEngineValves(new AccessLog());
        }
    }
}
