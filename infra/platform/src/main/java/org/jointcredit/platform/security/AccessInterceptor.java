package org.jointcredit.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jointcredit.platform.web.Problem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Judges identity and role before any argument of the handler is read. What says nothing about access is denied.
final class AccessInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOpen(method)) {
            return true;
        }
        var caller = Callers.current();
        if (caller == null) {
            throw Problem.unidentified();
        }
        var allowed = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Allowed.class) : null;
        if (allowed == null || !caller.has(allowed.value())) {
            throw Problem.forbidden();
        }
        return true;
    }

    private static boolean isOpen(HandlerMethod method) {
        return method.hasMethodAnnotation(Public.class)
                || ErrorController.class.isAssignableFrom(method.getBeanType())
                || method.getBeanType().getPackageName().startsWith("org.springdoc.");
    }
}
