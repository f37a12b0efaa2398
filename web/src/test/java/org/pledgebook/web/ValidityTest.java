package org.pledgebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pledgebook.shared.audit.IntroduceSigningKey;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class ValidityTest extends EdgeTest {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void givenEveryCommand_whenItsFieldsAreWalked_thenEachComesFromThePathOrIsAFieldOfTheBody() {
        var walked = requestMappingHandlerMapping.getHandlerMethods().values().stream()
                .filter(route -> route.hasMethodAnnotation(Sends.class))
                // A file has rows and columns in place of fields: ExchangeTest looks at how they are named.
                .filter(route -> Objects.requireNonNull(route.getMethodAnnotation(Sends.class))
                                .value()
                        != ImportStatements.class)
                // Pages read fields of forms, and hand them to the API's own bodies.
                .filter(route -> route.getBeanType().isAnnotationPresent(RestController.class))
                .peek(ValidityTest::walk)
                .count();

        assertThat(walked).isGreaterThan(10);
    }

    private static void walk(HandlerMethod route) {
        var command =
                Objects.requireNonNull(route.getMethodAnnotation(Sends.class)).value();
        var fromPath = Arrays.stream(route.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(PathVariable.class))
                .map(parameter -> parameter.getParameter().getName())
                .collect(Collectors.toSet());
        var body = Arrays.stream(route.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .flatMap(parameter -> Arrays.stream(parameter.getParameterType().getRecordComponents()))
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        var fields = new LinkedHashSet<String>();
        for (var component : command.getRecordComponents()) {
            if (!fromPath.contains(component.getName())) {
                fields.addAll(pointersOf(command, component));
            }
        }
        // A person's id is generated where the path has none.
        fields.remove("person");
        if (command == IntroduceSigningKey.class) {
            // The service says which key it was started with.
            fields.removeAll(Set.of("log", "key"));
        }
        if (command == ContinuePledge.class) {
            // What goes on is what the pledge says now; only a file of statements tells of an earlier version.
            fields.remove("version");
        }
        assertThat(body).as("%s, for %s", route, command).containsAll(fields);
    }

    private static Set<String> pointersOf(Class<?> command, RecordComponent component) {
        if (component.getType().isRecord()) {
            return Arrays.stream(component.getType().getRecordComponents())
                    .map(RecordComponent::getName)
                    .map(field -> Validity.WITHIN.getOrDefault(field, field))
                    .collect(Collectors.toSet());
        }
        return Set.of(component.getName().equals(Validity.OWN_ID.get(command)) ? "id" : component.getName());
    }
}
