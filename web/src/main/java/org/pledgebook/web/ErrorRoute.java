package org.pledgebook.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the container sends what failed outside of the routes. */
@Hidden
@Controller
final class ErrorRoute implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorRoute.class);

    private final ProblemPages problems;

    ErrorRoute(ProblemPages problems) {
        this.problems = problems;
    }

    @Open
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable unexpected) {
            LOG.error("Nobody expected this", unexpected);
        }
        // Somebody who types this address has met no error: there is nothing here.
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value();
        problems.write(Problems.generic(status), request, response);
    }
}
