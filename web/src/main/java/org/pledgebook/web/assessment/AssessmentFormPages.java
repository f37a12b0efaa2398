package org.pledgebook.web.assessment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.assessment.AssessmentView;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.framework.FrameworkSummary;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.partner.PartnerView.CycleScore;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.Section;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Sends;
import org.pledgebook.web.page.Drafts;
import org.pledgebook.web.page.Forms;
import org.pledgebook.web.page.Keys;
import org.pledgebook.web.page.Say;
import org.pledgebook.web.page.Typed;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Assessing oneself: section by section in any order, over as many sittings as it takes, then a look at all answers,
 * then it is submitted. Every page that is left is kept as a draft.
 */
@Controller
final class AssessmentFormPages {

    private static final String DRAFT = "/partners/{partner}/assessments/{cycle}/draft";

    /** The version of the assessment that the draft was begun at; in the draft beside the answers. */
    private static final String BEGUN_AT = "begunAt";

    private static final List<String> SOURCES = List.of("data", "userFeedback", "staffFeedback", "statedTotal");
    private static final List<String> CHECK = List.of("reason", "saidOn");

    /** As many versions of frameworks as there are to choose from. */
    private static final int FRAMEWORKS = 200;

    private final Queries book;
    private final Forms forms;
    private final Drafts drafts;
    private final Say say;
    private final AnswerWords words;

    AssessmentFormPages(Queries book, Forms forms, Drafts drafts, Say say) {
        this.book = book;
        this.forms = forms;
        this.drafts = drafts;
        this.say = say;
        this.words = new AnswerWords(say);
    }

    @Sends(SubmitAssessment.class)
    @GetMapping(DRAFT)
    ModelAndView tasks(@PathVariable String partner, @PathVariable String cycle, Sender sender) {
        var sheet = open(partner, cycle, sender);
        return sheet.framework == null ? sheet.toFramework() : sheet.tasks();
    }

    @Sends(SubmitAssessment.class)
    @GetMapping(DRAFT + "/framework")
    ModelAndView framework(@PathVariable String partner, @PathVariable String cycle, Typed typed, Sender sender) {
        return open(partner, cycle, sender).choose(typed);
    }

    @Sends(SubmitAssessment.class)
    @PostMapping(DRAFT + "/framework")
    ModelAndView chooseFramework(@PathVariable String partner, @PathVariable String cycle, Typed typed, Sender sender) {
        return open(partner, cycle, sender).chosen(typed);
    }

    @Sends(SubmitAssessment.class)
    @GetMapping(DRAFT + "/sections/{section}")
    ModelAndView section(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable String section,
            Typed typed,
            Sender sender) {
        var sheet = open(partner, cycle, sender);
        return sheet.framework == null ? sheet.toFramework() : sheet.ask(sheet.section(section), typed);
    }

    @Sends(SubmitAssessment.class)
    @PostMapping(DRAFT + "/sections/{section}")
    ModelAndView answerSection(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable String section,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var sheet = open(partner, cycle, sender);
        return sheet.framework == null ? sheet.toFramework() : sheet.answer(sheet.section(section), typed, next);
    }

    @Sends(SubmitAssessment.class)
    @GetMapping(DRAFT + "/sources")
    ModelAndView sources(@PathVariable String partner, @PathVariable String cycle, Typed typed, Sender sender) {
        var sheet = open(partner, cycle, sender);
        return sheet.framework == null
                ? sheet.toFramework()
                : sheet.askSources(typed.again() ? sheet.with(typed, SOURCES) : sheet.draft);
    }

    @Sends(SubmitAssessment.class)
    @PostMapping(DRAFT + "/sources")
    ModelAndView answerSources(
            @PathVariable String partner,
            @PathVariable String cycle,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var sheet = open(partner, cycle, sender);
        return sheet.framework == null ? sheet.toFramework() : sheet.answerSources(typed, next);
    }

    @Sends(SubmitAssessment.class)
    @GetMapping(DRAFT + "/check")
    ModelAndView check(@PathVariable String partner, @PathVariable String cycle, Typed typed, Sender sender) {
        var sheet = open(partner, cycle, sender);
        return sheet.framework == null
                ? sheet.toFramework()
                : sheet.check(typed.again() ? sheet.with(typed, CHECK) : sheet.draft);
    }

