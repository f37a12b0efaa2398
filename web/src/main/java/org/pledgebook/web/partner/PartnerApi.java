package org.pledgebook.web.partner;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.partner.TimelineEntry;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.partner.AddTeam;
import org.pledgebook.shared.partner.LeaveBoard;
import org.pledgebook.shared.partner.MergePartner;
import org.pledgebook.shared.partner.RenamePartner;
import org.pledgebook.web.Book;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Recorded;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Partners", description = "The organisations on a board, their teams and their timelines")
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
final class PartnerApi {

    private final Book book;

    PartnerApi(Book book) {
        this.book = book;
    }

    @Operation(summary = "Add a partner to a board", description = "For the board's administrators.")
    @PostMapping("/boards/{board}/partners")
    @Sends(AddPartner.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Recorded> addPartner(@PathVariable String board, @RequestBody AddPartnerForm form, Sender sender) {
        return book.made(form.command(board), sender, receipt -> "/api/partners/" + receipt.id());
    }

    @Operation(summary = "Give a partner one more team", description = "For the board's administrators.")
    @PostMapping("/partners/{partner}/teams")
    @Sends(AddTeam.class)
    ResponseEntity<Recorded> addTeam(@PathVariable String partner, @RequestBody AddTeamForm form, Sender sender) {
        return book.changed(form.command(partner), sender);
    }

    @Operation(
            summary = "Rename a partner",
            description = "For the board's administrators. Its id stays, and its earlier names stay with when and why.")
    @PostMapping("/partners/{partner}/name")
    @Sends(RenamePartner.class)
    ResponseEntity<Recorded> renamePartner(
            @PathVariable String partner, @RequestBody RenamePartnerForm form, Sender sender) {
        return book.changed(form.command(partner), sender);
    }

    @Operation(
            summary = "Merge a partner into another",
            description = "For the board's administrators. What it said stays under its id, and is found from the"
                    + " partner that goes on. It makes no more statements; what it reported can still be corrected."
                    + " Its editors' access does not end by itself.")
    @PostMapping("/partners/{partner}/merger")
    @Sends(MergePartner.class)
    ResponseEntity<Recorded> mergePartner(
            @PathVariable String partner, @RequestBody MergePartnerForm form, Sender sender) {
        return book.changed(form.command(partner), sender);
    }

    @Operation(
            summary = "Take a partner off its board",
            description = "For the board's administrators. What it said stays readable, and is not overdue where it"
                    + " was not due before. It makes no more statements; what it reported can still be corrected."
                    + " Its editors' access does not end by itself.")
    @PostMapping("/partners/{partner}/departure")
    @Sends(LeaveBoard.class)
    ResponseEntity<Recorded> leaveBoard(@PathVariable String partner, @RequestBody LeaveBoardForm form, Sender sender) {
        return book.changed(form.command(partner), sender);
    }

    @Operation(summary = "List a board's partners", description = "By id.")
    @GetMapping("/boards/{board}/partners")
    @Reads(By.READERS_OF_THE_BOARD)
    Partners listPartners(@PathVariable String board, Paging paging, Queries at) {
        var page = paging.of((cursor, limit) -> at.partners().ofBoard(board, cursor, limit));
        return new Partners(page.items(), page.next());
    }

    @Operation(
            summary = "Read a partner",
            description = "With its teams, its names, what became of it, and its latest scores.")
    @GetMapping("/partners/{partner}")
    @Reads(By.READERS_OF_THE_BOARD)
    PartnerView findPartner(@PathVariable String partner, Queries at, HttpServletResponse response) {
        return Single.of(at.partners().find(partner), PartnerView::version, "partner", partner, response);
    }

    @Operation(
            summary = "Read a partner's timeline",
            description = "What was recorded of it, newest first: who, when, what changed and why.")
    @GetMapping("/partners/{partner}/timeline")
    @Reads(By.READERS_OF_THE_BOARD)
    Timeline timeline(
            @PathVariable String partner,
            @Parameter(description = "Limits it to what belongs to that cycle.")
                    @RequestParam(required = false)
                    @Nullable String cycle,
            Paging paging,
            Queries at) {
        var page = paging.of((cursor, limit) -> at.partners().timeline(partner, cycle, cursor, limit));
        return new Timeline(page.items(), page.next());
    }

    /** A part of the list of a board's partners. */
    record Partners(List<PartnerView> partners, @Nullable String next) {}

    /** A part of a partner's timeline. */
    record Timeline(List<TimelineEntry> entries, @Nullable String next) {}
}
