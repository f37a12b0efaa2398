package org.pledgebook.command.assessment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.assessment.AssessmentEvent;
import org.pledgebook.shared.assessment.UsageTable;

/**
 * The tables of a partner's assessment in a cycle: the fold of its stream.
 *
 * @param submissions what was submitted each time, oldest first
 */
record SubmittedTables(List<List<UsageTable>> submissions) {

    static SubmittedTables of(String partner, String cycle, Streams streams) {
        return streams.fold(
                StreamId.assessment(partner, cycle), new SubmittedTables(List.of()), SubmittedTables::after);
    }

    /** A table of one submission, counted from 1. */
    Optional<UsageTable> table(int submission, String id) {
        return submission < 1
                ? Optional.empty()
                : submissions.get(submission - 1).stream()
                        .filter(table -> table.id().equals(id))
                        .findFirst();
    }

    private SubmittedTables after(Event event) {
        if (event instanceof AssessmentEvent assessment) {
            var tables = assessment.submission().tables();
            return new SubmittedTables(
                    Stream.concat(submissions.stream(), Stream.of(tables)).toList());
        }
        throw new IllegalArgumentException("No fold for " + event.getClass().getName());
    }
}
