package org.pledgebook.web.pledge;

import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.pledge.PledgeQueries;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Sends;
import org.pledgebook.web.page.Forms;
import org.pledgebook.web.page.Keys;
import org.pledgebook.web.page.Typed;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a member of the board asks of a pledge. */
@Controller
final class QuestionPages {

    private final PledgeQueries pledges;
    private final BoardQueries boards;
    private final Forms forms;

    QuestionPages(PledgeQueries pledges, BoardQueries boards, Forms forms) {
        this.pledges = pledges;
        this.boards = boards;
        this.forms = forms;
    }

    @Sends(AskQuestion.class)
    @GetMapping("/partners/{partner}/pledges/{cycle}/{number}/question")
    ModelAndView form(@PathVariable String partner, @PathVariable String cycle, @PathVariable int number, Typed typed) {
        return show(partner, cycle, number, typed);
    }

    @Sends(AskQuestion.class)
    @PostMapping("/partners/{partner}/pledges/{cycle}/{number}/question")
    ModelAndView ask(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var command = new AskQuestionForm(typed.text("text"), typed.date("saidOn")).command(partner, cycle, number);
        var pledge = "/partners/%s/pledges/%s/%d".formatted(partner, cycle, number);
        if (forms.send(command, typed, sender, pledge + "/question") != null) {
            next.addFlashAttribute("done", "question.sent");
            return new ModelAndView("redirect:" + pledge + "#questions");
        }
        return show(partner, cycle, number, typed);
    }

    private ModelAndView show(String partner, String cycle, int number, Typed typed) {
        var pledge = pledges.find(partner, cycle, number)
                .orElseThrow(() -> Refused.unknown("pledge", PledgeId.of(partner, cycle, number)));
        var page = new ModelAndView("question");
        page.addObject("typed", typed);
        page.addObject("key", Keys.of(typed));
        // A question is none the less one where somebody else has said something meanwhile.
        page.addObject("version", null);
        page.addObject("pledge", pledge);
        page.addObject(
                "board", boards.find(pledge.board()).orElseThrow(() -> Refused.unknown("board", pledge.board())));
        page.addObject("look", "/partners/%s/pledges/%s/%d".formatted(partner, cycle, number));
        if (typed.hasFaults()) {
            page.setStatus(HttpStatusCode.valueOf(typed.status()));
        }
        return page;
    }
}
