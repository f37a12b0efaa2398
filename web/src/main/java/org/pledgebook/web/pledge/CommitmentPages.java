package org.pledgebook.web.pledge;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Queries;
import org.pledgebook.query.assessment.AssessmentView;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.board.BoardView.CycleView;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.Standing;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.board.Characteristics;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.Amendment;
import org.pledgebook.shared.pledge.AmendmentClass;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.PledgeId;
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
 * Making a pledge and amending one: one group of questions a page, then a look at all answers, from where each can be
 * changed, then it is sent. What is answered is kept as a draft from page to page.
 */
@Controller
final class CommitmentPages {

    /** Which pages were answered; in the draft beside the answers. */
    private static final String VISITED = "visited";

    /** The version of the pledge that an amendment was begun at; in the draft beside the answers. */
    private static final String BEGUN_AT = "begunAt";

    private static final String NEW = "/partners/{partner}/pledges/{cycle}/new";
    private static final String AMENDMENT = "/partners/{partner}/pledges/{cycle}/{number}/amendment";
    private static final Set<String> OF_THE_CHECK = Set.of("reason", "saidOn-day", "saidOn-month", "saidOn-year");

    private final Queries book;
    private final Forms forms;
    private final Drafts drafts;
    private final Say say;

    CommitmentPages(Queries book, Forms forms, Drafts drafts, Say say) {
        this.book = book;
        this.forms = forms;
        this.drafts = drafts;
        this.say = say;
    }

    @Sends(MakePledge.class)
    @GetMapping(NEW)
    ModelAndView check(@PathVariable String partner, @PathVariable String cycle, Typed typed, Sender sender) {
        var guide = making(partner, cycle, sender);
        var missing = guide.firstUnanswered();
        return missing == null
                ? guide.check(typed)
                : new ModelAndView("redirect:" + guide.base() + "/" + missing.path());
    }

    @Sends(MakePledge.class)
    @PostMapping(NEW)
    ModelAndView make(
            @PathVariable String partner,
            @PathVariable String cycle,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        return making(partner, cycle, sender).send(typed, next);
    }

    @Sends(MakePledge.class)
    @GetMapping(NEW + "/{group}")
    ModelAndView ask(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable String group,
            Typed typed,
            Sender sender) {
        return making(partner, cycle, sender).ask(QuestionGroup.at(group), typed);
    }

    @Sends(MakePledge.class)
    @PostMapping(NEW + "/{group}")
    ModelAndView answer(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable String group,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        return making(partner, cycle, sender).answer(QuestionGroup.at(group), typed, next);
    }

    @Sends(AmendPledge.class)
    @GetMapping(AMENDMENT)
    ModelAndView checkAmendment(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Typed typed,
            Sender sender) {
        return amending(partner, cycle, number, sender).check(typed);
    }

    @Sends(AmendPledge.class)
    @PostMapping(AMENDMENT)
    ModelAndView amend(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        return amending(partner, cycle, number, sender).send(typed, next);
    }

    @Sends(AmendPledge.class)
    @GetMapping(AMENDMENT + "/{group}")
    ModelAndView askAmendment(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @PathVariable String group,
            Typed typed,
            Sender sender) {
        return amending(partner, cycle, number, sender).ask(QuestionGroup.at(group), typed);
    }

    @Sends(AmendPledge.class)
    @PostMapping(AMENDMENT + "/{group}")
    ModelAndView answerAmendment(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @PathVariable String group,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        return amending(partner, cycle, number, sender).answer(QuestionGroup.at(group), typed, next);
    }

    private Guide making(String partner, String cycle, Sender sender) {
        var base = "/partners/" + partner + "/pledges/" + cycle + "/new";
        return guide(partner, cycle, null, base, sender);
    }

    private Guide amending(String partner, String cycle, int number, Sender sender) {
        var pledge = book.pledges()
                .find(partner, cycle, number)
                .orElseThrow(() -> Refused.unknown("pledge", PledgeId.of(partner, cycle, number)));
        var base = "/partners/" + partner + "/pledges/" + cycle + "/" + number + "/amendment";
        return guide(partner, cycle, pledge, base, sender);
    }

