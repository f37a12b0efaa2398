package org.pledgebook.web.pledge;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.QuestionView;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Sends;
import org.pledgebook.web.page.Drafts;
import org.pledgebook.web.page.Forms;
import org.pledgebook.web.page.Keys;
import org.pledgebook.web.page.Say;
import org.pledgebook.web.page.Typed;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a partner says of a pledge in one short form: that it ends, goes on or reaches more, and what a question is answered. */
@Controller
final class StatementPages {

    private static final String PLEDGE = "/partners/{partner}/pledges/{cycle}/{number}";
    private static final List<String> ORDER = List.of("cycle", "teams", "text", "reason", "outcome", "saidOn");

    private final Queries book;
    private final Forms forms;
    private final Drafts drafts;
    private final Say say;

    StatementPages(Queries book, Forms forms, Drafts drafts, Say say) {
        this.book = book;
        this.forms = forms;
        this.drafts = drafts;
        this.say = say;
    }

    @Sends(WithdrawPledge.class)
    @GetMapping(PLEDGE + "/withdrawal")
    ModelAndView withdrawal(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Typed typed,
            Sender sender) {
        var form = open(partner, cycle, number, Kind.WITHDRAWAL);
        return form.show(forms.begun(typed, sender, form.path()), say);
    }

    @Sends(WithdrawPledge.class)
    @PostMapping(PLEDGE + "/withdrawal")
    ModelAndView withdraw(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var command =
                new WithdrawPledgeForm(typed.text("reason"), typed.date("saidOn")).command(partner, cycle, number);
        return send(open(partner, cycle, number, Kind.WITHDRAWAL), command, typed, sender, next);
    }

    @Sends(FulfilPledge.class)
    @GetMapping(PLEDGE + "/fulfilment")
    ModelAndView fulfilment(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Typed typed,
            Sender sender) {
        var form = open(partner, cycle, number, Kind.FULFILMENT);
        return form.show(forms.begun(typed, sender, form.path()), say);
    }

    @Sends(FulfilPledge.class)
    @PostMapping(PLEDGE + "/fulfilment")
    ModelAndView fulfil(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var command = new FulfilPledgeForm(typed.text("outcome"), typed.date("saidOn")).command(partner, cycle, number);
        return send(open(partner, cycle, number, Kind.FULFILMENT), command, typed, sender, next);
    }

    @Sends(ExtendPledge.class)
    @GetMapping(PLEDGE + "/extension")
    ModelAndView extension(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Typed typed,
            Sender sender) {
        var form = open(partner, cycle, number, Kind.EXTENSION);
        var begun = forms.begun(typed, sender, form.path());
        return form.show(begun.isEmpty() ? begun.fillAll("teams", form.pledge().teams()) : begun, say);
    }

    @Sends(ExtendPledge.class)
    @PostMapping(PLEDGE + "/extension")
    ModelAndView extend(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var command = new ExtendPledgeForm(typed.all("teams"), typed.text("reason"), typed.date("saidOn"))
                .command(partner, cycle, number);
        return send(open(partner, cycle, number, Kind.EXTENSION), command, typed, sender, next);
    }

    @Sends(ContinuePledge.class)
    @GetMapping(PLEDGE + "/continuation")
    ModelAndView continuation(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Typed typed,
            Sender sender) {
        var form = open(partner, cycle, number, Kind.CONTINUATION);
        var begun = forms.begun(typed, sender, form.path());
        // With one cycle to go on in there is nothing to choose.
        return form.show(
                form.later().size() == 1
                        ? begun.fill("cycle", form.later().get(0).id())
                        : begun,
                say);
    }

    @Sends(ContinuePledge.class)
    @PostMapping(PLEDGE + "/continuation")
    ModelAndView goOn(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var command = new ContinuePledgeForm(typed.text("cycle"), typed.text("reason"), typed.date("saidOn"))
                .command(partner, cycle, number);
        return send(open(partner, cycle, number, Kind.CONTINUATION), command, typed, sender, next);
    }

    @Sends(AnswerQuestion.class)
    @GetMapping(PLEDGE + "/questions/{question}/answer")
    ModelAndView question(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @PathVariable int question,
            Typed typed,
            Sender sender) {
        var form = open(partner, cycle, number, question);
        return form.show(forms.begun(typed, sender, form.path()), say);
    }

