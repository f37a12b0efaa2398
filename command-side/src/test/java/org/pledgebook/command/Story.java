package org.pledgebook.command;

import static org.pledgebook.command.Altered.with;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.access.EndAccess;
import org.pledgebook.shared.access.ForgetPerson;
import org.pledgebook.shared.access.GiveAccess;
import org.pledgebook.shared.access.ResetPassword;
import org.pledgebook.shared.access.Role;
import org.pledgebook.shared.assessment.PublishReference;
import org.pledgebook.shared.assessment.ReleaseTable;
import org.pledgebook.shared.audit.IntroduceSigningKey;
import org.pledgebook.shared.board.CloseCycle;
import org.pledgebook.shared.board.EstablishBoard;
import org.pledgebook.shared.board.SetSmallNumbersPolicy;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.framework.PublishFramework;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.partner.AddTeam;
import org.pledgebook.shared.partner.Kind;
import org.pledgebook.shared.partner.LeaveBoard;
import org.pledgebook.shared.partner.MergePartner;
import org.pledgebook.shared.partner.RenamePartner;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.pledgebook.shared.support.AnswerSupport;
import org.pledgebook.shared.support.SupportKind;

/** A year of one board, with every kind of command once, in an order in which each is taken. */
final class Story {

    /** The cycle after that of the examples. */
    private static final String NEXT = "2024";

    private static final AtomicInteger TOLD = new AtomicInteger();

    final String board;
    final String partner;
    final String person;
    final List<Step> steps;

