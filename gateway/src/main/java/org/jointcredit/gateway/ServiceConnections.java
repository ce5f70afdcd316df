package org.jointcredit.gateway;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.EofSensorInputStream;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
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
    ClientHttpRequestFactoryBuilderCustomizer<HttpComponentsClientHttpRequestFactoryBuilder> passOn(
            GatewaySettings settings) {
        var each = settings.connectionsPerService();
        return client -> client.withHttpClientCustomizer(http -> http.disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableContentCompression()
                        .disableAuthCaching()
                        .disableDefaultUserAgent()
                        .setKeepAliveStrategy((_, _) -> KEEP_ALIVE)
                        .addExecInterceptorFirst("hang-up", ServiceConnections::hangUpOnClose))
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
    private static ClassicHttpResponse hangUpOnClose(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var response = chain.proceed(request, scope);
        if (response.getEntity() instanceof HttpEntity body) {
            response.setEntity(new HttpEntityWrapper(body) {
                @Override
                public InputStream getContent() throws IOException {
                    return super.getContent() instanceof EofSensorInputStream content
                            ? new HangingUp(content)
                            : super.getContent();
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
