package org.pledgebook.web.pledge;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.board.BoardQueries;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.partner.PartnerQueries;
import org.pledgebook.query.pledge.PledgeQueries;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.ReportView;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Fault;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.PledgeId;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.Report.EvidenceLink;
import org.pledgebook.shared.pledge.Status;
import org.pledgebook.web.Book;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Sends;
import org.pledgebook.web.Validity;
import org.pledgebook.web.page.Drafts;
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

/** Reporting on a pledge, and correcting a report: the form, a look at what the board will see, then it is sent. */
@Controller
final class ProgressPages {

    /** In the address of a report in a cycle without periods. */
    static final String NOW = "now";

    private static final List<String> ORDER =
            List.of("status", "narrative", "readings.", "nextSteps", "evidence.", "saidOn", "reason");

    /** As many links as the form has room for; what was reported with more keeps them. */
    private static final int LINKS = 3;

    private final PledgeQueries pledges;
    private final PartnerQueries partners;
    private final BoardQueries boards;
    private final Book book;
    private final Validity validity;
    private final Drafts drafts;
    private final Say say;

    ProgressPages(
            PledgeQueries pledges,
            PartnerQueries partners,
            BoardQueries boards,
            Book book,
            Validity validity,
            Drafts drafts,
            Say say) {
        this.pledges = pledges;
        this.partners = partners;
        this.boards = boards;
        this.book = book;
        this.validity = validity;
        this.drafts = drafts;
        this.say = say;
    }

    @Sends(RecordProgress.class)
    @GetMapping("/partners/{partner}/pledges/{cycle}/{number}/progress/{period}")
    ModelAndView form(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @PathVariable String period,
            Typed typed,
            Sender sender) {
        var form = open(partner, cycle, number, period, false);
        var draft = typed.isEmpty()
                ? drafts.find(sender.person(), form.path())
                        .map(found -> Typed.of(found.fields()))
                        .orElse(typed)
                : typed;
        return form.show(draft, say);
    }

    @Sends(RecordProgress.class)
    @PostMapping("/partners/{partner}/pledges/{cycle}/{number}/progress/{period}")
    ModelAndView report(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @PathVariable String period,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var form = open(partner, cycle, number, period, false);
        var links = links(typed);
        var command = new RecordProgressForm(
                        period.equals(NOW) ? null : period,
                        status(typed),
                        typed.text("narrative"),
                        readings(typed, form.pledge()),
                        links.links(),
                        typed.optional("nextSteps"),
                        typed.date("saidOn"))
                .command(partner, cycle, number);
        return send(form, typed, links, command, sender, next);
    }

    @Sends(CorrectProgress.class)
    @GetMapping("/partners/{partner}/pledges/{cycle}/{number}/progress/{period}/correction")
    ModelAndView correctionForm(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @PathVariable String period,
            Typed typed,
            Sender sender) {
        var form = open(partner, cycle, number, period, true);
        if (!typed.isEmpty()) {
            return form.show(typed, say);
        }
        return form.show(
                drafts.find(sender.person(), form.path())
                        .map(found -> Typed.of(found.fields()))
                        .orElseGet(() -> asReported(Objects.requireNonNull(form.report()))),
                say);
    }

    @Sends(CorrectProgress.class)
    @PostMapping("/partners/{partner}/pledges/{cycle}/{number}/progress/{period}/correction")
    ModelAndView correct(
            @PathVariable String partner,
            @PathVariable String cycle,
            @PathVariable int number,
            @PathVariable String period,
            Typed typed,
            Sender sender,
            RedirectAttributes next) {
        var form = open(partner, cycle, number, period, true);
        var links = links(typed);
        var command = new CorrectProgressForm(
                        status(typed),
                        typed.text("narrative"),
                        readings(typed, form.pledge()),
                        links.links(),
                        typed.optional("nextSteps"),
                        typed.text("reason"),
                        typed.date("saidOn"))
                .command(partner, cycle, number, period);
        return send(form, typed, links, command, sender, next);
    }

    private ModelAndView send(
            Form form, Typed typed, Links links, Command command, Sender sender, RedirectAttributes next) {
        var step = typed.text("step");
        if (step.equals("draft")) {
            drafts.keep(sender.person(), form.path(), typed.fields());
            next.addFlashAttribute("done", "form.kept");
            return new ModelAndView("redirect:/partners/" + form.pledge().partner() + "/desk");
        }
        if (step.equals("edit")) {
            return form.show(typed, say);
        }
        try {
            validity.check(command);
            if (step.equals("send") && !typed.hasFaults()) {
                book.recordAndShow(command, sender);
                drafts.remove(sender.person(), form.path());
                next.addFlashAttribute("done", form.correcting() ? "progress.corrected" : "progress.sent");
                return new ModelAndView("redirect:" + form.pledgePath());
            }
        } catch (Refused refused) {
            typed.refused(links.asTyped(refused));
        }
        return typed.hasFaults() ? form.show(typed.inOrder(ORDER), say) : form.preview(typed, links.links());
    }

    @SuppressWarnings("NullAway") // what is missing is for validation to refuse
    private static Status status(Typed typed) {
        return typed.one("status", Status.class);
    }

    private static Map<String, @Nullable BigDecimal> readings(Typed typed, PledgeView pledge) {
        var readings = new LinkedHashMap<String, @Nullable BigDecimal>();
        pledge.measures().forEach(measure -> {
            var value = typed.number("readings." + measure.id());
            if (value != null) {
                readings.put(measure.id(), value);
            }
        });
        return readings;
    }