    private Story(int number) {
        board = "board-" + number;
        partner = "partner-" + number;
        person = "p-" + number;
        var framework = with(Examples.EDS, "id", "framework-" + number);
        var reference = with(Examples.CENSUS, "id", "reference-" + number);
        var submission =
                with(with(Examples.SUBMISSION, "framework", framework.id()), "tables", List.of(Examples.ETHNIC_GROUP));
        var release = new ReleaseTable(partner, Examples.CYCLE, Examples.ETHNIC_GROUP.id(), null);
        var assessment = partner + "/" + Examples.CYCLE;
        var pledge = assessment + "/1";
        var establish = new EstablishBoard(board, "A board", "Europe/London", List.of("caring"));
        var open = with(Examples.OPEN_CYCLE, "board", board);
        var add = new AddPartner(board, partner, "A partner", Kind.VOLUNTARY, List.of("outreach"));
        var introduce = new IntroduceSigningKey("log-" + number, "log-" + number + "+id+key", "It begins");
        var team = new AddTeam(partner, "reception");
        var successor = partner + "-and-others";
        var post = with(with(Examples.POST_SUPPORT, "partner", partner), "pledge", pledge);
        var answer = new AnswerSupport(partner, 1, successor, "We do", null);
        var rename = new RenamePartner(partner, "Partner", "It is shorter");
        var merge = new MergePartner(partner, successor, "They are one");
        var leave = new LeaveBoard(successor, "It does other things now");
        var give = new GiveAccess(person, Role.PARTNER, null, partner);
        var submit = with(with(Examples.SUBMIT_ASSESSMENT, "partner", partner), "submission", submission);
        var make = with(Examples.MAKE_PLEDGE, "partner", partner);
        var report = with(Examples.RECORD_PROGRESS, "partner", partner);
        var correct = with(Examples.CORRECT_PROGRESS, "partner", partner);
        var next = with(
                with(with(open, "cycle", NEXT), "startsOn", Examples.day("2024-01-01")),
                "endsOn",
                Examples.day("2024-12-31"));
        var amend = with(Examples.AMEND_PLEDGE, "partner", partner);
        var extend = new ExtendPledge(partner, Examples.CYCLE, 1, List.of(), "It works", null);
        var ask = new AskQuestion(partner, Examples.CYCLE, 1, "Who was asked?", null);
        var reply = new AnswerQuestion(partner, Examples.CYCLE, 1, 1, "All members.", null);
        var fulfil = new FulfilPledge(partner, Examples.CYCLE, 1, "Two trustees over 60", null);
        var carryOn = new ContinuePledge(partner, NEXT, Examples.CYCLE, 1, null, "Two seats more", null);
        var withdraw = new WithdrawPledge(partner, NEXT, 1, "No seat falls free", null);
        var continued = partner + "/" + NEXT + "/1";
        var question = pledge + "/questions/1";
        var end = new EndAccess(person, "Has left");
        var close = new CloseCycle(board, Examples.CYCLE, "The year is over");
        var small = new SetSmallNumbersPolicy(board, SmallNumbers.USUAL, null);
        steps = List.of(
                new Step(establish, with(establish, "name", "Another"), board, 1),
                new Step(open, with(open, "pledgesPerPartner", 4), board, 2),
                new Step(small, with(small, "reason", "Another"), board, 3),
                new Step(next, with(next, "pledgesPerPartner", 4), board, 4),
                new Step(introduce, with(introduce, "reason", "Another"), introduce.log(), 1),
                new Step(add, with(add, "name", "Another"), partner, 1),
                new Step(team, with(team, "team", "another"), partner, 2),
                new Step(give, with(give, "partner", "another"), person, 1),
                new Step(
                        new PublishFramework(framework),
                        new PublishFramework(with(framework, "title", "Another")),
                        framework.id() + "/1",
                        1),
                new Step(submit, with(submit, "reason", "Another"), assessment, 1),
                new Step(
                        new PublishReference(reference),
                        new PublishReference(with(reference, "title", "Another")),
                        reference.id() + "/1",
                        1),
                new Step(release, with(release, "with", "white"), partner + "/1", 1),
                new Step(make, with(make, "commitment", with(make.commitment(), "title", "Another")), pledge, 1),
                new Step(report, with(report, "period", "2023-Q2"), pledge, 2),
                new Step(correct, with(correct, "reason", "Another"), pledge, 3),
                new Step(amend, with(amend, "reason", "Another"), pledge, 4),
                new Step(extend, with(extend, "reason", "Another"), pledge, 5),
                new Step(ask, with(ask, "text", "Another"), question, 1, 5),
                new Step(reply, with(reply, "text", "Another"), question, 2, 6),
                new Step(fulfil, with(fulfil, "outcome", "Another"), pledge, 8),
                new Step(carryOn, with(carryOn, "reason", "Another"), continued, 1, 8),
                new Step(withdraw, with(withdraw, "reason", "Another"), continued, 2),
                new Step(new ResetPassword(person), end, person, 2),
                new Step(end, with(end, "reason", "Another"), person, 3),
                new Step(with(add, "partner", successor), with(add, "name", "Another"), successor, 1),
                new Step(post, with(post, "kind", SupportKind.OFFER), partner + "/support/1", 1),
                new Step(answer, with(answer, "text", "Another"), partner + "/support/1", 2),
                new Step(rename, with(rename, "reason", "Another"), partner, 3),
                new Step(merge, with(merge, "reason", "Another"), partner, 4),
                new Step(leave, with(leave, "reason", "Another"), successor, 3),
                new Step(new ForgetPerson(person), give, person, 4),
                new Step(close, with(close, "reason", "Another"), board, 5));
    }

    /** A story of a board that no other story is about. */
    static Story next() {
        return new Story(TOLD.incrementAndGet());
    }

    /** The step with this command. */
    Step step(Class<? extends Command> command) {
        return steps.stream()
                .filter(step -> step.command().getClass() == command)
                .findAny()
                .orElseThrow(() -> new AssertionError("The story needs a " + command.getSimpleName()));
    }

    /** What comes before the step with this command. */
    List<Step> before(Class<? extends Command> command) {
        return steps.subList(0, steps.indexOf(step(command)));
    }

    /**
     * One command.
     *
     * @param other another one to the same stream
     * @param id of the thing it is about
     * @param version of that thing, once it is taken
     * @param seen the version that the sender looked at: of the thing, or of the pledge whose address it is sent to
     */
    record Step(Command command, Command other, String id, long version, long seen) {

        Step(Command command, Command other, String id, long version) {
            this(command, other, id, version, version - 1);
        }

        Receipt receipt() {
            return new Receipt(id, version);
        }
    }
}
