package org.pledgebook.shared.exchange;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.Streams.Kept;
import org.pledgebook.shared.assessment.AssessmentResubmitted;
import org.pledgebook.shared.assessment.AssessmentSubmitted;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.pledge.AmendPledge;
import org.pledgebook.shared.pledge.Amendment;
import org.pledgebook.shared.pledge.Commitment;
import org.pledgebook.shared.pledge.ContinuePledge;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.ExtendPledge;
import org.pledgebook.shared.pledge.FulfilPledge;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.Measure;
import org.pledgebook.shared.pledge.PledgeAmended;
import org.pledgebook.shared.pledge.PledgeContinued;
import org.pledgebook.shared.pledge.PledgeEvent;
import org.pledgebook.shared.pledge.PledgeExtended;
import org.pledgebook.shared.pledge.PledgeFulfilled;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.PledgeWithdrawn;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.QuestionAnswered;
import org.pledgebook.shared.pledge.QuestionAsked;
import org.pledgebook.shared.pledge.RecordProgress;
import org.pledgebook.shared.pledge.WithdrawPledge;

/**
 * What a partner has said in a cycle, as the statements that would say it again. Statements about pledges come in the
 * order they were recorded, and so do assessments; between the two, the day each was said decides. So the order follows
 * from the statements alone, and is the same in every book they are in.
 */
public final class History {

    private History() {}

    /** Reads it. */
    public static List<Said> of(String partner, String cycle, ZoneId zone, Streams streams) {
        return merged(
                said(streams.read(StreamId.assessment(partner, cycle)), zone, streams),
                said(streams.read(StreamId.pledges(partner, cycle)), zone, streams));
    }

    private static Deque<Said> said(List<Kept> events, ZoneId zone, Streams streams) {
        var said = new ArrayDeque<Said>();
        var commitments = new HashMap<Integer, Commitment>();
        for (var kept : events) {
            var one = again(kept.event(), LocalDate.ofInstant(kept.recordedAt(), zone), commitments, streams);
            if (one != null) {
                said.add(one);
            }
        }
        return said;
    }

    private static List<Said> merged(Deque<Said> assessments, Deque<Said> pledges) {
        var merged = new ArrayList<Said>();
        while (!assessments.isEmpty() && !pledges.isEmpty()) {
            var assessmentIsNext =
                    !assessments.getFirst().on().isAfter(pledges.getFirst().on());
            merged.add((assessmentIsNext ? assessments : pledges).removeFirst());
        }
        merged.addAll(assessments);
        merged.addAll(pledges);
        return merged;
    }

    /**
     * Which version of the earlier pledge goes on: the last that says what the continuation began with, whatever became of
     * it since. Only the dates that its cycle has no place for may be missing.
     */
    private static @Nullable Integer version(PledgeContinued continued, Streams streams) {
        var versions = streams.fold(
                StreamId.pledges(continued.partner(), continued.from()),
                List.<Commitment>of(),
                (before, event) -> versions(before, (PledgeEvent) event, continued.fromNumber()));
        for (int version = versions.size(); version > 0; version--) {
            if (isCarriedOn(versions.get(version - 1), continued.commitment())) {
                return version;
            }
        }
        return null;
    }

    private static List<Commitment> versions(List<Commitment> before, PledgeEvent event, int number) {
        var says = event.number() == number ? says(before, event) : null;
        return says == null
                ? before
                : Stream.concat(before.stream(), Stream.of(says)).toList();
    }

    private static @Nullable Commitment says(List<Commitment> before, PledgeEvent event) {
        if (event instanceof PledgeMade made) {
            return made.commitment();
        }
        if (event instanceof PledgeContinued continued) {
            return continued.commitment();
        }
        if (event instanceof PledgeAmended amended) {
            return amended.commitment();
        }
        return event instanceof PledgeExtended extended
                ? before.get(before.size() - 1).in(extended.teams())
                : null;
    }

    private static boolean isCarriedOn(Commitment version, Commitment began) {
        var dateless = began.measures().stream()
                .filter(measure -> measure.targetDate() == null)
                .map(Measure::id)
                .toList();
        return version.measuring(version.measures().stream()
                        .map(measure -> dateless.contains(measure.id()) ? measure.by(null) : measure)
                        .toList())
                .equals(began);
    }

