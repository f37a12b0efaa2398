package org.pledgebook.web.support;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Moment;
import org.pledgebook.query.Page;
import org.pledgebook.query.Queries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.support.SupportView;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.support.AnswerSupport;
import org.pledgebook.shared.support.PostSupport;
import org.pledgebook.shared.support.SupportKind;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reader;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
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
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What partners offer each other and ask each other for, and the forms in which they do. */
@Controller
final class SupportPages {

    /** As many as one page shows. */
    private static final int ENTRIES = 50;

    private static final int PARTNERS = 500;
    private static final List<String> ORDER = List.of("kind", "from", "text", "pledge", "saidOn");

    private final Queries book;
    private final Forms forms;
    private final Drafts drafts;
    private final Say say;

    SupportPages(Queries book, Forms forms, Drafts drafts, Say say) {
        this.book = book;
        this.forms = forms;
        this.drafts = drafts;
        this.say = say;
    }

    @Reads(By.READERS_OF_THE_BOARD)
    @GetMapping("/boards/{board}/support")
    String ofBoard(
            @PathVariable String board,
            Paging paging,
            Reader reader,
            Queries at,
            @RequestAttribute(name = "asOf", required = false) @Nullable Moment moment,
            Model model) {
        var found = at.boards().find(board).orElseThrow(() -> Refused.unknown("board", board));
        var page = new Paging(paging.cursor(), ENTRIES)
                .of((cursor, limit) -> at.support().ofBoard(board, cursor, limit));
        show(found, null, page, reader, at, moment, model);
        return "support";
    }

    @Reads(By.READERS_OF_THE_BOARD)
    @GetMapping("/partners/{partner}/support")
    String ofPartner(
            @PathVariable String partner,
            Paging paging,
            Reader reader,
            Queries at,
            @RequestAttribute(name = "asOf", required = false) @Nullable Moment moment,
            Model model) {
        var found = at.partners().find(partner).orElseThrow(() -> Refused.unknown("partner", partner));
        var board = at.boards().find(found.board()).orElseThrow(() -> Refused.unknown("board", found.board()));
        var page = new Paging(paging.cursor(), ENTRIES)
                .of((cursor, limit) -> at.support().of(partner, cursor, limit));
        show(board, found, page, reader, at, moment, model);
        return "support";
    }

    private static void show(
            BoardView board,
            @Nullable PartnerView partner,
            Page<SupportView> page,
            Reader reader,
            Queries at,
            @Nullable Moment moment,
            Model model) {
        var partners = at.partners().ofBoard(board.id(), null, PARTNERS).items();
        var may = moment == null ? answering(partners, board.id(), reader) : List.<PartnerView>of();
        model.addAttribute("board", board);
        model.addAttribute("partner", partner);
        model.addAttribute("names", names(partners));
        model.addAttribute("support", page.items());
        model.addAttribute("next", page.next());
        model.addAttribute("answering", may.stream().map(PartnerView::id).toList());
        model.addAttribute(
                "posting",
                partner == null
                        ? may.stream()
                                .filter(one -> reader.grants().edits(one.id()))
                                .toList()
                        : may.stream()
                                .filter(one -> one.id().equals(partner.id()))
                                .toList());
    }

    private static Map<String, String> names(List<PartnerView> partners) {
        return partners.stream().collect(Collectors.toMap(PartnerView::id, PartnerView::name));
    }

    /** The partners in whose name somebody can speak, and that are still there. */
    private static List<PartnerView> answering(List<PartnerView> partners, String board, Reader reader) {
        return partners.stream()
                .filter(one -> one.leftAt() == null)
                .filter(one -> reader.maySend(AnswerSupport.class, board, one.id()))
                .toList();
    }

    @Sends(PostSupport.class)
    @GetMapping("/partners/{partner}/support/new")
    ModelAndView postForm(
            @PathVariable String partner,
            @RequestParam(required = false) @Nullable String pledge,
            Typed typed,
            Sender sender) {
        var form = posting(partner);
        var begun = forms.begun(typed, sender, form.path());
        return show(form, begun.isEmpty() ? begun.fill("pledge", pledge) : begun);
    }

    @Sends(PostSupport.class)
    @PostMapping("/partners/{partner}/support/new")
    @SuppressWarnings("NullAway") // what is missing is for validation to refuse
    ModelAndView post(@PathVariable String partner, Typed typed, Sender sender, RedirectAttributes next) {
        var command = new PostSupportForm(
                        typed.one("kind", SupportKind.class),
                        typed.text("text"),
                        typed.optional("pledge"),
                        typed.date("saidOn"))
                .command(partner);
        return send(posting(partner), command, typed, sender, next, "support.posted");
    }