    /** Links that were typed, and in which row of the form each was. */
    private record Links(List<EvidenceLink> links, List<Integer> rows) {

        /** Names the rows of the form where the refusal names the places in the list. */
        Refused asTyped(Refused refused) {
            var why = refused.refusal();
            if (why.status() != 422) {
                return refused;
            }
            return Refused.values(why.errors().stream()
                    .map(fault -> new Fault(row(fault.pointer()), fault.message()))
                    .toList());
        }

        private String row(String pointer) {
            for (var i = rows.size() - 1; i >= 0; i--) {
                var place = "/evidence/" + i + "/";
                if (pointer.startsWith(place)) {
                    return "/evidence/" + rows.get(i) + "/" + pointer.substring(place.length());
                }
            }
            return pointer;
        }
    }

    private static Links links(Typed typed) {
        var rows = IntStream.range(0, rows(typed))
                .filter(row -> typed.hasAny("evidence." + row + "."))
                .boxed()
                .toList();
        return new Links(
                rows.stream()
                        .map(row -> new EvidenceLink(
                                typed.text("evidence." + row + ".title"), typed.text("evidence." + row + ".url")))
                        .toList(),
                rows);
    }

    private static int rows(Typed typed) {
        var rows = LINKS;
        while (rows < 20 && typed.hasAny("evidence." + rows + ".")) {
            rows++;
        }
        return rows;
    }

    private static Typed asReported(ReportView report) {
        var typed = Typed.nothing()
                .fill("status", report.status())
                .fill("narrative", report.narrative())
                .fill("nextSteps", report.nextSteps());
        report.readings()
                .forEach(reading -> typed.fill(
                        "readings." + reading.measure(), reading.value().toPlainString()));
        for (var i = 0; i < report.evidence().size(); i++) {
            var link = report.evidence().get(i);
            typed.fill("evidence." + i + ".title", link.title()).fill("evidence." + i + ".url", link.url());
        }
        return typed;
    }

    private Form open(String partner, String cycle, int number, String period, boolean correcting) {
        var pledge = pledges.find(partner, cycle, number)
                .orElseThrow(() -> Refused.unknown("pledge", PledgeId.of(partner, cycle, number)));
        var board = boards.find(pledge.board()).orElseThrow(() -> Refused.unknown("board", pledge.board()));
        var name = partners.find(partner)
                .orElseThrow(() -> Refused.unknown("partner", partner))
                .name();
        var report = pledge.reports().stream()
                .filter(one -> one.period().equals(period))
                .findFirst()
                .orElse(null);
        if (correcting && report == null) {
            throw Refused.unknown("report", PledgeId.of(partner, cycle, number) + "/" + period);
        }
        var periods = board.cycles().stream()
                .filter(one -> one.id().equals(cycle))
                .flatMap(one -> one.periods().stream())
                .toList();
        if (!correcting
                && (periods.isEmpty()
                        ? !period.equals(NOW)
                        : periods.stream().noneMatch(one -> one.id().equals(period)))) {
            throw Refused.unknown("period", period);
        }
        return new Form(pledge, board, name, period, report, correcting);
    }

    /**
     * The form that is filled in.
     *
     * @param report what stands for the period; null where nothing does yet
     */
    private record Form(
            PledgeView pledge,
            BoardView board,
            String partner,
            String period,
            @Nullable ReportView report,
            boolean correcting) {

        String pledgePath() {
            return "/partners/" + pledge.partner() + "/pledges/" + pledge.cycle() + "/" + pledge.number();
        }

        String path() {
            return pledgePath() + "/progress/" + period + (correcting ? "/correction" : "");
        }

        private String heading(Say say) {
            if (correcting) {
                return say.text("progress.correct", say.period(period));
            }
            return period.equals(NOW) ? say.text("progress.now") : say.text("progress.title", say.period(period));
        }

        ModelAndView show(Typed typed, Say say) {
            // What somebody has seen since makes it a new decision.
            var moved = typed.refusal() != null && typed.refusal().status() == 412;
            var seen = typed.raw("version").isEmpty() || moved ? Long.toString(pledge.version()) : typed.raw("version");
            return page("progress", typed, seen)
                    .addObject("last", correcting ? null : last())
                    .addObject("heading", heading(say))
                    .addObject("rows", rows(typed))
                    .addObject("statuses", Status.values());
        }

        ModelAndView preview(Typed typed, List<EvidenceLink> links) {
            return page("progress-preview", typed, typed.raw("version")).addObject("links", links);
        }

        private ModelAndView page(String name, Typed typed, String version) {
            var page = new ModelAndView(name);
            page.addObject("typed", typed);
            page.addObject("key", Keys.of(typed));
            page.addObject("version", version);
            page.addObject("pledge", pledge);
            page.addObject("partnerName", partner);
            page.addObject("board", board);
            page.addObject("periodId", period);
            page.addObject("correcting", correcting);
            page.addObject("path", path());
            page.addObject("look", pledgePath());
            if (typed.hasFaults()) {
                page.setStatus(HttpStatusCode.valueOf(typed.status()));
            }
            return page;
        }

        /** The latest report for another period, to be read beside the new one. */
        private @Nullable ReportView last() {
            return pledge.reports().stream()
                    .filter(one -> !one.period().equals(period))
                    .reduce((first, second) -> second)
                    .orElse(null);
        }
    }
}
