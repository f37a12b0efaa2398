package org.pledgebook.web.support;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.support.SupportView;
import org.pledgebook.shared.support.AnswerSupport;
import org.pledgebook.shared.support.PostSupport;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Support", description = "What partners offer each other and ask each other for")
@RestController
@RequestMapping(path = "/api/partners/{partner}/support", produces = MediaType.APPLICATION_JSON_VALUE)
final class SupportApi {

    private final Book book;

    SupportApi(Book book) {
        this.book = book;
    }

    @Operation(
            summary = "Offer support, or ask for it",
            description = "For the partner's editors, and administrators of its board. With a pledge of the board or"
                    + " in general.")
    @PostMapping
    @Sends(PostSupport.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Recorded> postSupport(
            @PathVariable String partner, @RequestBody PostSupportForm form, Sender sender) {
        return book.made(form.command(partner), sender, receipt -> "/api/partners/" + receipt.id());
    }

    @Operation(
            summary = "Answer an offer or a request",
            description = "For editors of the partner that answers, named in `from`, and administrators of the board."
                    + " Several may answer. The answer's id and version are the offer's or the request's.")
    @PostMapping("/{support}/answers")
    @Sends(AnswerSupport.class)
    ResponseEntity<Recorded> answerSupport(
            @PathVariable String partner,
            @PathVariable("support") int number,
            @RequestBody AnswerSupportForm form,
            Sender sender) {
        return book.changed(form.command(partner, number), sender);
    }

    @Operation(summary = "List what a partner offers and asks for", description = "With the answers, by number.")
    @GetMapping
    @Reads(By.READERS_OF_THE_BOARD)
    PartnersSupport listSupport(@PathVariable String partner, Paging paging, Queries at) {
        var page = paging.of((cursor, limit) -> at.support().of(partner, cursor, limit));
        return new PartnersSupport(page.items(), page.next());
    }

    @Operation(summary = "Read an offer or a request", description = "With its answers.")
    @GetMapping("/{support}")
    @Reads(By.READERS_OF_THE_BOARD)
    SupportView findSupport(
            @PathVariable String partner,
            @PathVariable("support") int number,
            Queries at,
            HttpServletResponse response) {
        return Single.of(
                at.support().find(partner, number),
                SupportView::version,
                "offer or request",
                partner + "/support/" + number,
                response);
    }

    /** A part of what a partner offers and asks for. */
    record PartnersSupport(
            List<SupportView> support, @Nullable String next) {}
}
