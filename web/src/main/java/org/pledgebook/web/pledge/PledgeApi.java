package org.pledgebook.web.pledge;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Page;
import org.pledgebook.query.Queries;
import org.pledgebook.query.audit.HistoryEntry;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.AnswerQuestion;
import org.pledgebook.shared.pledge.AskQuestion;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.WithdrawPledge;
import org.pledgebook.web.Book;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Recorded;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Sends;
import org.pledgebook.web.Single;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Pledges", description = "Pledges and their progress")
@RestController
@RequestMapping(path = "/api/partners/{partner}/pledges/{cycle}", produces = MediaType.APPLICATION_JSON_VALUE)
final class PledgeApi {

    private final Book book;

    PledgeApi(Book book) {
        this.book = book;
    }

    @Operation(
            summary = "Make a pledge",
            description = "For the partner's editors, and administrators of its board. The book gives it the next"
                    + " number; a cycle takes so many and no more.")
    @PostMapping
    @Sends(MakePledge.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Recorded> makePledge(
            @PathVariable String partner, @PathVariable String cycle, @RequestBody MakePledgeForm form, Sender sender) {
        return book.made(form.command(partner, cycle), sender, receipt -> address(partner, cycle, receipt.id()));
    }

    @Operation(
            summary = "Amend a pledge",
            description = "For the partner's editors, and administrators of its board. What is left out stays as it is;"
                    + " a list and the basis are each replaced whole. The book says what kind of change it is, and every"
                    + " earlier version stays readable.")
    @PostMapping("/{number}/amendments")
    @Sends(AmendPledge.class)
    ResponseEntity<Recorded> amendPledge(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @RequestBody AmendPledgeForm form,
            Sender sender) {
        return book.changed(form.command(partner, cycle, number), sender);
    }

    @Operation(
            summary = "Extend a pilot to more teams",
            description = "For the partner's editors, and administrators of its board. Name all teams it then covers;"
                    + " none for the whole organisation.")
    @PostMapping("/{number}/extension")
    @Sends(ExtendPledge.class)
    ResponseEntity<Recorded> extendPledge(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @RequestBody ExtendPledgeForm form,
            Sender sender) {
        return book.changed(form.command(partner, cycle, number), sender);
    }

    @Operation(
            summary = "Withdraw a pledge",
            description =
                    "For the partner's editors, and administrators of its board. Its place is free for another; its"
                            + " number stays its own, and it stays readable.")
    @PostMapping("/{number}/withdrawal")
    @Sends(WithdrawPledge.class)
    ResponseEntity<Recorded> withdrawPledge(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @RequestBody WithdrawPledgeForm form,
            Sender sender) {
        return book.changed(form.command(partner, cycle, number), sender);
    }

    @Operation(
            summary = "Say that a pledge is fulfilled",
            description = "For the partner's editors, and administrators of its board. The claim stands beside what the"
                    + " measures read. Reports for what had begun by then, corrections, answers and a continuation may"
                    + " still come.")
    @PostMapping("/{number}/fulfilment")
    @Sends(FulfilPledge.class)
    ResponseEntity<Recorded> fulfilPledge(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @RequestBody FulfilPledgeForm form,
            Sender sender) {
        return book.changed(form.command(partner, cycle, number), sender);
    }

    @Operation(
            summary = "Continue a pledge in a later cycle",
            description = "For the partner's editors, and administrators of its board. It takes a place there and is"
                    + " what the earlier pledge said last; target dates outside the later cycle are left out. If-Match"
                    + " is the earlier pledge's version; the answer's id and version are the later pledge's.")
    @PostMapping("/{number}/continuation")
    @Sends(ContinuePledge.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Recorded> continuePledge(
            @PathVariable String partner,
            @PathVariable("cycle") String from,
            @PathVariable int number,
            @RequestBody ContinuePledgeForm form,
            Sender sender) {
        return book.made(
                form.command(partner, from, number), sender, receipt -> address(partner, form.cycle(), receipt.id()));
    }

    @Operation(
            summary = "Report on a pledge for a period",
            description = "For the partner's editors, and administrators of its board. Once for each period that has"
                    + " begun; late is marked, not refused. The answer's id and version are the pledge's.")
    @PostMapping("/{number}/progress")
    @Sends(RecordProgress.class)
    ResponseEntity<Recorded> recordProgress(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @RequestBody RecordProgressForm form,
            Sender sender) {
        return book.changed(form.command(partner, cycle, number), sender);
    }

    @Operation(
            summary = "Correct a report",
            description = "For the partner's editors, and administrators of its board. The earlier report stays"
                    + " readable. The answer's id and version are the pledge's.")
    @PostMapping("/{number}/progress/{period}/corrections")
    @Sends(CorrectProgress.class)
    ResponseEntity<Recorded> correctProgress(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @PathVariable String period,
            @RequestBody CorrectProgressForm form,
            Sender sender) {
        return book.changed(form.command(partner, cycle, number, period), sender);
    }

    @Operation(
            summary = "Ask a question on a pledge",
            description =
                    "For members of the board, at any time. The book gives it the next number. The answer's id and"
                            + " version are the question's; If-Match is the pledge's version.")
    @PostMapping("/{number}/questions")
    @Sends(AskQuestion.class)
    ResponseEntity<Recorded> askQuestion(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @RequestBody AskQuestionForm form,
            Sender sender) {
        return book.changed(form.command(partner, cycle, number), sender);
    }

    @Operation(
            summary = "Answer a question on a pledge",
            description =
                    "For the partner's editors, and administrators of its board. Once, at any time. The answer's id and"
                            + " version are the question's; If-Match is the pledge's version.")
    @PostMapping("/{number}/questions/{question}/answer")
    @Sends(AnswerQuestion.class)
    ResponseEntity<Recorded> answerQuestion(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @PathVariable int question,
            @RequestBody AnswerQuestionForm form,
            Sender sender) {
        return book.changed(form.command(partner, cycle, number, question), sender);
    }

    @Operation(summary = "List a partner's pledges for a cycle", description = "By number.")
    @GetMapping
    @Reads(By.READERS_OF_THE_BOARD)
    Pledges listPledges(@PathVariable String partner, @PathVariable String cycle, Paging paging, Queries at) {
        var page = paging.of((cursor, limit) -> page(at.pledges().of(partner, cycle), cursor, limit));
        return new Pledges(page.items(), page.next());
    }

    @Operation(summary = "Read a pledge", description = "With every version and every report.")
    @GetMapping("/{number}")
    @Reads(By.READERS_OF_THE_BOARD)
    PledgeView findPledge(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Queries at,
            HttpServletResponse response) {
        return Single.of(
                at.pledges().find(partner, cycle, number),
                PledgeView::version,
                "pledge",
                PledgeId.of(partner, cycle, number),
                response);
    }

    @Operation(
            summary = "Read a pledge's story",
            description =
                    "Oldest first, from where the first pledge that it carries on began: versions, reports, corrections,"
                            + " questions and support, and the assessment it rests on; who, when, why, and every field"
                            + " that each step changed.")
    @GetMapping("/{number}/history")
    @Reads(By.READERS_OF_THE_BOARD)
    Steps history(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Paging paging,
            Queries at) {
        var page = paging.of((cursor, limit) -> at.histories()
                .pledge(partner, cycle, number, cursor, limit)
                .orElseThrow(() -> Refused.unknown("pledge", PledgeId.of(partner, cycle, number))));
        return new Steps(page.items(), page.next());
    }

    /** A cycle's pledges are few, so they are read at once; the cursor is the last number of the page before. */
    private static Page<PledgeView> page(List<PledgeView> all, @Nullable String cursor, int limit) {
        var after = cursor == null ? 0 : Integer.parseInt(cursor);
        var rest = all.stream().filter(pledge -> pledge.number() > after).toList();
        return rest.size() <= limit
                ? new Page<>(rest, null)
                : new Page<>(
                        rest.subList(0, limit),
                        String.valueOf(rest.get(limit - 1).number()));
    }

    private static String address(String partner, String cycle, String pledge) {
        var number = pledge.substring(pledge.lastIndexOf('/') + 1);
        return "/api/partners/" + partner + "/pledges/" + cycle + "/" + number;
    }

    /** A part of a pledge's story. */
    record Steps(List<HistoryEntry> steps, @Nullable String next) {}

    /** A partner's pledges for a cycle. */
    record Pledges(List<PledgeView> pledges, @Nullable String next) {}
}