    @Sends(SubmitAssessment.class)
    @PostMapping(DRAFT + "/check")
    ModelAndView submit(
            @PathVariable String partner,
            @PathVariable String cycle,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var sheet = open(partner, cycle, sender);
        return sheet.framework == null ? sheet.toFramework() : sheet.submit(typed, next);
    }

    private Sheet open(String partner, String cycle, Sender sender) {
        var found = book.partners().find(partner).orElseThrow(() -> Refused.unknown("partner", partner));
        var board = book.boards().find(found.board()).orElseThrow(() -> Refused.unknown("board", found.board()));
        var span = board.cycles().stream()
                .filter(one -> one.id().equals(cycle))
                .findFirst()
                .orElseThrow(() -> Refused.unknown("cycle", cycle));
        var base = "/partners/" + partner + "/assessments/" + cycle + "/draft";
        var submitted = book.assessments().find(partner, cycle).orElse(null);
        var draft = drafts.find(sender.person(), base)
                .map(kept -> Typed.of(kept.fields()))
                .orElseGet(() -> begun(found, submitted));
        var framework = framework(draft.text("framework")).orElse(null);
        return new Sheet(found, board, span, base, submitted, draft, framework, sender);
    }

    private Optional<Framework> framework(String chosen) {
        var parts = chosen.split("/", 2);
        return parts.length == 2 && parts[1].matches("\\d{1,5}")
                ? book.frameworks().find(parts[0], Integer.parseInt(parts[1]))
                : Optional.empty();
    }

    /** What was submitted for this cycle; else an empty one by the framework of last time. */
    private static Typed begun(PartnerView partner, @Nullable AssessmentView submitted) {
        if (submitted == null) {
            var last = last(partner);
            return Typed.nothing()
                    .fill("framework", last == null ? null : last.framework() + "/" + last.frameworkVersion());
        }
        var typed = Typed.nothing()
                .fill("framework", submitted.framework() + "/" + submitted.frameworkVersion())
                .fill("data", submitted.data())
                .fill("userFeedback", submitted.userFeedback())
                .fill("staffFeedback", submitted.staffFeedback())
                .fill(BEGUN_AT, submitted.version());
        var stated = submitted.statedTotal();
        if (stated != null) {
            typed.fill("statedTotal", stated.stated().toPlainString());
        }
        AnswerFields.fill(typed, submitted.answers());
        return typed;
    }

    private static @Nullable CycleScore last(PartnerView partner) {
        return partner.scores().stream().reduce((first, second) -> second).orElse(null);
    }

    /** A draft with all that is needed to go on with it. */
    private final class Sheet {

        private final PartnerView partner;
        private final BoardView board;
        private final CycleView cycle;
        private final String base;
        private final @Nullable AssessmentView submitted;
        private final Typed draft;
        private final @Nullable Framework framework;
        private final Sender sender;

        Sheet(
                PartnerView partner,
                BoardView board,
                CycleView cycle,
                String base,
                @Nullable AssessmentView submitted,
                Typed draft,
                @Nullable Framework framework,
                Sender sender) {
            this.partner = partner;
            this.board = board;
            this.cycle = cycle;
            this.base = base;
            this.submitted = submitted;
            this.draft = draft;
            this.framework = framework;
            this.sender = sender;
        }

        ModelAndView toFramework() {
            return new ModelAndView("redirect:" + base + "/framework");
        }

        ModelAndView tasks() {
            return page("assessment-tasks", draft, say.text("assessment.draft", cycle.id()))
                    .addObject("tasks", tasks(draft))
                    .addObject("sources", SOURCES.stream().anyMatch(draft::hasAny));
        }

        private List<Task> tasks(Typed typed) {
            return questionnaire().sections().stream()
                    .map(section -> {
                        var asked = section.items().stream()
                                .filter(AnswerFields::isAsked)
                                .toList();
                        return new Task(section, asked.size(), (int) asked.stream()
                                .filter(item -> AnswerFields.isAnswered(item, typed))
                                .count());
                    })
                    .toList();
        }

