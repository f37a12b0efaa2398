package org.pledgebook.web.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.framework.FrameworkQueries;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.exchange.History;
import org.pledgebook.shared.exchange.ImportStatements;
import org.pledgebook.shared.exchange.Said;
import org.pledgebook.web.Book;
import org.pledgebook.web.ExportLog;
import org.pledgebook.web.PartnerBoards;
import org.pledgebook.web.Reads;
import org.pledgebook.web.Reads.By;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Sends;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "In and out", description = "A partner's statements of a cycle as a file")
@RestController
@RequestMapping("/api/partners/{partner}/cycles/{cycle}")
final class ExchangeApi {

    private final Book book;
    private final Streams streams;
    private final PartnerBoards partnerBoards;
    private final BoardQueries boards;
    private final FrameworkQueries frameworks;
    private final ExportLog log;

    ExchangeApi(
            Book book,
            Streams streams,
            PartnerBoards partnerBoards,
            BoardQueries boards,
            FrameworkQueries frameworks,
            ExportLog log) {
        this.book = book;
        this.streams = streams;
        this.partnerBoards = partnerBoards;
        this.boards = boards;
        this.frameworks = frameworks;
        this.log = log;
    }

    @Operation(
            summary = "Get a template to fill in",
            description =
                    "With a row for each pledge that can still be made, each report that can be given and each item"
                            + " of the newest version of every framework. What is left empty is passed over.")
    @GetMapping(
            path = "/template",
            produces = {Format.WORKBOOK, Format.ZIP})
    @Reads(By.READERS_OF_THE_BOARD)
    ResponseEntity<byte[]> getTemplate(
            @PathVariable String partner,
            @PathVariable String cycle,
            @Parameter(description = Format.WORDS) @RequestParam(required = false) @Nullable String format,
            @Parameter(description = "The id of the framework to answer, where it is to be that one alone.")
                    @RequestParam(required = false)
                    @Nullable String framework,
            Sender sender,
            HttpServletRequest request) {
        var written = Format.of(format);
        var board = board(partner);
        var template = new Template(
                cycle(board, cycle), history(board, partner, cycle), Template.newest(frameworks, framework));
        log.write(sender, request);
        return written.answer("template-" + partner + "-" + cycle, template.sheets(board));
    }

    @Operation(
            summary = "Export what a partner has said in a cycle",
            description = "Every statement in the order it was recorded, with the day it was said or else recorded. An"
                    + " import into another book reads exactly this. The ETag counts the statements.")
    @GetMapping(
            path = "/statements",
            produces = {Format.WORKBOOK, Format.ZIP})
    @Reads(By.READERS_OF_THE_BOARD)
    ResponseEntity<byte[]> exportStatements(
            @PathVariable String partner,
            @PathVariable String cycle,
            @Parameter(description = Format.WORDS) @RequestParam(required = false) @Nullable String format,
            Sender sender,
            HttpServletRequest request,
            HttpServletResponse response) {
        var written = Format.of(format);
        var board = board(partner);
        cycle(board, cycle);
        var said = history(board, partner, cycle);
        log.write(sender, request);
        response.setHeader(HttpHeaders.ETAG, "\"" + said.size() + "\"");
        return written.answer(
                partner + "-" + cycle,
                StatementSheets.of(said.stream().map(Said::statement).toList(), new Hints(streams)));
    }

    @Operation(
            summary = "See what an import would do",
            description =
                    "Answers as the import would, with every fault by sheet, row and column, and records nothing.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "A workbook, a zip of CSV files, or one sheet as CSV.",
            content = {
                @Content(mediaType = Format.WORKBOOK, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = Format.ZIP, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = Format.TEXT, schema = @Schema(type = "string", format = "binary"))
            })
    @PostMapping(
            path = "/statements/preview",
            consumes = {Format.WORKBOOK, Format.ZIP, Format.TEXT},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Sends(ImportStatements.class)
    Taken previewStatements(
            @PathVariable String partner,
            @PathVariable String cycle,
            @RequestBody(required = false) byte @Nullable [] file,
            Sender sender,
            HttpServletRequest request) {
        return take(partner, cycle, true, read(file, request, partner, cycle), sender);
    }

    @Operation(
            summary = "Import statements",
            description = "All of them or none, each decided as if it had been sent alone. What is in the book already,"
                    + " whoever recorded it, is left as it is, so a file can be sent again. If-Match takes the ETag of"
                    + " the export.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            description = "A workbook, a zip of CSV files, or one sheet as CSV.",
            content = {
                @Content(mediaType = Format.WORKBOOK, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = Format.ZIP, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = Format.TEXT, schema = @Schema(type = "string", format = "binary"))
            })
    @PostMapping(
            path = "/statements",
            consumes = {Format.WORKBOOK, Format.ZIP, Format.TEXT},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Sends(ImportStatements.class)
    Taken importStatements(
            @PathVariable String partner,
            @PathVariable String cycle,
            @RequestBody(required = false) byte @Nullable [] file,
            Sender sender,
            HttpServletRequest request) {
        return take(partner, cycle, false, read(file, request, partner, cycle), sender);
    }

    private static StatementFile read(
            byte @Nullable [] file, HttpServletRequest request, String partner, String cycle) {
        if (file == null || file.length == 0) {
            throw Unread.because("There is no file in the request. Send the file as its body.");
        }
        var type = MediaType.parseMediaType(request.getContentType());
        var grids = type.equalsTypeAndSubtype(MediaType.parseMediaType(Format.TEXT))
                ? List.of(StatementFile.named(Csv.read("the file", file)))
                : type.equalsTypeAndSubtype(MediaType.parseMediaType(Format.ZIP))
                        ? Zipped.grids(file)
                        : Xlsx.read(file);
        return StatementFile.of(grids, partner, cycle);
    }

    /** What cannot be read is shown together with what a rule says no to; then nothing is recorded either way. */
    private Taken take(String partner, String cycle, boolean preview, StatementFile file, Sender sender) {
        var faults = file.faults();
        if (file.entries().isEmpty()) {
            if (!faults.isEmpty()) {
                throw faults.refused();
            }
            throw Refused.value("", "Nothing is filled in. Fill in at least one row of the template.");
        }
        try {
            var command = new ImportStatements(partner, cycle, preview || !faults.isEmpty(), file.statements());
            var imported = book.imported(command, sender);
            if (faults.isEmpty()) {
                return Taken.of(imported, file.entries(), book.position());
            }
        } catch (Refused refused) {
            if (!refused.refusal().type().equals("statements-refused")) {
                throw refused;
            }
            refused.refusal().errors().forEach(fault -> {
                var steps = fault.pointer().split("/", 4);
                var entry = file.entries().get(Integer.parseInt(steps[2]));
                faults.add(entry.place(steps.length < 4 ? "" : steps[3]), fault.message());
            });
        }
        throw faults.refused();
    }

    private BoardView board(String partner) {
        return partnerBoards
                .boardOf(partner)
                .flatMap(boards::find)
                .orElseThrow(() -> Refused.unknown("partner", partner));
    }

    private static CycleView cycle(BoardView board, String cycle) {
        return board.cycles().stream()
                .filter(one -> one.id().equals(cycle))
                .findFirst()
                .orElseThrow(() -> Refused.unknown("cycle", cycle));
    }

    private List<Said> history(BoardView board, String partner, String cycle) {
        return History.of(partner, cycle, ZoneId.of(board.timeZone()), streams);
    }
}
