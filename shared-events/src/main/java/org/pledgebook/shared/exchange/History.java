package org.pledgebook.shared.exchange;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.Streams.Kept;
import org.pledgebook.shared.assessment.AssessmentResubmitted;
import org.pledgebook.shared.assessment.AssessmentSubmitted;
import org.pledgebook.shared.assessment.SubmitAssessment;
import org.pledgebook.shared.pledge.CorrectProgress;
import org.pledgebook.shared.pledge.MakePledge;
import org.pledgebook.shared.pledge.PledgeMade;
import org.pledgebook.shared.pledge.ProgressCorrected;
import org.pledgebook.shared.pledge.ProgressRecorded;
import org.pledgebook.shared.pledge.RecordProgress;

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
                said(streams.read(StreamId.assessment(partner, cycle)), zone),
                said(streams.read(StreamId.pledges(partner, cycle)), zone));
    }

    private static Deque<Said> said(List<Kept> events, ZoneId zone) {
        var said = new ArrayDeque<Said>();
        for (var kept : events) {
            var one = again(kept.event(), LocalDate.ofInstant(kept.recordedAt(), zone));
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

    /** The statement that an event recorded; null where it is not one of the partner's. */
    private static @Nullable Said again(Event event, LocalDate recordedOn) {
        if (event instanceof PledgeMade made) {
            return Said.of(
                    recordedOn,
                    made.saidOn(),
                    made.number(),
                    saidOn -> new MakePledge(made.partner(), made.cycle(), made.commitment(), saidOn));
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