        ModelAndView choose(Typed typed) {
            var answered = typed.again() ? with(typed, List.of("framework")) : draft;
            return page("assessment-framework", answered, say.text("assessment.framework"))
                    .addObject("frameworks", frameworks())
                    .addObject("path", base + "/framework");
        }

        private List<FrameworkSummary> frameworks() {
            return book.frameworks().all(null, FRAMEWORKS).items();
        }

        ModelAndView chosen(Typed typed) {
            var answered = with(typed, List.of("framework"));
            if (framework(answered.text("framework")).isEmpty()) {
                answered.fault("framework", "missing.framework");
                return page("assessment-framework", answered, say.text("assessment.framework"))
                        .addObject("frameworks", frameworks())
                        .addObject("path", base + "/framework");
            }
            keep(answered);
            return new ModelAndView("redirect:" + base);
        }

        Section section(String id) {
            return questionnaire().sections().stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(Refused::nowhere);
        }

        ModelAndView ask(Section section, Typed typed) {
            return question(section, typed.again() ? answered(section, typed) : draft);
        }

        ModelAndView answer(Section section, Typed typed, RedirectAttributes next) {
            var answered = answered(section, typed);
            keep(answered);
            if (typed.text("step").equals("draft")) {
                return forLater(next);
            }
            checkValues(answered);
            return answered.faultsOnlyOf(field -> asks(section, field)).hasFaults()
                    ? question(section, answered)
                    : new ModelAndView("redirect:" + base);
        }

        private ModelAndView question(Section section, Typed typed) {
            var last = last();
            return page("assessment-section", typed, section.title())
                    .addObject("path", base + "/sections/" + section.id())
                    .addObject(
                            "questions",
                            section.items().stream()
                                    .map(item -> new Question(
                                            item,
                                            AnswerFields.isAsked(item),
                                            words.options(item),
                                            words.of(item, last.get(item.id()))))
                                    .toList());
        }

        /** The answers of the assessment before this one by the same framework, to be read beside the questions. */
        private Map<String, Answer> last() {
            return partner.scores().stream()
                    .filter(score -> !score.cycle().equals(cycle.id()))
                    .filter(score -> score.framework().equals(questionnaire().id()))
                    .reduce((first, second) -> second)
                    .flatMap(score -> book.assessments().find(partner.id(), score.cycle()))
                    .map(view -> view.answers().stream().collect(Collectors.toMap(Answer::item, answer -> answer)))
                    .orElse(Map.of());
        }

        ModelAndView askSources(Typed typed) {
            return page("assessment-sources", typed, say.text("assessment.sources"))
                    .addObject("path", base + "/sources");
        }

        ModelAndView answerSources(Typed typed, RedirectAttributes next) {
            var answered = with(typed, SOURCES);
            keep(answered);
            if (typed.text("step").equals("draft")) {
                return forLater(next);
            }
            checkValues(answered);
            return answered.faultsOnlyOf(SOURCES::contains).hasFaults()
                    ? askSources(answered.inOrder(SOURCES))
                    : new ModelAndView("redirect:" + base);
        }

        ModelAndView check(Typed typed) {
            // What somebody has seen since makes it a new decision.
            var moved = typed.refusal() != null && typed.refusal().status() == 412;
            var now = Long.toString(submitted == null ? 0 : submitted.version());
            if (moved) {
                keep(typed.with(Typed.of(Map.of(BEGUN_AT, List.of(now))), BEGUN_AT::equals));
            }
            var begunAt = typed.text(BEGUN_AT);
            var answers = AnswerFields.read(questionnaire(), typed).stream()
                    .collect(Collectors.toMap(Answer::item, answer -> answer));
            return page("assessment-check", typed, say.text("assessment.check"))
                    .addObject("key", Keys.of(typed))
                    .addObject("version", moved ? now : begunAt.isEmpty() ? "0" : begunAt)
                    .addObject("look", "/partners/" + partner.id() + "/assessments/" + cycle.id())
                    .addObject("path", base + "/check")
                    .addObject("tasks", tasks(typed))
                    .addObject("tables", tables().size())
                    .addObject(
                            "lines",
                            questionnaire().sections().stream()
                                    .collect(Collectors.toMap(
                                            Section::id,
                                            section -> section.items().stream()
                                                    .filter(AnswerFields::isAsked)
                                                    .map(item -> line(item, answers.get(item.id())))
                                                    .toList())));
        }

