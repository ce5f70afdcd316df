package org.jointcredit.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/// The console's files. What has a hash in its name is good for ever; every page of the console is its one document.
/// Files have no date: in a reproducible jar all are of 1980, and an old page would be good for ever.
@Configuration(proxyBeanMethods = false)
@Order(-1) // before Spring Boot's own, which then leaves /** alone
final class Pages implements WebMvcConfigurer {
    private static final String FILES = "classpath:/static/";
    private static final Pattern PAGE =
            Pattern.compile("(?!(?:actuator|api|assets|error|login|logout|oauth2|webjars)(?:/|$))[^.]+");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setUseLastModified(false)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setUseLastModified(false)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false) // its cache would keep every address that anybody ever asked for
                .addResolver(new OneDocument());
    }

    private static final class OneDocument extends PathResourceResolver {
        private static final Resource INDEX = new ClassPathResource("static/index.html");

        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            var file = super.resolveResourceInternal(request, path, locations, chain);
            return file == null && isPage(request, path) ? INDEX : file;
        }

        /// A system that is lost is told so.
        private static boolean isPage(@Nullable HttpServletRequest request, String path) {
            return PAGE.matcher(path).matches() && (request == null || !Identity.hasBearer(request));
        }
    }
}
