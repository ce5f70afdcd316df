package org.jointcredit.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The HTTP client towards the services adds nothing and understands nothing: no retries, redirects, cookies,
/// decompression. Why it is not the JDK's: docs/decisions/0005.
@Configuration(proxyBeanMethods = false)
final class ServiceConnections {
    private static final Timeout FREE_CONNECTION = Timeout.ofMilliseconds(500);
    /// Shorter than the 20 s after which the services' containers close idle connections.
    private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(10);

    @Bean
    ScheduledExecutorService timer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("timer").factory());
    }

    @Bean
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> passOn(
            GatewaySettings settings,
            ScheduledExecutorService timer,
            @Value("${spring.http.clients.read-timeout}") Duration patience) {
        var each = settings.connectionsPerService();
        return client -> client.withHttpClientCustomizer(http -> http.disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableContentCompression()
                        .disableAuthCaching()
                        .disableDefaultUserAgent()
                        .setKeepAliveStrategy((_, _) -> KEEP_ALIVE)
                        .addExecInterceptorFirst("hang-up", (request, scope, chain) -> {
                            if (request.getEntity() instanceof HttpEntity body) {
                                request.setEntity(
                                        new WatchedUpload(body, timer, patience, scope.execRuntime::discardEndpoint));
                            }
                            return hangingUpOnClose(chain.proceed(request, scope));
                        }))
                .withConnectionManagerCustomizer(pool -> pool.setMaxConnPerRoute(each)
                        .setMaxConnTotal(each * settings.services().size())
                        // a service may refuse a large upload before it has read it all
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .responseOutOfOrderStrategy(MonitoringResponseOutOfOrderStrategy.INSTANCE)
                                .build()))
                .withDefaultRequestConfigCustomizer(request ->
                        request.setConnectionRequestTimeout(FREE_CONNECTION).setProtocolUpgradeEnabled(false));
    }

    /// Closing an answer before its end hangs up. The client would first read it to its end, and a stream has none.
    private static ClassicHttpResponse hangingUpOnClose(ClassicHttpResponse response) {
        if (response.getEntity() instanceof HttpEntity body) {
            response.setEntity(new HttpEntityWrapper(body) {
                @Override
                public InputStream getContent() throws IOException {
                    var content = super.getContent();
                    return content instanceof EofSensorInputStream sensor ? new HangingUp(sensor) : content;
                }
            });
        }
        return response;
    }

    private static final class HangingUp extends FilterInputStream {
        private final EofSensorInputStream content;

        HangingUp(EofSensorInputStream content) {
            super(content);
            this.content = content;
        }

        @Override
        public void close() throws IOException {
            content.abort(); // nothing to abort when all has been read: the connection is back in the pool
        }
    }
}
