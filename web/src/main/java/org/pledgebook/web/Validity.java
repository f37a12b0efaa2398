package org.pledgebook.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.board.EstablishBoard;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.pledge.Reading;
import org.springframework.stereotype.Component;

/** Looks at values before they are sent, and names what is wrong by the fields of the body that was received. */
@Component
public final class Validity {

    /** Ids that a command carries under its thing's name, and a body as {@code id}. */
    static final Map<Class<? extends Command>, String> OWN_ID =
            Map.of(EstablishBoard.class, "board", OpenCycle.class, "cycle", AddPartner.class, "partner");

    /** What a command carries beside something that a body has it in. */
    static final Map<String, String> WITHIN = Map.of("tables", "data");

    private final Validator validator;

    Validity(Validator validator) {
        this.validator = validator;
    }

    /** Refuses with 422 what the command's constraints do not allow. */
    public void check(Command command) {
        refuse(validator.validate(command), violation -> pointer(command, violation));
    }

    /** Refuses with 422 what a body's own constraints do not allow. Its field names are the body's. */
    public void checkForm(Record form) {
        refuse(validator.validate(form), violation -> joined(steps(violation)));
    }

    private static <T> void refuse(
            Set<ConstraintViolation<T>> violations, Function<ConstraintViolation<T>, String> pointerOf) {
        var faults = violations.stream()
                .map(violation -> new Fault(pointerOf.apply(violation), message(violation)))
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::message))
                .distinct()
                .toList();
        if (!faults.isEmpty()) {
            throw Refused.values(faults);
        }
    }

    private static String message(ConstraintViolation<?> violation) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof NotNull
                ? "Give a value: it is missing."
                : violation.getMessage();
    }

    private static String pointer(Command command, ConstraintViolation<?> violation) {
        var steps = steps(violation);
        if (isSpreadOut(command, steps.get(0))) {
            // The body has the fields of the commitment, the report and so on at its top.
            steps.remove(0);
        } else if (steps.get(0).equals(OWN_ID.get(command.getClass()))) {
            steps.set(0, "id");
        }
        var within = WITHIN.get(steps.get(0));
        if (within != null) {
            steps.add(0, within);
        }
        if (violation.getLeafBean() instanceof Reading reading && reading.measure() != null) {
            // The body has an object of readings by measure.
            return joined(List.of(steps.get(0), reading.measure()));
        }
        return joined(steps);
    }

    private static boolean isSpreadOut(Command command, String component) {
        for (var known : command.getClass().getRecordComponents()) {
            if (known.getName().equals(component)) {
                return known.getType().isRecord();
            }
        }
        return false;
    }

    private static List<String> steps(ConstraintViolation<?> violation) {
        var steps = new ArrayList<String>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                steps.add(node.getIndex().toString());
            }
            // An element of a list is a node of its own, named <list element>.
            if (node.getName() != null && !node.getName().startsWith("<")) {
                steps.add(node.getName());
            }
        }
        return steps;
    }

    /** A JSON Pointer (RFC 6901). */
    static String joined(List<String> steps) {
        var pointer = new StringBuilder();
        steps.forEach(step -> pointer.append('/').append(step.replace("~", "~0").replace("/", "~1")));
        return pointer.toString();
    }
}
