package org.pledgebook.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Queries;
import org.pledgebook.shared.access.Grants;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes the API to programs and people at {@code /v3/api-docs} and {@code /swagger-ui.html}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BASIC = "basic";
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PROBLEM = SCHEMAS + "Problem";

    private static final Map<String, String> IN_PATHS = Map.of(
            "board", "The board's id.",
            "partner", "The partner's id.",
            "cycle", "The cycle's id.",
            "number", "The pledge's number among the partner's of that cycle, from 1.",
            "question", "The question's number among the pledge's, from 1.",
            "period", "The period's id; in a cycle without periods the day.",
            "framework", "The framework's id.",
            "version", "The framework's version, from 1.",
            "support", "The number among the partner's offers and requests, from 1.",
            "person", "The person's generated id.");

    private static final Map<String, String> OF_ALL = Map.of(
            "400", "A parameter or header cannot be read.",
            "401", "Nobody is signed in, or the password is wrong.",
            "403", "You may not do this.",
            "404", "There is no such thing, or it belongs to a board you may not read.",
            "429", "Too many attempts to sign in have failed.",
            "503", "Part of the service does not answer; Retry-After says when to try again.");

    private static final Map<String, String> OF_SENDING = Map.of(
            "400", "The body, a parameter or a header cannot be read.",
            "409", "A rule says no.",
            "412", "If-Match names a version that is no longer the thing's.",
            "413", "The body has more than 1 MiB.",
            "415", "The body is of another media type.",
            "422", "A value cannot be, or the Idempotency-Key was used for another body.");

    static {
        // What Arguments gives to routes is no part of a request's body or query.
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Sender.class,
                        Grants.class,
                        Paging.class,
                        Queries.class,
                        Moment.class,
                        HttpServletResponse.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("Pledgebook").version(Release.VERSION).description("""
                                The book of record for inclusion pledges. Every POST is recorded as an event that is \
                                never changed, and answers with the position it was recorded at; send that back as \
                                `X-Read-At-Least` to read what you have just written. Send an `Idempotency-Key` with \
                                every POST, so that it can be sent again without being recorded twice. Errors are \
                                RFC 9457 problems whose `detail` says what to do.\
                                """))
                .components(new Components()
                        .addSecuritySchemes(
                                BASIC,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("A person's sign-in name and password.")))
                .addSecurityItem(new SecurityRequirement().addList(BASIC));
    }

    @Bean
    OperationCustomizer whatEveryRouteShares() {
        return (operation, route) -> {
            if (route.hasMethodAnnotation(Sends.class) || route.hasMethodAnnotation(PostMapping.class)) {
                describeSending(operation);
            } else {
                describeReading(operation, route);
            }
            OF_ALL.forEach((status, words) -> addProblem(operation, status, words));
            operation.getParameters().stream()
                    .filter(parameter -> IN_PATHS.containsKey(parameter.getName()) && "path".equals(parameter.getIn()))
                    .forEach(parameter -> parameter.setDescription(IN_PATHS.get(parameter.getName())));
            return operation;
        };
    }

    /** Names schemas so that no two of them share one: a framework's score is not an assessment's. */
    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        var resolver = new ModelResolver(mappers.jsonMapper(), new TypeNameResolver() {
            @Override
            protected String getNameOfClass(Class<?> type) {
                var outer = type.getEnclosingClass();
                return outer != null && outer.getName().startsWith("org.pledgebook.shared.")
                        ? outer.getSimpleName() + type.getSimpleName()
                        : super.getNameOfClass(type);
            }
        });
        resolver.setOpenapi31(mappers.isOpenapi31());
        return resolver;
    }

    /** What is not nullable is required; in this code that is said by types alone. */
    @Bean
    ModelConverter required() {
        return (type, context, chain) -> {
            var schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
            var raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (schema != null && raw.isRecord() && raw.getName().startsWith("org.pledgebook.")) {
                var reference = schema.get$ref();
                var model = reference == null
                        ? schema
                        : context.getDefinedModels().get(reference.substring(SCHEMAS.length()));
                if (model != null && model.getProperties() != null) {
                    Arrays.stream(raw.getRecordComponents()).forEach(component -> describe(component, model));
                }
            }
            return schema;
        };
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // as the model declares it
    private static void describe(RecordComponent component, Schema model) {
        if (!(model.getProperties().get(component.getName()) instanceof Schema property)) {
            return;
        }
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            if (model.getRequired() == null || !model.getRequired().contains(component.getName())) {
                model.addRequiredItem(component.getName());
            }
        } else if (property.getTypes() != null) {
            property.addType("null");
        }
    }

    @Bean
    OpenApiCustomizer schemas() {
        return api -> {
            ModelConverters.getInstance(true)
                    .readAll(new AnnotatedType(Problem.class))
                    .forEach(api.getComponents()::addSchemas);
            api.getComponents().getSchemas().values().forEach(ApiDescription::showReadingsByMeasure);
        };
    }

    private static void describeSending(Operation operation) {
        operation.addParametersItem(new HeaderParameter()
                .name(Arguments.IDEMPOTENCY_KEY)
                .description("1 to 128 visible characters. The same key and body again get the same answer, and"
                        + " nothing is recorded twice.")
                .schema(new StringSchema().minLength(1).maxLength(128)));
        operation.addParametersItem(new HeaderParameter()
                .name("If-Match")
                .description("The ETag you last read: refuses with 412 when somebody else was faster.")
                .schema(new StringSchema())
                .example("\"3\""));
        OF_SENDING.forEach((status, words) -> addProblem(operation, status, words));
        addHeader(operation, "201", "Location", "Its address.");
    }

    private static void describeReading(Operation operation, HandlerMethod route) {
        operation.addParametersItem(new HeaderParameter()
                .name(ReadAtLeast.HEADER)
                .description("A position that a POST answered: the answer reflects at least that.")
                .schema(new IntegerSchema().format("int64")));
        for (MethodParameter parameter : route.getMethodParameters()) {
            if (parameter.getParameterType() == Paging.class) {
                describePaging(operation);
            } else if (parameter.getParameterType() == Queries.class || parameter.getParameterType() == Moment.class) {
                describeAsOf(operation);
            } else if (parameter.getParameterType() == HttpServletResponse.class) {
                addHeader(operation, "200", "ETag", "Its version, for If-Match.");
            }
        }
    }

    private static void describeAsOf(Operation operation) {
        operation.addParametersItem(new QueryParameter()
                .name(AsOf.PARAMETER)
                .description("Answers what the book said then: an instant, or a date meaning the end of that day in the"
                        + " board's time zone. Today's date means now.")
                .schema(new StringSchema())
                .example("2023-07-12"));
        addHeader(operation, "200", AsOf.HEADER, "With asOf: the instant it stands for.");
        addHeader(operation, "200", AsOf.POSITION, "With asOf: the position of the last event that is reflected.");
        addProblem(operation, "422", "asOf is in the future.");
    }

    private static void describePaging(Operation operation) {
        operation.addParametersItem(new QueryParameter()
                .name("cursor")
                .description("The next of the page before.")
                .schema(new StringSchema()));
        operation.addParametersItem(new QueryParameter()
                .name("limit")
                .description("How many at most.")
                .schema(new IntegerSchema()
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(Paging.MOST))
                        ._default(Paging.USUAL)));
    }

    private static void addHeader(Operation operation, String status, String name, String words) {
        var answer = operation.getResponses().get(status);
        if (answer != null) {
            answer.addHeaderObject(name, new Header().description(words).schema(new StringSchema()));
        }
    }

    private static void addProblem(Operation operation, String status, String words) {
        operation
                .getResponses()
                .computeIfAbsent(
                        status,
                        added -> new ApiResponse()
                                .description(words)
                                .content(new Content()
                                        .addMediaType(
                                                Problem.JSON.toString(),
                                                new MediaType().schema(new Schema<>().$ref(PROBLEM)))));
    }

    /** Inside they are a list; in a body they are an object, coming and going. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // as the model declares it
    private static void showReadingsByMeasure(Schema schema) {
        var properties = schema.getProperties();
        if (properties != null
                && properties.get("readings") instanceof Schema readings
                && readings.getItems() != null) {
            schema.addProperty(
                    "readings",
                    new ObjectSchema()
                            .additionalProperties(new NumberSchema())
                            .description("Where the measures stand, by the measure's id.")
                            .example(Map.of("seats", 3)));
        }
    }
}
