package org.pledgebook.command;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses a command whose values cannot be, whoever sent it: what is recorded can never be mended, so the last door is
 * here and not at the edge.
 */
@Component
@Order(2)
class Shape implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Validator validator;

    Shape(Validator validator) {
        this.validator = validator;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        check((Command) unitOfWork.getMessage().getPayload());
        return chain.proceed();
    }

    void check(Command command) {
        var faults = validator.validate(command).stream()
                .map(violation -> new Fault(pointer(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Fault::pointer).thenComparing(Fault::message))
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.values("invalid-values", "Some values cannot be", faults)
                    .asException();
        }
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