    @Sends(AnswerSupport.class)
    @GetMapping("/partners/{partner}/support/{support}/answer")
    ModelAndView answerForm(
            @PathVariable String partner,
            @PathVariable("support") int number,
            Reader reader,
            Typed typed,
            Sender sender) {
        var form = answering(partner, number, reader);
        return show(form, forms.begun(typed, sender, form.path()));
    }

    @Sends(AnswerSupport.class)
    @PostMapping("/partners/{partner}/support/{support}/answer")
    ModelAndView answer(
            @PathVariable String partner,
            @PathVariable("support") int number,
            Reader reader,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var form = answering(partner, number, reader);
        var from = form.from().size() == 1 ? form.from().get(0).id() : typed.text("from");
        var command = new AnswerSupportForm(from, typed.text("text"), typed.date("saidOn")).command(partner, number);
        return send(form, command, typed, sender, next, "support.answered");
    }

    private ModelAndView send(
            Form form, Command command, Typed typed, Sender sender, RedirectAttributes next, String done) {
        if (typed.text("step").equals("draft")) {
            drafts.keep(sender.person(), form.path(), typed.fields());
            next.addFlashAttribute("done", "form.kept");
            return new ModelAndView("redirect:" + form.look());
        }
        if (forms.send(command, typed, sender, form.path()) == null) {
            return show(form, typed.inOrder(ORDER));
        }
        next.addFlashAttribute("done", done);
        return new ModelAndView("redirect:" + form.look());
    }

    private Form posting(String partner) {
        var found = book.partners().find(partner).orElseThrow(() -> Refused.unknown("partner", partner));
        var board = book.boards().find(found.board()).orElseThrow(() -> Refused.unknown("board", found.board()));
        var pledges = board.cycles().stream()
                .filter(cycle -> cycle.closedAt() == null)
                .flatMap(cycle -> book.pledges().of(partner, cycle.id()).stream())
                .toList();
        return new Form(found, board, null, pledges, List.of());
    }

    private Form answering(String partner, int number, Reader reader) {
        var found = book.partners().find(partner).orElseThrow(() -> Refused.unknown("partner", partner));
        var board = book.boards().find(found.board()).orElseThrow(() -> Refused.unknown("board", found.board()));
        var support = book.support()
                .find(partner, number)
                .orElseThrow(() -> Refused.unknown("offer or request", partner + "/support/" + number));
        var others = book.partners().ofBoard(board.id(), null, PARTNERS).items().stream()
                .filter(one -> !one.id().equals(partner))
                .toList();
        return new Form(found, board, support, List.of(), answering(others, board.id(), reader));
    }

    private ModelAndView show(Form form, Typed typed) {
        var support = form.support();
        var page = new ModelAndView("support-form")
                .addObject("typed", typed)
                .addObject("key", Keys.of(typed))
                .addObject("heading", say.text(support == null ? "support.new" : "support.answer." + support.kind()))
                .addObject("partner", form.partner())
                .addObject("board", form.board())
                .addObject("support", support)
                .addObject("kinds", SupportKind.values())
                .addObject("pledges", form.pledges())
                .addObject("from", form.from())
                .addObject("path", form.path())
                .addObject("look", form.look());
        if (support != null) {
            // What somebody has seen since makes it a new decision.
            var moved = typed.refusal() != null && typed.refusal().status() == 412;
            page.addObject(
                    "version",
                    typed.raw("version").isEmpty() || moved ? Long.toString(support.version()) : typed.raw("version"));
        }
        if (typed.hasFaults()) {
            page.setStatus(HttpStatusCode.valueOf(typed.status()));
        }
        return page;
    }

    /**
     * The form that is filled in.
     *
     * @param support what is answered; null where something is offered or asked for
     * @param pledges that it can be about
     * @param from the partners in whose name it can be answered
     */
    private record Form(
            PartnerView partner,
            BoardView board,
            @Nullable SupportView support,
            List<PledgeView> pledges,
            List<PartnerView> from) {

        String look() {
            return "/partners/" + partner.id() + "/support";
        }

        String path() {
            return look() + (support == null ? "/new" : "/" + support.number() + "/answer");
        }
    }
}
