package org.pledgebook.command.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.pledgebook.command.partner.PartnerFacts;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.access.AccessCommand;
import org.pledgebook.shared.access.AccessRules;
import org.pledgebook.shared.access.AccessRules.Rule;
import org.pledgebook.shared.access.EndAccess;
import org.pledgebook.shared.access.ForgetPerson;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.ResetPassword;
import org.pledgebook.shared.access.Role;
import org.pledgebook.shared.assessment.AssessmentCommand;
import org.pledgebook.shared.assessment.PublishReference;
import org.pledgebook.shared.assessment.ReleaseTable;
import org.pledgebook.shared.audit.AuditCommand;
import org.pledgebook.shared.board.BoardCommand;
import org.pledgebook.shared.board.EstablishBoard;
import org.pledgebook.shared.exchange.ExchangeCommand;
import org.pledgebook.shared.framework.FrameworkCommand;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.partner.PartnerCommand;
import org.pledgebook.shared.pledge.PledgeCommand;
import org.pledgebook.shared.support.SupportCommand;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Decides for every command whether its actor may send it, before anything else is looked at. What the actor may do is
 * folded from their own stream here and now; nothing the sender writes about it counts. A command without a rule, or
 * without an actor, is refused.
 */
@Component
@Order(1)
class Doorkeeper implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Streams streams;

    Doorkeeper(Streams streams) {
        this.streams = streams;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        var message = unitOfWork.getMessage();
        var actor = message.getMetaData().get(Origin.ACTOR);
        check((Command) message.getPayload(), actor instanceof String person ? person : null);
        return chain.proceed();
    }

    void check(Command command, @Nullable String actor) {
        var rule = AccessRules.of(command.getClass());
        if (rule == null) {
            throw refusal("Nobody may do this: no rule says who.");
        }
        if (actor == null) {
            throw refusal("Sign in first.");
        }
        if (!isFirstAppointment(command, actor) && !mayEverywhere(rule, Grants.of(actor, streams), command)) {
            throw refusal(rule.words());
        }
    }

    private boolean mayEverywhere(Rule rule, Grants grants, Command command) {
        var partner = command.statementOf();
        return boardsOf(command).stream().allMatch(board -> rule.allows(grants, board, partner));
    }

    /** With no person yet, there is nobody to appoint the first administrator: they do it themselves, once. */
    private boolean isFirstAppointment(Command command, String actor) {
        return command instanceof GiveAccess give
                && give.equals(new GiveAccess(actor, Role.ADMINISTRATOR, null, null))
                && actor.equals(GiveAccess.FIRST_ADMINISTRATOR)
                && !Grants.of(actor, streams).known();
    }

    /** The boards a command is about; a null among them is all boards. */
    private Set<@Nullable String> boardsOf(Command command) {
        if (command instanceof EstablishBoard
                || command instanceof FrameworkCommand
                || command instanceof PublishReference
                || command instanceof AuditCommand) {
            return only(null);
        }
        if (command instanceof BoardCommand about) {
            return only(about.board());
        }
        if (command instanceof AddPartner add) {
            return only(add.board());
        }
        if (command instanceof PartnerCommand about) {
            return only(boardOf(about.partner()));
        }
        if (command instanceof AssessmentCommand about) {
            return only(boardOf(about.partner()));
        }
        if (command instanceof ExchangeCommand about) {
            return only(boardOf(about.partner()));
        }
        if (command instanceof ReleaseTable release) {
            return only(boardOf(release.partner()));
        }
        if (command instanceof PledgeCommand about) {
            return only(boardOf(about.partner()));
        }
        if (command instanceof SupportCommand about) {
            return only(boardOf(about.partner()));
        }
        if (command instanceof GiveAccess give) {
            return boardsOfMore(give);
        }
        if (command instanceof EndAccess || command instanceof ResetPassword || command instanceof ForgetPerson) {
            return boardsOfPerson(((AccessCommand) command).person());
        }
        throw new IllegalArgumentException(
                "Which boards is " + command.getClass().getName() + " about?");
    }

    /**
     * The board of the new access and those of the access the person has: an administrator who does not reach all of
     * them could otherwise take somebody out of the reach of their own.
     */
    private Set<@Nullable String> boardsOfMore(GiveAccess give) {
        var boards = only(give.partner() == null ? give.board() : boardOf(give.partner()));
        if (Grants.of(give.person(), streams).known()) {
            boards.addAll(boardsOfPerson(give.person()));
        }
        return boards;
    }

    /**
     * The boards of the access a person has or, where it has ended, had last: whoever ended it must get through again
     * with a resend.
     */
    private Set<@Nullable String> boardsOfPerson(String person) {
        var boards = new LinkedHashSet<@Nullable String>();
        for (Grant grant :
                streams.fold(StreamId.person(person), Reach.NONE, Reach::after).last()) {
            boards.add(grant.board());
        }
        return boards.isEmpty() ? only(null) : boards;
    }

    /** A person's grants, and the last that were not none. */
    private record Reach(Grants now, List<Grant> last) {

        static final Reach NONE = new Reach(Grants.NONE, List.of());

        Reach after(Event event) {
            var next = now.after(event);
            return new Reach(next, next.live().isEmpty() ? last : next.live());
        }
    }

    /** A partner that is not in the book sits on no board: only an administrator of all boards gets to hear so. */
    private @Nullable String boardOf(String partner) {
        var facts = PartnerFacts.of(partner, streams);
        return facts.exists() ? facts.board() : null;
    }

    private static Set<@Nullable String> only(@Nullable String board) {
        var boards = new LinkedHashSet<@Nullable String>();
        boards.add(board);
        return boards;
    }

    private static CommandExecutionException refusal(String words) {
        return Refusal.forbidden(words).asException();
    }
}
