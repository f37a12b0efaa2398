package org.pledgebook.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.assessment.AssessmentView;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.DashboardView;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.partner.TimelineEntry;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.support.SupportView;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Mark;
import org.pledgebook.web.audit.Checkpoints.Checkpoint;
import org.pledgebook.web.page.Say;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes what the book said as one page that needs nothing beside itself: no service, no script, nothing to load. It is
 * written part by part, and each part is read when it is written, so that a whole book takes no memory.
 */
@Component
final class StatePage {

    private static final String FOLDER = "org/pledgebook/web/pack/";
    private static final String NO_BOARD = "UTC";

    private final Say say;
    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final String style;

    StatePage(Say say, MessageSource messages) {
        this.say = say;
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix(FOLDER);
        templates.setSuffix(".html");
        templates.setCharacterEncoding(UTF_8.name());
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages);
        style = read(FOLDER + "state.css");
    }

    /**
     * A board with what belongs to it.
     *
     * @param partners none where the page is of one pledge
     */
    record BoardPart(BoardView board, Iterable<DashboardView> dashboards, Iterable<PartnerPart> partners) {}

    /**
     * A partner with what it said.
     *
     * @param zone its board's
     * @param story newest first; empty where it is one of several, since it is in the JSON
     */
    record PartnerPart(
            PartnerView partner,
            String zone,
            Iterable<Assessed> assessments,
            Iterable<PledgeView> pledges,
            Iterable<SupportView> support,
            Iterable<TimelineEntry> story) {}

    /** An assessment with its answers in words. */
    record Assessed(AssessmentView assessment, String framework, List<Answered> answers) {}

    /** A question, and what was answered. */
    record Answered(
            String question, String answer, @Nullable String evidence) {}

    void write(Scope scope, State state, Checkpoint checkpoint, Instant at, OutputStream out) {
        var values = new HashMap<String, Object>(values(scope, state));
        values.putIfAbsent("zone", NO_BOARD);
        values.put("say", say);
        values.put("page", this);
        values.put("style", style);
        values.put("kind", scope.words().split(" ", 2)[0]);
        values.put("origin", checkpoint.origin());
        values.put("size", BigDecimal.valueOf(checkpoint.size()));
        values.put("at", at);
        try {
            var text = new OutputStreamWriter(out, UTF_8);
            engine.process("state", new Context(Locale.UK, values), text);
            text.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a measure is called, also one that the pledge has no more; for the template. */
    public String titleOf(PledgeView pledge, String measure) {
        var title = measure;
        for (var version : pledge.versions()) {
            for (var known : version.measures()) {
                title = known.id().equals(measure) ? known.title() : title;
            }
        }
        return title;
    }

    private Map<String, Object> values(Scope scope, State state) {
        if (scope instanceof Scope.OfBoard one) {
            var board = state.board(one.board());
            return Map.of("title", board.name(), "zone", board.timeZone(), "boards", List.of(part(board, state)));
        }
        if (scope instanceof Scope.OfPartner one) {
            var partner = state.partner(one.partner());
            var zone = state.board(partner.board()).timeZone();
            return Map.of(
                    "title",
                    partner.name(),
                    "zone",
                    zone,
                    "partners",
                    List.of(part(partner, zone, state, lazily(() -> state.story(partner)))));
        }
        if (scope instanceof Scope.OfPledge one) {
            var pledge = state.pledge(one.pledge());
            return Map.of(
                    "title",
                    pledge.title(),
                    "zone",
                    state.board(pledge.board()).timeZone(),
                    "pledges",
                    List.of(pledge),
                    "partner",
                    state.partner(pledge.partner()));
        }
        return Map.of(
                "title",
                say.text("pack.whole"),
                "boards",
                lazily(() -> state.boards().map(board -> part(board, state))));
    }

    private BoardPart part(BoardView board, State state) {
        return new BoardPart(
                board,
                lazily(() -> state.dashboards(board)),
                lazily(() -> state.partners(board).map(partner -> part(partner, board.timeZone(), state, List.of()))));
    }

    private PartnerPart part(PartnerView partner, String zone, State state, Iterable<TimelineEntry> story) {
        return new PartnerPart(
                partner,
                zone,
                lazily(() -> state.assessments(partner).map(one -> assessed(one, state.framework(one)))),
                lazily(() -> state.pledges(partner)),
                lazily(() -> state.support(partner)),
                story);
    }

    private Assessed assessed(AssessmentView assessment, @Nullable Framework framework) {
        var items = framework == null
                ? Map.<String, Item>of()
                : framework.items().collect(Collectors.toMap(Item::id, item -> item));
        return new Assessed(
                assessment,
                framework == null ? assessment.framework() : framework.title(),
                assessment.answers().stream()
                        .map(answer -> answered(answer, items.get(answer.item())))
                        .toList());
    }

    private Answered answered(Answer answer, @Nullable Item item) {
        return new Answered(item == null ? answer.item() : item.text(), words(answer, item), answer.evidence());
    }

    private String words(Answer answer, @Nullable Item item) {
        if (answer.notApplicable() != null) {
            return say.text("pack.not-applicable", answer.notApplicable());
        }
        if (answer.text() != null) {
            return answer.text();
        }
        if (answer.choices() != null) {
            return say.listed(answer.choices().stream()
                    .map(value -> Objects.requireNonNullElse(label(value, item), say.number(value)))
                    .toList());
        }
        if (answer.value() != null) {
            return say.amount(answer.value(), item != null && item.type() == ItemType.PERCENTAGE ? "%" : null);
        }
        var label = answer.rating() == null ? null : label(answer.rating(), item);
        return say.number(answer.rating()) + (label == null ? "" : " \u2013 " + label);
    }

    private static @Nullable String label(BigDecimal value, @Nullable Item item) {
        return item == null
                ? null
                : item.scale().stream()
                        .filter(mark -> mark.value().compareTo(value) == 0)
                        .map(Mark::label)
                        .findFirst()
                        .orElse(null);
    }

    private static <T> Iterable<T> lazily(Supplier<Stream<T>> all) {
        return () -> all.get().iterator();
    }

    private static String read(String resource) {
        try (var in = StatePage.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
