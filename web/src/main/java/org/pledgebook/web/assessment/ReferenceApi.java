package org.pledgebook.web.assessment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.assessment.ReferenceSummary;
import org.pledgebook.shared.assessment.PublishReference;
import org.pledgebook.shared.assessment.ReferencePopulation;
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

@Tag(name = "Reference populations", description = "Whole populations to hold a service's users beside")
@RestController
@RequestMapping(path = "/api/references", produces = MediaType.APPLICATION_JSON_VALUE)
final class ReferenceApi {

    private final Book book;

    ReferenceApi(Book book) {
        this.book = book;
    }

    @Operation(
            summary = "Publish a version of a reference population",
            description = "For administrators, of any board. A published version never changes; a new one is a new"
                    + " version.")
    @PostMapping
    @Sends(PublishReference.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Recorded> publishReference(@RequestBody PublishReferenceForm form, Sender sender) {
        return book.made(form.command(), sender, receipt -> "/api/references/" + form.id() + "/" + form.version());
    }

    @Operation(summary = "List the reference populations", description = "Every version, by id and version.")
    @GetMapping
    @Reads(By.ANYBODY_WITH_ACCESS)
    References listReferences(Paging paging, Queries at) {
        var page = paging.of(at.references()::all);
        return new References(page.items(), page.next());
    }

    @Operation(summary = "Read a version of a reference population", description = "As it was published.")
    @GetMapping("/{reference}/{version}")
    @Reads(By.ANYBODY_WITH_ACCESS)
    ReferencePopulation findReference(
            @PathVariable String reference, @PathVariable int version, Queries at, HttpServletResponse response) {
        // A published version is one event and stays one.
        return Single.of(
                at.references().find(reference, version),
                published -> 1,
                "reference population",
                reference + "/" + version,
                response);
    }

    /** A part of the list of reference populations. */
    record References(
            List<ReferenceSummary> references, @Nullable String next) {}
}
