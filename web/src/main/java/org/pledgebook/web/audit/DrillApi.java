package org.pledgebook.web.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.web.Book;
import org.pledgebook.web.Paging;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Recorded;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
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

/** Replay drills: they change nothing that is on record, so they are for auditors too, who write nothing. */
@Tag(name = "Drill", description = "Making the read models again, to see whether they are what the events say")
@RestController
@RequestMapping(path = "/api/audit/drills", produces = MediaType.APPLICATION_JSON_VALUE)
final class DrillApi {

    private final Drills drills;
    private final Book book;

    DrillApi(Drills drills, Book book) {
        this.drills = drills;
        this.book = book;
    }

    @Operation(
            summary = "Start a replay drill",
            description = "For auditors and administrators of all boards, one at a time. Makes all read models again"
                    + " from the events, beside those in use and while they are, and compares the two document by"
                    + " document, the copy of the events and the log with the store, and answers of the past with the"
                    + " plain replay. Records nothing: when, by whom and what was found is kept apart from the events.")
    @PostMapping
    @Reads(By.AUDITORS_OF_ALL_BOARDS)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Recorded> startDrill(@RequestBody(required = false) @Nullable StartDrillForm form, Sender sender) {
        if (sender.ifMatch() != null) {
            throw new Refused(new Refusal(
                    "version-moved-on",
                    412,
                    "A drill that begins has no version",
                    "Leave If-Match out: nothing that you have read is changed by this.",
                    List.of()));
        }
        var started = drills.start(sender.person(), sender.idempotencyKey());
        return book.made(new Receipt(started.id(), 1), receipt -> "/api/audit/drills/" + receipt.id());
    }

    @Operation(
            summary = "List the replay drills",
            description = "For auditors and administrators of all boards. Newest first, with what each has found.")
    @GetMapping
    @Reads(By.AUDITORS_OF_ALL_BOARDS)
    DrillList listDrills(Paging paging) {
        var page = paging.of(drills::list);
        return new DrillList(page.items(), page.next());
    }

    @Operation(
            summary = "Read one replay drill",
            description = "For auditors and administrators of all boards. While it runs, how far it is.")
    @GetMapping("/{drill}")
    @Reads(By.AUDITORS_OF_ALL_BOARDS)
    Drilled findDrill(@Parameter(description = "The drill's number, from 1.") @PathVariable long drill) {
        return drills.find(drill).orElseThrow(() -> Refused.unknown("drill", Long.toString(drill)));
    }

    /** A part of the list of drills. */
    record DrillList(List<Drilled> drills, @Nullable String next) {}
}
