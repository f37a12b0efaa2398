package org.pledgebook.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.pledgebook.cabinet.CabinetFailed;
import org.pledgebook.query.PastUnreadable;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Turns whatever goes wrong into a problem that says what happened and what to do. Nothing leaves as a stack trace. */
@Component
@RestControllerAdvice
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** Where the exceptions of drivers and stores live; which of them there are differs from run mode to run mode. */
    private static final List<String> OF_STORES = List.of(
            "com.mongodb.",
            "io.axoniq.",
            "io.grpc.",
            "java.sql.",
            "org.axonframework.axonserver.",
            "org.axonframework.eventsourcing.eventstore.",
            "org.springframework.dao.",
            "org.springframework.transaction.");

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** Writes a problem where no route was reached. */
    void write(Refused refused, HttpServletResponse response) throws IOException {
        var answer = answer(refused);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(Refused refused) {
        return answer(refused);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMessageNotReadableException unreadable) {
        if (causeOf(unreadable, BodyLimit.TooLarge.class) != null) {
            return answer(new Refusal(
                    "too-large",
                    413,
                    "The body is too large",
                    "A body can have at most 1 MiB. Shorten it.",
                    List.of()));
        }
        if (causeOf(unreadable, CharacterCodingException.class) != null) {
            return unreadable("This is not UTF-8 text. Save or send it as UTF-8.");
        }
        var jackson = causeOf(unreadable, JacksonException.class);
        if (jackson == null) {
            return unreadable("Send a JSON object; there is none.");
        }
        return jackson instanceof DatabindException || jackson instanceof InputCoercionException
                ? placed(unbound(jackson), jackson)
                : unreadable(misspelt(jackson));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMediaTypeNotSupportedException unsupported) {
        return answer(
                new Refusal(
                        "unsupported-media-type",
                        415,
                        "A body of this type is not read",
                        "Send the body as " + joined(unsupported.getSupportedMediaTypes())
                                + ", and say so in the header Content-Type.",
                        List.of()),
                headers -> headers.setAccept(unsupported.getSupportedMediaTypes()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpMediaTypeNotAcceptableException unacceptable) {
        return answer(new Refusal(
                "not-acceptable",
                406,
                "There is no answer of this type",
                "Answers are " + joined(unacceptable.getSupportedMediaTypes()) + "; accept that in the header Accept.",
                List.of()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HttpRequestMethodNotSupportedException unsupported) {
        var allowed = Objects.requireNonNullElse(unsupported.getSupportedHttpMethods(), List.<HttpMethod>of());
        return answer(
                new Refusal(
                        "method-not-allowed",
                        405,
                        "This cannot be done here",
                        "%s is not possible here; %s is."
                                .formatted(
                                        unsupported.getMethod(),
                                        allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", "))),
                        List.of()),
                headers -> headers.setAllow(Set.copyOf(allowed)));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(NoResourceFoundException nowhere) {
        return answer(Refused.nowhere());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MethodArgumentTypeMismatchException mismatch) {
        return answer(Refused.parameter(mismatch.getName(), "Check its spelling."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(InvalidParameterException undecodable) {
        return answer(Refused.malformed(
                "malformed-parameter",
                "A parameter cannot be read",
                "What follows the question mark is not percent-encoded UTF-8. Encode it."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(MissingServletRequestParameterException missing) {
        return answer(Refused.parameter(missing.getParameterName(), "Give it: it is missing."));
    }

    /** The sender has hung up; nobody is there to be answered. */
    @ExceptionHandler
    void on(AsyncRequestNotUsableException gone) {
        LOG.debug("The sender hung up", gone);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(Exception unexpected) {
        return answer(refused(unexpected));
    }

    /** What any failure is answered with; one that nobody expected goes to the log. */
    static Refused refused(Exception failure) {
        if (failure instanceof Refused refused) {
            return refused;
        }
        if (failure instanceof ErrorResponse said && said.getStatusCode().is4xxClientError()) {
            return generic(said.getStatusCode().value());
        }
        if (failure instanceof PastUnreadable unreadable) {
            LOG.warn("The past could not be read: {}", unreadable.getMessage());
            return Refused.later(
                    "past-unreadable",
                    "The past cannot be read just now",
                    unreadable.getMessage() + " Ask again in a while.",
                    Duration.ofSeconds(5));
        }
        if (isOfAStore(failure)) {
            LOG.error("A store did not answer", failure);
            return Refused.storeAway();
        }
        LOG.error("Nobody expected this", failure);
        return generic(HttpStatus.INTERNAL_SERVER_ERROR.value());
    }

    /** Whether it comes from what keeps our data, or from the way there. */
    private static boolean isOfAStore(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            var name = at.getClass().getName();
            if (at instanceof CabinetFailed || OF_STORES.stream().anyMatch(name::startsWith)) {
                return true;
            }
        }
        return false;
    }

    /** What is said of a status when nothing more is known. */
    static Refused generic(int status) {
        if (status == HttpStatus.NOT_FOUND.value()) {
            return Refused.nowhere();
        }
        if (status < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            var known = HttpStatus.resolve(status);
            return new Refused(new Refusal(
                    "bad-request",
                    status,
                    known == null ? "The request cannot be read" : known.getReasonPhrase(),
                    "The request cannot be read as HTTP means it. Check its address, headers and body.",
                    List.of()));
        }
        return new Refused(new Refusal(
                "unexpected",
                status,
                "The service failed",
                "This is a fault of the service, not of what you sent. Send it again, with the same Idempotency-Key if it is a POST; if it fails again, tell whoever runs the service the "
                        + RequestId.HEADER + " in this answer's headers, under which the log has more.",
                List.of()));
    }

    /** JSON that is well-formed, and not what the route takes. */
    private static ResponseEntity<Problem> unbound(JacksonException jackson) {
        var pointer = pointer(jackson);
        if (jackson instanceof UnrecognizedPropertyException unknown) {
            return answer(badField(
                    "unknown-field",
                    "A field is not known",
                    pointer,
                    "Remove the field '" + unknown.getPropertyName() + "' or correct its name" + known(unknown) + "."));
        }
        if (jackson instanceof MismatchedInputException mismatch) {
            return mismatched(mismatch, pointer);
        }
        if (pointer.isEmpty()) {
            return unreadable(misspelt(jackson));
        }
        // A number that is well-formed, but longer than any type here holds.
        return answer(Refused.value(pointer, "Give a smaller number."));
    }

    private static ResponseEntity<Problem> mismatched(MismatchedInputException mismatch, String pointer) {
        var type = mismatch.getTargetType();
        if (pointer.isEmpty()) {
            return unreadable("Send one JSON object and nothing after it.");
        }
        if (mismatch.getCurrentToken() == JsonToken.VALUE_STRING && type != null) {
            if (type.isEnum()) {
                return answer(Refused.value(pointer, "Give one of " + constants(type) + "."));
            }
            if (type == LocalDate.class) {
                return answer(Refused.value(pointer, "Give a date that exists, spelled like 2023-04-01."));
            }
        }
        if (type != null && type.isPrimitive() && mismatch.getCurrentToken() == JsonToken.END_OBJECT) {
            return answer(Refused.value(pointer, "Give a value: it is missing."));
        }
        return answer(badField("wrong-type", "A value is of the wrong type", pointer, "Give " + noun(type) + " here."));
    }

    /** A pointer alone is hard to follow in a long text: where there are lines, the detail says which. */
    private static ResponseEntity<Problem> placed(ResponseEntity<Problem> answer, JacksonException jackson) {
        var problem = answer.getBody();
        var location = jackson.getLocation();
        if (problem == null || location == null || location.getLineNr() < 2) {
            return answer;
        }
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .body(problem.withDetail(problem.detail() + place(jackson)));
    }

    private static Refusal badField(String type, String title, String pointer, String message) {
        return new Refusal(type, 400, title, message, List.of(new Fault(pointer, message)));
    }

    private static String known(UnrecognizedPropertyException unknown) {
        var ids = unknown.getKnownPropertyIds();
        return ids == null || ids.isEmpty()
                ? ""
                : "; known are " + ids.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String noun(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type.isEnum()) {
            return "text, one of " + constants(type) + ",";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == LocalDate.class) {
            return "a date as text, like \"2023-04-01\",";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String pointer(JacksonException jackson) {
        var steps = new ArrayList<String>();
        for (var step : jackson.getPath()) {
            steps.add(step.getPropertyName() == null ? Integer.toString(step.getIndex()) : step.getPropertyName());
        }
        return Validity.joined(steps);
    }

    private static ResponseEntity<Problem> unreadable(String detail) {
        return answer(new Refusal("unreadable", 400, "The body cannot be read", detail, List.of()));
    }

    private static String place(JacksonException jackson) {
        var location = jackson.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    /** In words of ours: the parser's own speak of its settings. */
    private static String misspelt(JacksonException jackson) {
        return "This is not well-formed text of its type" + place(jackson)
                + ". Look there for a quotation mark, comma or bracket that is missing or too many, for a number or word spelled in another way, and for two fields of one name.";
    }

    private static String joined(List<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(" or "));
    }

    private static <T extends Throwable> @Nullable T causeOf(Throwable failure, Class<T> kind) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return kind.cast(at);
            }
        }
        return null;
    }

    static ResponseEntity<Problem> answer(Refused refused) {
        var after = refused.retryAfter();
        return answer(refused.refusal(), headers -> {
            if (after != null) {
                headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, after.toSeconds())));
            }
        });
    }

    private static ResponseEntity<Problem> answer(Refusal refusal) {
        return answer(refusal, headers -> {});
    }

    private static ResponseEntity<Problem> answer(Refusal refusal, Consumer<HttpHeaders> more) {
        return ResponseEntity.status(refusal.status())
                .contentType(Problem.JSON)
                .headers(more)
                .body(Problem.of(refusal));
    }
}
