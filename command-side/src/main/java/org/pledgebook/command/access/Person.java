package org.pledgebook.command.access;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.pledgebook.command.Decider;
import org.pledgebook.command.Faults;
import org.pledgebook.command.board.BoardFacts;
import org.pledgebook.command.partner.PartnerFacts;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Origin;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.access.AccessEnded;
import org.pledgebook.shared.access.AccessEvent;
import org.pledgebook.shared.access.AccessGiven;
import org.pledgebook.shared.access.EndAccess;
import org.pledgebook.shared.access.ForgetPerson;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.Grant;
import org.pledgebook.shared.access.Grants;
import org.pledgebook.shared.access.PasswordReset;
import org.pledgebook.shared.access.PersonForgotten;
import org.pledgebook.shared.access.ResetPassword;
import org.pledgebook.shared.access.Role;

/** A person's access. Who they are is not known here. */
@Aggregate(type = "person")
class Person extends Decider {

    private Grants grants = Grants.NONE;
    private long version;
    private boolean forgotten;

    Person() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(GiveAccess command, MetaData origin, Streams streams) {
        return decide(origin, version, () -> {
            checkNotForgotten();
            var faults = new Faults();
            var board = checkPlace(command, streams, faults);
            faults.refuseIfAny();
            var grant = new Grant(command.role(), board, command.partner());
            if (grants.live().contains(grant)) {
                throw Refusal.rule(
                                "access-given-already",
                                "This person has this access already",
                                "Nothing needs to be done: the access is given.")
                        .asException();
            }
            return new AccessGiven(command.person(), grant);
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(EndAccess command, MetaData origin) {
        return decide(origin, version, () -> {
            checkKnown(command.person());
            checkIsAnother(command.person(), origin, "Ask another administrator to end your access.");
            if (grants.live().isEmpty()) {
                throw Refusal.rule(
                                "no-access",
                                "This person has no access",
                                "Nothing needs to be done: the access has ended already.")
                        .asException();
            }
            return new AccessEnded(command.person(), command.reason());
        });
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ResetPassword command, MetaData origin) {
        return decide(origin, version, () -> {
            checkKnown(command.person());
            checkNotForgotten();
            return new PasswordReset(command.person());
        });
    }

    /** However often it is sent, it is answered alike and recorded once: what it asks for is finished by a repeat. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ForgetPerson command, MetaData origin) {
        if (forgotten) {
            return new Receipt(command.person(), version);
        }
        return decide(origin, version, () -> {
            checkKnown(command.person());
            checkIsAnother(command.person(), origin, "Ask another administrator to forget you.");
            return new PersonForgotten(command.person());
        });
    }

    @Override
    protected Receipt evolve(Event event) {
        grants = grants.after(event);
        forgotten = forgotten || event instanceof PersonForgotten;
        version++;
        return new Receipt(((AccessEvent) event).person(), version);
    }

    private void checkKnown(String person) {
        if (!grants.known()) {
            throw Refusal.unknown("person", person).asException();
        }
    }

    private void checkNotForgotten() {
        if (forgotten) {
            throw Refusal.rule(
                            "person-forgotten",
                            "This person was forgotten",
                            "Nothing more is recorded of a person who was forgotten. Enter them anew, under an id of its own.")
                    .asException();
        }
    }

    /** Whoever ends access keeps theirs, so there is always somebody left who can give it. */
    private static void checkIsAnother(String person, MetaData origin, String whatToDo) {
        if (person.equals(origin.get(Origin.ACTOR))) {
            throw Refusal.rule("own-access", "Nobody ends their own access", whatToDo)
                    .asException();
        }
    }

    /** The board the grant is for: for a partner's editor the partner's own, whether or not it was given. */
    private static @Nullable String checkPlace(GiveAccess command, Streams streams, Faults faults) {
        if (command.role() != Role.PARTNER) {
            if (command.partner() != null) {
                faults.add(
                        "partner-not-asked-for",
                        "This role is not for one partner",
                        "/partner",
                        "Leave the partner out, or give the role PARTNER.");
            }
            if (command.board() != null
                    && !BoardFacts.of(command.board(), streams).exists()) {
                faults.add(
                        "unknown-board",
                        "There is no such board",
                        "/board",
                        "There is no board '%s'.".formatted(command.board()));
            }
            return command.board();
        }
        if (command.partner() == null) {
            faults.add(
                    "partner-missing",
                    "The role PARTNER is for one partner",
                    "/partner",
                    "Say whose statements this person makes.");
            return null;
        }
        var partner = PartnerFacts.of(command.partner(), streams);
        if (!partner.exists()) {
            faults.add(
                    "unknown-partner",
                    "There is no such partner",
                    "/partner",
                    "There is no partner '%s'.".formatted(command.partner()));
            return null;
        }
        if (command.board() != null && !command.board().equals(partner.board())) {
            faults.add(
                    "partner-of-another-board",
                    "The partner sits on another board",
                    "/board",
                    "Leave the board out, or give '%s'.".formatted(partner.board()));
        }
        return partner.board();
    }
}
