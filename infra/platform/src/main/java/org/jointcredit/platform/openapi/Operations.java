package org.jointcredit.platform.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import org.jointcredit.platform.security.Public;
import org.jointcredit.platform.web.RequestJson;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;

/// Says of an operation what its handler's annotations and parameters tell: whether it needs identity, that it reads a
/// JSON body by itself, and every refusal the order of judgement may end in.
final class Operations implements OperationCustomizer {
    static final String BEARER = "bearer";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var open = handler.hasMethodAnnotation(Public.class);
        var command = handler.hasMethodAnnotation(PostMapping.class) || handler.hasMethodAnnotation(PutMapping.class);
        if (!open) {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
            refusal(operation, HttpStatus.UNAUTHORIZED);
            refusal(operation, HttpStatus.FORBIDDEN);
        }
        if (has(handler, PathVariable.class)) {
            refusal(operation, HttpStatus.NOT_FOUND);
        }
        if (reads(handler, RequestJson.class) && operation.getRequestBody() == null) {
            // what is done to one thing may need no words
            operation.setRequestBody(new RequestBody()
                    .required(!has(handler, PathVariable.class) || handler.hasMethodAnnotation(PutMapping.class))
                    .content(new Content()
                            .addMediaType(
                                    org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
                                    new MediaType().schema(ProblemSchema.of("object")))));
        }
        if (operation.getRequestBody() != null) {
            refusal(operation, HttpStatus.CONTENT_TOO_LARGE);
            refusal(operation, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (command && !open) {
            refusal(operation, HttpStatus.CONFLICT);
        }
        if (command && open) { // what everybody may send is limited in rate
            refusal(operation, HttpStatus.TOO_MANY_REQUESTS);
        }
        if (takes(handler, HttpHeaders.IF_MATCH)) {
            refusal(operation, HttpStatus.PRECONDITION_FAILED);
            refusal(operation, HttpStatus.PRECONDITION_REQUIRED);
        }
        refusal(operation, HttpStatus.BAD_REQUEST);
        refusal(operation, HttpStatus.SERVICE_UNAVAILABLE);
        return operation;
    }

    private static boolean has(HandlerMethod handler, Class<? extends java.lang.annotation.Annotation> annotation) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
    }

    private static boolean reads(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static boolean takes(HandlerMethod handler, String header) {
        return Arrays.stream(handler.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
                .anyMatch(named -> named != null && named.name().equals(header));
    }

    private static void refusal(Operation operation, HttpStatus status) {
        operation
                .getResponses()
                .addApiResponse(
                        Integer.toString(status.value()),
                        new ApiResponse()
                                .description(status.getReasonPhrase())
                                .content(new Content()
                                        .addMediaType(
                                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + ProblemSchema.NAME)))));
    }
}
