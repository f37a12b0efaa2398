package org.pledgebook.web.assessment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.pledgebook.query.Queries;
import org.pledgebook.query.assessment.AssessmentView;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.web.Book;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Recorded;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Sends;
import org.pledgebook.web.Single;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Assessments", description = "What partners say of themselves")
@RestController
@RequestMapping(path = "/api/partners/{partner}/assessments/{cycle}", produces = MediaType.APPLICATION_JSON_VALUE)
final class AssessmentApi {

    private final Book book;

    AssessmentApi(Book book) {
        this.book = book;
    }

    @Operation(
            summary = "Submit a partner's self-assessment, or submit it again",
            description = "For the partner's editors, and administrators of its board. The first answers 201; another"
                    + " one for the same cycle needs a reason and answers 200, and the earlier one stays readable.")
    @ApiResponse(
            responseCode = "200",
            description = "Submitted again.",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    @ApiResponse(
            responseCode = "201",
            description = "Submitted.",
            content = @Content(schema = @Schema(implementation = Recorded.class)))
    @PostMapping
    @Sends(SubmitAssessment.class)
    ResponseEntity<Recorded> submitAssessment(
            @PathVariable String partner,
            @PathVariable String cycle,
            @RequestBody SubmitAssessmentForm form,
            Sender sender) {
        var receipt = book.record(form.command(partner, cycle), sender);
        return receipt.version() == 1
                ? book.made(receipt, first -> "/api/partners/" + partner + "/assessments/" + cycle)
                : book.changed(receipt);
    }

    @Operation(summary = "Read a partner's self-assessment", description = "Answers, scores and every version.")
    @GetMapping
    @Reads(By.READERS_OF_THE_BOARD)
    AssessmentView findAssessment(
            @PathVariable String partner, @PathVariable String cycle, Queries at, HttpServletResponse response) {
        return Single.of(
                at.assessments().find(partner, cycle),
                AssessmentView::version,
                "assessment",
                partner + "/" + cycle,
                response);
    }
}