    private Guide guide(String partner, String cycle, @Nullable PledgeView pledge, String base, Sender sender) {
        var found = book.partners().find(partner).orElseThrow(() -> Refused.unknown("partner", partner));
        var board = book.boards().find(found.board()).orElseThrow(() -> Refused.unknown("board", found.board()));
        var span = board.cycles().stream()
                .filter(one -> one.id().equals(cycle))
                .findFirst()
                .orElseThrow(() -> Refused.unknown("cycle", cycle));
        var draft = drafts.find(sender.person(), base)
                .map(kept -> Typed.of(kept.fields()))
                .orElseGet(() -> pledge == null ? Typed.nothing() : asItStands(pledge));
        return new Guide(found, board, span, pledge, base, draft, sender);
    }

    private static Typed asItStands(PledgeView pledge) {
        return CommitmentFields.of(said(pledge))
                .fillAll(
                        VISITED,
                        Arrays.stream(QuestionGroup.values())
                                .map(QuestionGroup::path)
                                .toList())
                .fill(BEGUN_AT, pledge.version());
    }

    private static Commitment said(PledgeView pledge) {
        return new Commitment(
                pledge.title(),
                pledge.inequality(),
                pledge.action(),
                pledge.outcome(),
                pledge.howWeWillKnow(),
                pledge.characteristics(),
                pledge.origin(),
                pledge.teams(),
                pledge.basis(),
                pledge.lead(),
                pledge.measures().stream()
                        .map(measure -> new Measure(
                                measure.id(),
                                measure.title(),
                                measure.unit(),
                                measure.baseline(),
                                measure.target(),
                                measure.targetDate()))
                        .toList(),
                pledge.items());
    }

    /**
     * The form as far as it is filled in.
     *
     * @param pledge the one that is amended; null where one is made
     * @param base the address of the look at all answers, below which the pages are
     * @param draft what was answered so far
     */
    private final class Guide {

        private final PartnerView partner;
        private final BoardView board;
        private final CycleView cycle;
        private final @Nullable PledgeView pledge;
        private final String base;
        private final Typed draft;
        private final Sender sender;

        Guide(
                PartnerView partner,
                BoardView board,
                CycleView cycle,
                @Nullable PledgeView pledge,
                String base,
                Typed draft,
                Sender sender) {
            this.partner = partner;
            this.board = board;
            this.cycle = cycle;
            this.pledge = pledge;
            this.base = base;
            this.draft = draft;
            this.sender = sender;
        }

        String base() {
            return base;
        }

        @Nullable QuestionGroup firstUnanswered() {
            return firstUnanswered(draft);
        }

        private static @Nullable QuestionGroup firstUnanswered(Typed typed) {
            return Arrays.stream(QuestionGroup.values())
                    .filter(group -> !typed.has(VISITED, group.path()))
                    .findFirst()
                    .orElse(null);
        }

        ModelAndView ask(QuestionGroup group, Typed typed) {
            return question(group, typed.again() ? draft.with(typed, group::asks) : draft, 0);
        }

        ModelAndView answer(QuestionGroup group, Typed typed, RedirectAttributes next) {
            var step = typed.text("step");
            var gone = step.startsWith("remove.") ? step.substring("remove.".length()) : null;
            var answered = CommitmentFields.withoutGaps(draft.with(typed, group::asks), gone);
            if (step.equals("draft")) {
                return keepForLater(answered, next);
            }
            if (step.equals("more") || gone != null) {
                keep(answered);
                return question(group, answered, step.equals("more") ? 1 : 0);
            }
            forms.check(command(answered, CommitmentFields.read(answered)), answered);
            if (answered.faultsOnlyOf(group::asks).hasFaults()) {
                keep(answered);
                return question(group, answered, 0);
            }
            var visited = Stream.concat(answered.all(VISITED).stream(), Stream.of(group.path()))
                    .distinct()
                    .toList();
            var done = answered.with(Typed.of(Map.of(VISITED, visited)), VISITED::equals);
            keep(done);
            var then = firstUnanswered(done);
            return new ModelAndView("redirect:" + base + (then == null ? "" : "/" + then.path()));
        }