    /**
     * The statement that an event recorded; null where it is not one the partner makes by itself.
     *
     * @param commitments what the pledges say so far, by number; an amendment is what it changes in them
     */
    private static @Nullable Said again(
            Event event, LocalDate recordedOn, Map<Integer, Commitment> commitments, Streams streams) {
        if (event instanceof PledgeMade made) {
            commitments.put(made.number(), made.commitment());
            return Said.of(
                            recordedOn,
                            made.saidOn(),
                            made.number(),
                            saidOn -> new MakePledge(made.partner(), made.cycle(), made.commitment(), saidOn))
                    .to(made.commitment());
        }
        if (event instanceof PledgeContinued continued) {
            commitments.put(continued.number(), continued.commitment());
            var version = version(continued, streams);
            return Said.of(
                            recordedOn,
                            continued.saidOn(),
                            continued.number(),
                            saidOn -> new ContinuePledge(
                                    continued.partner(),
                                    continued.cycle(),
                                    continued.from(),
                                    continued.fromNumber(),
                                    version,
                                    continued.reason(),
                                    saidOn))
                    .to(continued.commitment());
        }
        if (event instanceof PledgeAmended amended) {
            var before = Objects.requireNonNull(commitments.put(amended.number(), amended.commitment()));
            return Said.of(
                            recordedOn,
                            amended.saidOn(),
                            amended.number(),
                            saidOn -> new AmendPledge(
                                    amended.partner(),
                                    amended.cycle(),
                                    amended.number(),
                                    Amendment.between(before, amended.commitment()),
                                    amended.reason(),
                                    saidOn))
                    .of(before)
                    .to(amended.commitment());
        }
        if (event instanceof PledgeExtended extended) {
            commitments.computeIfPresent(extended.number(), (number, commitment) -> commitment.in(extended.teams()));
            return Said.of(
                    recordedOn,
                    extended.saidOn(),
                    extended.number(),
                    saidOn -> new ExtendPledge(
                            extended.partner(),
                            extended.cycle(),
                            extended.number(),
                            extended.teams(),
                            extended.reason(),
                            saidOn));
        }
        if (event instanceof PledgeWithdrawn withdrawn) {
            return Said.of(
                    recordedOn,
                    withdrawn.saidOn(),
                    withdrawn.number(),
                    saidOn -> new WithdrawPledge(
                            withdrawn.partner(), withdrawn.cycle(), withdrawn.number(), withdrawn.reason(), saidOn));
        }
        if (event instanceof PledgeFulfilled fulfilled) {
            return Said.of(
                    recordedOn,
                    fulfilled.saidOn(),
                    fulfilled.number(),
                    saidOn -> new FulfilPledge(
                            fulfilled.partner(), fulfilled.cycle(), fulfilled.number(), fulfilled.outcome(), saidOn));
        }
        if (event instanceof QuestionAsked || event instanceof QuestionAnswered) {
            return null;
        }
        if (event instanceof ProgressRecorded recorded) {
            return Said.of(
                    recordedOn,
                    recorded.saidOn(),
                    recorded.number(),
                    saidOn -> new RecordProgress(
                            recorded.partner(),
                            recorded.cycle(),
                            recorded.number(),
                            // Without a due date there are no periods, and the day it speaks for is the day it was
                            // said.
                            recorded.dueOn() == null ? null : recorded.period(),
                            recorded.report(),
                            saidOn));
        }
        if (event instanceof ProgressCorrected corrected) {
            return Said.of(
                    recordedOn,
                    corrected.saidOn(),
                    corrected.number(),
                    saidOn -> new CorrectProgress(
                            corrected.partner(),
                            corrected.cycle(),
                            corrected.number(),
                            corrected.period(),
                            corrected.report(),
                            corrected.reason(),
                            saidOn));
        }
        if (event instanceof AssessmentSubmitted submitted) {
            return Said.of(
                    recordedOn,
                    submitted.saidOn(),
                    0,
                    saidOn -> new SubmitAssessment(
                            submitted.partner(), submitted.cycle(), submitted.submission(), null, saidOn));
        }
        if (event instanceof AssessmentResubmitted resubmitted) {
            return Said.of(
                    recordedOn,
                    resubmitted.saidOn(),
                    0,
                    saidOn -> new SubmitAssessment(
                            resubmitted.partner(),
                            resubmitted.cycle(),
                            resubmitted.submission(),
                            resubmitted.reason(),
                            saidOn));
        }
        throw new IllegalArgumentException("How is " + event.getClass().getName() + " said again?");
    }
}
