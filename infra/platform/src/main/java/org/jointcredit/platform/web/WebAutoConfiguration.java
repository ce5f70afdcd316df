package org.jointcredit.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Bodies, pages and problem documents for every service.
@AutoConfiguration(before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class WebAutoConfiguration {
    private static final List<MediaType> TABLES = List.of(
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            new MediaType("text", "csv"));

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(RequestJson.class);
    }

    @Bean
    ErrorTexts errorTexts() {
        return new ErrorTexts();
    }

    @Bean
    ProblemWriter problemWriter(ErrorTexts texts) {
        return new ProblemWriter(texts);
    }

    @Bean
    ProblemErrorController problemErrorController(ProblemWriter writer) {
        return new ProblemErrorController(writer);
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    WebMvcConfigurer platformWeb(ProblemWriter writer) {
        return new WebMvcConfigurer() {
            /**
             * The API speaks JSON whatever is asked for: no command is carried out and then answered 406. Where a list
             * can be had as a workbook or as CSV too, asking for one gives it.
             */
            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
                var asAsked = new HeaderContentNegotiationStrategy();
                configurer.strategies(List.of(request -> request.getNativeRequest() instanceof HttpServletRequest http
                                && http.getRequestURI().startsWith("/api/")
                        ? tableOrJson(http)
                        : asAsked.resolveMediaTypes(request)));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new RequestJsonResolver());
            }

            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.addFirst(new ProblemAdvice(writer));
            }
        };
    }

    private static List<MediaType> tableOrJson(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return TABLES.stream()
                .filter(table -> accept != null && accept.contains(table.toString()))
                .findFirst()
                .map(table -> List.of(table, MediaType.APPLICATION_JSON))
                .orElse(List.of(MediaType.APPLICATION_JSON));
    }

    private static final class RequestJsonResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == RequestJson.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var servletRequest = request.getNativeRequest(HttpServletRequest.class);
            return servletRequest == null ? null : new RequestJson(servletRequest);
        }
    }
}