        ModelAndView send(Typed typed, RedirectAttributes next) {
            var answered = withCheck(typed);
            if (typed.text("step").equals("draft")) {
                return keepForLater(answered, next);
            }
            var receipt = forms.send(command(answered, CommitmentFields.read(answered)), answered, sender, base);
            if (receipt != null) {
                next.addFlashAttribute("done", pledge == null ? "commitment.made" : "commitment.amended");
                return new ModelAndView("redirect:/partners/" + partner.id() + "/pledges/" + cycle.id() + "/"
                        + receipt.id().substring(receipt.id().lastIndexOf('/') + 1));
            }
            keep(answered);
            var faulty = faulty(answered);
            return faulty == null ? lookOver(answered) : question(faulty, answered.faultsOnlyOf(faulty::asks), 0);
        }

        ModelAndView check(Typed typed) {
            var answered = typed.again() ? withCheck(typed) : draft;
            var faulty = faulty(answered);
            return faulty == null ? lookOver(answered) : question(faulty, answered.faultsOnlyOf(faulty::asks), 0);
        }

        /** The first page with something that cannot be read, or that was refused. */
        private @Nullable QuestionGroup faulty(Typed answered) {
            CommitmentFields.read(answered);
            return Arrays.stream(QuestionGroup.values())
                    .filter(group -> answered.faults().keySet().stream().anyMatch(group::asks))
                    .findFirst()
                    .orElse(null);
        }

        private Typed withCheck(Typed typed) {
            return draft.with(typed, field -> OF_THE_CHECK.contains(field) || field.equals("key"));
        }

        private Command command(Typed typed, Commitment says) {
            var saidOn = typed.date("saidOn");
            return pledge == null
                    ? new MakePledge(partner.id(), cycle.id(), says, saidOn)
                    : new AmendPledge(
                            partner.id(),
                            cycle.id(),
                            pledge.number(),
                            Amendment.between(said(pledge), says),
                            typed.text("reason"),
                            saidOn);
        }

        private void keep(Typed answered) {
            drafts.keep(sender.person(), base, answered.fields());
        }

        private ModelAndView keepForLater(Typed answered, RedirectAttributes next) {
            keep(answered);
            next.addFlashAttribute("done", "form.kept");
            return new ModelAndView("redirect:/partners/" + partner.id() + "/desk");
        }

        private ModelAndView question(QuestionGroup group, Typed typed, int more) {
            var page = page("commitment", typed.inOrder(group.fields()))
                    .addObject("group", group)
                    .addObject("heading", say.text("commitment." + group.path()))
                    .addObject("path", base + "/" + group.path())
                    .addObject("back", back(group));
            switch (group) {
                case ANSWERS -> page.addObject("assessment", assessment()).addObject("items", items(typed));
                case WHO ->
                    page.addObject(
                            "characteristics",
                            Stream.concat(Characteristics.OF_THE_ACT.stream(), board.characteristics().stream())
                                    .toList());
                case BASIS -> page.addObject("assessment", assessment());
                case WHERE -> page.addObject("origins", Commitment.Origin.values());
                case MEASURES ->
                    page.addObject(
                            "rows",
                            Math.min(CommitmentFields.MOST_MEASURES, Math.max(1, CommitmentFields.rows(typed) + more)));
                case WHAT, IMPACT -> {
                    // Nothing to choose from.
                }
            }
            return page;
        }

        /** The page before this one; all answers once all pages are answered. */
        private String back(QuestionGroup group) {
            if (firstUnanswered() == null) {
                return base;
            }
            return group.ordinal() == 0
                    ? "/partners/" + partner.id() + "/desk"
                    : base + "/" + QuestionGroup.values()[group.ordinal() - 1].path();
        }

