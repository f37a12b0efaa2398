package org.pledgebook.standalone;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.access.Role;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.pledgebook.shared.assessment.Submission;
import org.pledgebook.shared.board.EstablishBoard;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.partner.AddPartner;
import org.pledgebook.shared.partner.RenamePartner;
import org.pledgebook.shared.pledge.Amendment;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.Report;
import org.pledgebook.shared.support.AnswerSupport;
import org.pledgebook.shared.support.PostSupport;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The example boards as they are written in {@code example/*.yaml}. What a person would send has the shape in which
 * they would send it; beside it stands when. Times are those of {@link #timeZone()}.
 *
 * @param begins when the book begins; the set-up is sent then
 * @param frameworks names of files with a framework each, of those that are shipped with the web
 * @param references names of files with a reference population each
 * @param boards names of folders with a board each
 * @param password every demo account's
 * @param accounts the demo accounts; the first is the book's first administrator
 */
record ExampleBoardsData(
        LocalDateTime begins,
        ZoneId timeZone,
        List<String> frameworks,
        List<String> references,
        List<String> boards,
        String password,
        List<Account> accounts) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Pattern YEARS = Pattern.compile("\\b(LAST|YEAR|NEXT)\\b");

    /** Reads the book's own page; the frameworks, boards and cycles are read when they are asked for. */
    static ExampleBoardsData read() {
        return read("book", ExampleBoardsData.class);
    }

    static Framework framework(String file) {
        return parse(resource("/frameworks/" + file + ".yaml"), Framework.class);
    }

    static ReferencePopulation reference(String file) {
        return read(file, ReferencePopulation.class);
    }

    static Board board(String folder) {
        return read(folder + "/board", Board.class);
    }

    /** The cycle of one year, from the file whose turn it is. */
    static Cycle cycle(String folder, Cycles cycles, int year) {
        var file = cycles.files().get((year - cycles.from()) % cycles.files().size());
        return parse(forYear(year, text(folder + "/" + file)), Cycle.class);
    }

    private static String forYear(int year, String text) {
        return YEARS.matcher(text).replaceAll(found -> switch (found.group()) {
            case "LAST" -> Integer.toString(year - 1);
            case "NEXT" -> Integer.toString(year + 1);
            default -> Integer.toString(year);
        });
    }

    private static <T> T read(String file, Class<T> type) {
        return parse(text(file), type);
    }

    private static <T> T parse(String text, Class<T> type) {
        return YAML.readValue(text, type);
    }

    private static String text(String file) {
        return resource("/example/" + file + ".yaml");
    }

    private static String resource(String resource) {
        try (var in = ExampleBoardsData.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The example boards name a file that is not there: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /**
     * Somebody who can try the book.
     *
     * @param partner whose editor it is, for a {@link Role#PARTNER}
     */
    record Account(
            String signIn, String name, Role role, @Nullable String partner) {}

    /**
     * A board and who sits on it.
     *
     * @param source where all of it comes from
     */
    record Board(
            String source,
            EstablishBoard board,
            List<AddPartner> partners,
            Cycles cycles,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Renamed> renamings,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Supported> support) {}

    /** A partner gets another name. */
    record Renamed(LocalDateTime at, RenamePartner rename) {}

    /** A partner offers support or asks for it, and is answered. */
    record Supported(
            LocalDateTime at,
            PostSupport post,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Answered> answers) {}

    /** Another partner's answer. */
    record Answered(LocalDateTime at, AnswerSupport answer) {}

    /**
     * A board's cycles, one a year.
     *
     * @param from the first year
     * @param until the last year; without it, the one that is running
     * @param files taken in turn, year after year
     */
    record Cycles(int from, @Nullable Integer until, List<String> files) {}

    /** One cycle and all that is said in it. */
    record Cycle(
            LocalDateTime opened, OpenCycle open, @Nullable Closing closing, List<Statements> partners) {}

    /** The end of a cycle. */
    record Closing(LocalDateTime at, String reason) {}

    /** What one partner says in a cycle. */
    record Statements(String partner, List<Assessed> assessments, List<Pledged> pledges) {}

    /**
     * A self-assessment; the second and later ones have a reason.
     *
     * @param releases ids of its tables that the board releases for everybody to read, the week after
     */
    record Assessed(
            LocalDateTime at,
            Submission submission,
            @Nullable String reason,
            @Nullable LocalDate saidOn,
            List<String> releases) {

        /** Makes absent releases none. */
        Assessed {
            releases = releases == null ? List.of() : releases;
        }
    }

    /**
     * A pledge and what was said of it.
     *
     * @param commitment what it says; absent where it goes on from an earlier cycle
     * @param continues what it goes on from
     * @param grows by how much a measure's figures are higher for each year since the board's first
     */
    record Pledged(
            LocalDateTime at,
            @Nullable LocalDate saidOn,
            @Nullable Commitment commitment,
            @Nullable Continued continues,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, BigDecimal> grows,
            List<Reported> reports,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Amended> amendments,
            @JsonSetter(nulls = Nulls.AS_EMPTY) List<Asked> questions,
            @Nullable Withdrawn withdrawal,
            @Nullable Fulfilled fulfilment) {}

    /** The pledge of an earlier cycle that another carries on. */
    record Continued(String cycle, int number, String reason) {}

    /** A change to what a pledge says. */
    record Amended(LocalDateTime at, String reason, Amendment amendment) {}

    /** A question of the board's. */
    record Asked(LocalDateTime at, String text, @Nullable Replied answer) {}

    /** What the partner said to it. */
    record Replied(LocalDateTime at, String text) {}

    /** Why a pledge was taken back. */
    record Withdrawn(LocalDateTime at, String reason) {}

    /** What came of a pledge that is kept. */
    record Fulfilled(LocalDateTime at, String outcome) {}

    /** A report, and the one that replaced it. */
    record Reported(
            String period,
            LocalDateTime at,
            @Nullable LocalDate saidOn,
            Report report,
            @Nullable Corrected correction) {}

    /** The report that replaces another. */
    record Corrected(LocalDateTime at, String reason, Report report) {}
}
