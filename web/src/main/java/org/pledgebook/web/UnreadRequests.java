package org.pledgebook.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Requests that Tomcat itself turns away, because they are no HTTP, get a problem too and not a page of Tomcat's. */
@Component
final class UnreadRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
            }
        });
    }

    /** Writes the problem. Public, because Tomcat makes it by its name. */
    public static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType(Problem.JSON.toString());
                var problem = Problem.of(Problems.generic(status).refusal());
                response.getReporter().write(JsonMapper.shared().writeValueAsString(problem));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // Nobody is left to be told.
                container.getLogger().debug("The sender hung up", gone);
            }
        }
    }
}