        private ModelAndView lookOver(Typed typed) {
            var says = CommitmentFields.read(typed);
            var lines = new CommitmentLines(say, texts(says));
            var page = page("commitment-check", typed)
                    .addObject("key", Keys.of(typed))
                    .addObject("heading", say.text(pledge == null ? "commitment.check" : "commitment.amend"))
                    .addObject("path", base)
                    .addObject("lines", lines.of(says, pledge == null ? null : said(pledge)));
            if (pledge != null) {
                // What somebody has seen since makes it a new decision.
                var moved = typed.refusal() != null && typed.refusal().status() == 412;
                if (moved) {
                    keep(typed.with(
                            Typed.of(Map.of(BEGUN_AT, List.of(Long.toString(pledge.version())))), BEGUN_AT::equals));
                }
                page.addObject("version", moved ? Long.toString(pledge.version()) : typed.text(BEGUN_AT))
                        .addObject("classes", AmendmentClass.between(said(pledge), says))
                        .addObject(
                                "look", "/partners/" + partner.id() + "/pledges/" + cycle.id() + "/" + pledge.number());
            }
            return page;
        }

        private ModelAndView page(String name, Typed typed) {
            var page = new ModelAndView(name)
                    .addObject("typed", typed)
                    .addObject("partner", partner)
                    .addObject("board", board)
                    .addObject("cycle", cycle)
                    .addObject("pledge", pledge)
                    .addObject("base", base)
                    .addObject("full", pledge == null && isFull());
            if (typed.hasFaults()) {
                page.setStatus(HttpStatusCode.valueOf(typed.status()));
            }
            return page;
        }

        /** What is said before anything is typed; the book decides when it is sent. */
        private boolean isFull() {
            return book.pledges().of(partner.id(), cycle.id()).stream()
                            .filter(one -> one.standing() != Standing.WITHDRAWN)
                            .count()
                    >= cycle.pledgesPerPartner();
        }

        private @Nullable AssessmentView assessment() {
            return book.assessments().find(partner.id(), cycle.id()).orElse(null);
        }

        private @Nullable Framework framework(@Nullable AssessmentView assessment) {
            return assessment == null
                    ? null
                    : book.frameworks()
                            .find(assessment.framework(), assessment.frameworkVersion())
                            .orElse(null);
        }

        /** Weak items first, then what was chosen besides, then all others. */
        private List<Offered> items(Typed typed) {
            var assessment = assessment();
            var framework = framework(assessment);
            var offered = new LinkedHashMap<String, Offered>();
            if (assessment != null) {
                assessment.weakItems().forEach(weak -> {
                    var value = assessment.framework() + "/" + weak.item();
                    var others = weak.answeredBy().stream()
                            .filter(id -> pledge == null || !id.equals(pledge.id()))
                            .toList();
                    offered.put(
                            value,
                            new Offered(
                                    value,
                                    weak.text(),
                                    true,
                                    mark(framework, weak.item(), weak.rating()),
                                    others.isEmpty()
                                            ? null
                                            : others.get(0)
                                                    .substring(others.get(0).lastIndexOf('/') + 1)));
                });
            }
            if (framework != null) {
                framework.items().filter(item -> item.formula() == null).forEach(item -> {
                    var value = framework.id() + "/" + item.id();
                    offered.putIfAbsent(value, new Offered(value, item.text(), typed.has("items", value), null, null));
                });
            }
            typed.all("items")
                    .forEach(value -> offered.putIfAbsent(value, new Offered(value, value, true, null, null)));
            return List.copyOf(offered.values());
        }

        private Map<String, String> texts(Commitment says) {
            var texts = new LinkedHashMap<String, String>();
            var assessed = framework(assessment());
            if (assessed != null) {
                assessed.items().forEach(item -> texts.put(assessed.id() + "/" + item.id(), item.text()));
            }
            return texts;
        }
    }

    private @Nullable String mark(@Nullable Framework framework, String item, BigDecimal rating) {
        return framework == null
                ? null
                : framework
                        .items()
                        .filter(one -> one.id().equals(item))
                        .flatMap(one -> one.scale().stream())
                        .filter(mark -> mark.value().compareTo(rating) == 0)
                        .map(mark -> say.number(rating) + ", " + mark.label())
                        .findFirst()
                        .orElse(say.number(rating));
    }

    /**
     * An item that the pledge can name.
     *
     * @param first whether it stands among the first: it is weak, or chosen already
     * @param mark the partner's own, where it is weak
     * @param answeredBy the number of another pledge that names it already
     */
    record Offered(
            String value,
            String text,
            boolean first,
            @Nullable String mark,
            @Nullable String answeredBy) {}
}