    @Sends(AnswerQuestion.class)
    @PostMapping(PLEDGE + "/questions/{question}/answer")
    ModelAndView answer(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @PathVariable int question,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var command = new AnswerQuestionForm(typed.text("text"), typed.date("saidOn"))
                .command(partner, cycle, number, question);
        return send(open(partner, cycle, number, question), command, typed, sender, next);
    }

    private ModelAndView send(Form form, Command command, Typed typed, Sender sender, RedirectAttributes next) {
        if (typed.text("step").equals("draft")) {
            drafts.keep(sender.person(), form.path(), typed.fields());
            next.addFlashAttribute("done", "form.kept");
            return new ModelAndView("redirect:/partners/" + form.partner().id() + "/desk");
        }
        var receipt = forms.send(command, typed, sender, form.path());
        if (receipt == null) {
            return form.show(typed.inOrder(ORDER), say);
        }
        next.addFlashAttribute("done", form.kind().key() + ".done");
        return new ModelAndView("redirect:"
                + (form.kind() == Kind.CONTINUATION
                        ? pledgePath(form.partner().id(), typed.text("cycle"), last(receipt.id()))
                        : form.pledgePath()));
    }

    private static String last(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String pledgePath(String partner, String cycle, String number) {
        return "/partners/" + partner + "/pledges/" + cycle + "/" + number;
    }

    private Form open(String partner, String cycle, int number, Kind kind) {
        return form(pledge(partner, cycle, number), kind, null);
    }

    private Form open(String partner, String cycle, int number, int question) {
        var pledge = pledge(partner, cycle, number);
        var asked = pledge.questions().stream()
                .filter(one -> one.number() == question)
                .findFirst()
                .orElseThrow(() -> Refused.unknown("question", PledgeId.ofQuestion(pledge.id(), question)));
        return form(pledge, Kind.ANSWER, asked);
    }

    private PledgeView pledge(String partner, String cycle, int number) {
        return book.pledges()
                .find(partner, cycle, number)
                .orElseThrow(() -> Refused.unknown("pledge", PledgeId.of(partner, cycle, number)));
    }

    private Form form(PledgeView pledge, Kind kind, @Nullable QuestionView question) {
        var partner =
                book.partners().find(pledge.partner()).orElseThrow(() -> Refused.unknown("partner", pledge.partner()));
        var board = book.boards().find(pledge.board()).orElseThrow(() -> Refused.unknown("board", pledge.board()));
        return new Form(pledge, partner, board, kind, question);
    }

    /** Which form it is: the end of its address, and of the keys of its words. */
    private enum Kind {
        WITHDRAWAL,
        FULFILMENT,
        EXTENSION,
        CONTINUATION,
        ANSWER;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The form that is filled in.
     *
     * @param question the one that is answered; null where none is
     */
    private record Form(
            PledgeView pledge,
            PartnerView partner,
            BoardView board,
            Kind kind,
            @Nullable QuestionView question) {

        String pledgePath() {
            return StatementPages.pledgePath(pledge.partner(), pledge.cycle(), Integer.toString(pledge.number()));
        }

        String path() {
            return pledgePath() + (question == null ? "" : "/questions/" + question.number()) + "/" + kind.key();
        }

        /** The cycles it can go on in. */
        List<CycleView> later() {
            var begun = board.cycles().stream()
                    .filter(one -> one.id().equals(pledge.cycle()))
                    .map(CycleView::startsOn)
                    .findFirst()
                    .orElseThrow();
            return board.cycles().stream()
                    .filter(one -> one.closedAt() == null && one.startsOn().isAfter(begun))
                    .toList();
        }

        ModelAndView show(Typed typed, Say say) {
            // What somebody has seen since makes it a new decision.
            var moved = typed.refusal() != null && typed.refusal().status() == 412;
            var seen = typed.raw("version").isEmpty() || moved ? Long.toString(pledge.version()) : typed.raw("version");
            var page = new ModelAndView("statement")
                    .addObject("typed", typed)
                    .addObject("key", Keys.of(typed))
                    .addObject("version", seen)
                    .addObject("kind", kind.key())
                    .addObject("heading", say.text(kind.key() + ".title"))
                    .addObject("pledge", pledge)
                    .addObject("partner", partner)
                    .addObject("board", board)
                    .addObject("question", question)
                    .addObject("later", later())
                    .addObject("path", path())
                    .addObject("look", pledgePath());
            if (typed.hasFaults()) {
                page.setStatus(HttpStatusCode.valueOf(typed.status()));
            }
            return page;
        }
    }
}
