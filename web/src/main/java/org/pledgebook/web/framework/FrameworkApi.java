package org.pledgebook.web.framework;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.framework.FrameworkSummary;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.PublishFramework;
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

@Tag(name = "Frameworks", description = "Self-assessment questionnaires")
@RestController
@RequestMapping(path = "/api/frameworks", produces = MediaType.APPLICATION_JSON_VALUE)
final class FrameworkApi {

    private final Book book;

    FrameworkApi(Book book) {
        this.book = book;
    }

    @Operation(
            summary = "Publish a version of a framework",
            description = "For administrators, of any board. A published version never changes; a new one is a new"
                    + " version. JSON or YAML.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = PublishFrameworkForm.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_YAML_VALUE,
                        schema = @Schema(implementation = PublishFrameworkForm.class))
            })
    @PostMapping
    @Sends(PublishFramework.class)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Recorded> publishFramework(@RequestBody PublishFrameworkForm form, Sender sender) {
        return book.made(form.command(), sender, receipt -> "/api/frameworks/" + form.id() + "/" + form.version());
    }

    @Operation(summary = "List the frameworks", description = "Every version, by id and version.")
    @GetMapping
    @Reads(By.ANYBODY_WITH_ACCESS)
    Frameworks listFrameworks(Paging paging, Queries at) {
        var page = paging.of(at.frameworks()::all);
        return new Frameworks(page.items(), page.next());
    }

    @Operation(summary = "Read a version of a framework", description = "As it was published.")
    @GetMapping("/{framework}/{version}")
    @Reads(By.ANYBODY_WITH_ACCESS)
    Framework findFramework(
            @PathVariable String framework, @PathVariable int version, Queries at, HttpServletResponse response) {
        // A published version is one event and stays one.
        return Single.of(
                at.frameworks().find(framework, version),
                published -> 1,
                "framework",
                framework + "/" + version,
                response);
    }

    /** A part of the list of frameworks. */
    record Frameworks(
            List<FrameworkSummary> frameworks, @Nullable String next) {}
}
