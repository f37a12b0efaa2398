package org.pledgebook.command.assessment;

import java.time.Clock;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.pledgebook.command.Decider;
import org.pledgebook.command.Faults;
import org.pledgebook.command.framework.FrameworkFacts;
import org.pledgebook.command.partner.Stance;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.assessment.Answer;
import org.pledgebook.shared.assessment.AssessmentEvent;
import org.pledgebook.shared.assessment.AssessmentResubmitted;
import org.pledgebook.shared.assessment.AssessmentSubmitted;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.framework.Framework;

/** One partner's self-assessment in one cycle. */
@Aggregate(type = "assessment")
class Assessment extends Decider {

    private long submissions;

    Assessment() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(SubmitAssessment command, MetaData origin, Streams streams, Clock clock) {
        return decide(origin, submissions, () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            var submission = command.submission();
            var framework = published(submission.framework(), submission.version(), streams);
            var faults = new Faults();
            stance.checkSaidOn(command.saidOn(), faults);
            checkReason(command, faults);
            var answers = AnswerRules.check(framework, submission.answers(), faults);
            TableRules.check(submission.tables(), stance, streams, faults);
            faults.refuseIfAny();
            stance.checkOpen();
            return event(command, stance, framework, answers);
        });
    }

    @Override
    protected Receipt evolve(Event event) {
        var assessment = (AssessmentEvent) event;
        submissions++;
        return new Receipt(assessment.partner() + "/" + assessment.cycle(), submissions);
    }

    private Event event(SubmitAssessment command, Stance stance, Framework framework, Map<String, Answer> answers) {
        var score = Scoring.score(framework, answers);
        return command.reason() != null && submissions > 0
                ? new AssessmentResubmitted(
                        stance.boardId(),
                        command.partner(),
                        command.cycle(),
                        command.submission(),
                        score,
                        command.reason(),
                        command.saidOn())
                : new AssessmentSubmitted(
                        stance.boardId(),
                        command.partner(),
                        command.cycle(),
                        command.submission(),
                        score,
                        command.saidOn());
    }

    private void checkReason(SubmitAssessment command, Faults faults) {
        if (submissions > 0 && command.reason() == null) {
            faults.add(
                    "reason-missing",
                    "Resubmitting needs a reason",
                    "/reason",
                    "Say why you assess yourself again: there is an assessment for '%s' already, and it stays readable."
                            .formatted(command.cycle()));
        }
        if (submissions == 0 && command.reason() != null) {
            faults.add(
                    "reason-not-asked-for",
                    "There is nothing to give a reason for",
                    "/reason",
                    "Leave the reason out: this is the first assessment for '%s'.".formatted(command.cycle()));
        }
    }

    private static Framework published(String framework, int version, Streams streams) {
        return FrameworkFacts.of(framework, streams)
                .version(version)
                .orElseThrow(() -> Refusal.value(
                                "unknown-framework",
                                "This framework is not published",
                                "/framework",
                                "There is no version %d of '%s'. See the frameworks for those there are."
                                        .formatted(version, framework))
                        .asException());
    }
}
