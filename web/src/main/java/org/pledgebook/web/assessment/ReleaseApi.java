package org.pledgebook.web.assessment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.assessment.ReleaseView;
import org.pledgebook.shared.assessment.ReleaseTable;
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

@Tag(name = "Releases", description = "Tables as everybody may read them, with small counts masked")
@RestController
@RequestMapping(path = "/api/partners/{partner}", produces = MediaType.APPLICATION_JSON_VALUE)
final class ReleaseApi {

    private final Book book;

    ReleaseApi(Book book) {
        this.book = book;
    }

    @Operation(
            summary = "Release a table for everybody to read",
            description = "For the board's administrators. It is taken from the latest assessment of the cycle, masked"
                    + " and rounded by the board's policy for small numbers, and never reckoned again. Refused where it"
                    + " would give small counts away, by itself or together with what was released before.")
    @PostMapping("/assessments/{cycle}/tables/{table}/release")
    @Sends(ReleaseTable.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Recorded> releaseTable(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable String table,
            @RequestBody ReleaseTableForm form,
            Sender sender) {
        return book.made(
                form.command(partner, cycle, table),
                sender,
                receipt -> "/api/partners/" + partner + "/releases/"
                        + receipt.id().substring(receipt.id().lastIndexOf('/') + 1));
    }

    @Operation(summary = "List what was released of a partner", description = "Oldest first.")
    @GetMapping("/releases")
    @Reads(By.READERS_OF_THE_BOARD)
    Releases listReleases(@PathVariable String partner, Paging paging, Queries at) {
        var page = paging.of((cursor, limit) -> at.releases().all(partner, cursor, limit));
        return new Releases(page.items(), page.next());
    }

    @Operation(summary = "Read a release", description = "As it was released.")
    @GetMapping("/releases/{number}")
    @Reads(By.READERS_OF_THE_BOARD)
    ReleaseView findRelease(
            @PathVariable String partner, @PathVariable int number, Queries at, HttpServletResponse response) {
        return Single.of(
                at.releases().find(partner, number), ReleaseView::version, "release", partner + "/" + number, response);
    }

    /** A part of the list of releases. */
    record Releases(List<ReleaseView> releases, @Nullable String next) {}
}