        private Line line(Item item, @Nullable Answer answer) {
            return new Line(item, words.of(item, answer), answer == null ? null : answer.evidence());
        }

        ModelAndView submit(Typed typed, RedirectAttributes next) {
            var answered = with(typed, CHECK);
            keep(answered);
            if (typed.text("step").equals("draft")) {
                return forLater(next);
            }
            var receipt = forms.send(
                    command(answered),
                    answered,
                    sender,
                    base,
                    refused -> AnswerFields.asTyped(refused, questionnaire(), answered));
            if (receipt != null) {
                next.addFlashAttribute("done", "assessment.submitted");
                return new ModelAndView("redirect:/partners/" + partner.id() + "/assessments/" + cycle.id());
            }
            return questionnaire().sections().stream()
                    .filter(section -> answered.faults().keySet().stream().anyMatch(field -> asks(section, field)))
                    .findFirst()
                    .map(section -> question(section, answered.faultsOnlyOf(field -> asks(section, field))))
                    .orElseGet(() -> SOURCES.stream().anyMatch(answered::wrong)
                            ? askSources(answered.faultsOnlyOf(SOURCES::contains))
                            : check(answered));
        }

        private void checkValues(Typed answered) {
            forms.check(
                    command(answered), answered, refused -> AnswerFields.asTyped(refused, questionnaire(), answered));
        }

        private SubmitAssessment command(Typed typed) {
            return new SubmitAssessmentForm(
                            questionnaire().id(),
                            questionnaire().version(),
                            AnswerFields.read(questionnaire(), typed),
                            new DataForm(typed.optional("data"), tables()),
                            typed.optional("userFeedback"),
                            typed.optional("staffFeedback"),
                            typed.number("statedTotal"),
                            submitted == null ? null : typed.text("reason"),
                            typed.date("saidOn"))
                    .command(partner.id(), cycle.id());
        }

        /** Tables are no part of this form: those that stand stay. */
        private List<UsageTable> tables() {
            return submitted == null
                    ? List.of()
                    : submitted.versions().get(submitted.versions().size() - 1).tables();
        }

        private Framework questionnaire() {
            return Objects.requireNonNull(framework);
        }

        private static boolean asks(Section section, String field) {
            return section.items().stream().anyMatch(item -> AnswerFields.isOf(item, field));
        }

        private Typed answered(Section section, Typed typed) {
            return draft.with(typed, field -> asks(section, field));
        }

        Typed with(Typed typed, List<String> fields) {
            return draft.with(
                    typed,
                    field -> field.equals("key")
                            || fields.stream().anyMatch(own -> field.equals(own) || field.startsWith(own + "-")));
        }

        private void keep(Typed answered) {
            drafts.keep(
                    sender.person(),
                    base,
                    answered.fill(BEGUN_AT, submitted == null ? 0 : submitted.version())
                            .fields());
        }

        private ModelAndView forLater(RedirectAttributes next) {
            next.addFlashAttribute("done", "form.kept");
            return new ModelAndView("redirect:/partners/" + partner.id() + "/desk");
        }

        private ModelAndView page(String name, Typed typed, String heading) {
            var page = new ModelAndView(name)
                    .addObject("typed", typed)
                    .addObject("heading", heading)
                    .addObject("partner", partner)
                    .addObject("board", board)
                    .addObject("cycle", cycle)
                    .addObject("framework", framework)
                    .addObject("submitted", submitted)
                    .addObject("base", base);
            if (typed.hasFaults()) {
                page.setStatus(HttpStatusCode.valueOf(typed.status()));
            }
            return page;
        }
    }

    /** A section, and how far it is. */
    record Task(Section section, int asked, int answered) {

        /** Whether nothing is left to answer. */
        public boolean done() {
            return answered == asked;
        }
    }

    /**
     * A question.
     *
     * @param asked whether it is answered at all; what is not is worked out
     * @param options the marks that can be given
     * @param last what was answered the last time; empty where nothing was
     */
    record Question(Item item, boolean asked, List<AnswerWords.Option> options, String last) {}

    /** An answer to be looked over. */
    record Line(Item item, String text, @Nullable String evidence) {}
}
