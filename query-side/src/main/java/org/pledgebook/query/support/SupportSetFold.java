package org.pledgebook.query.support;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.About;
import org.pledgebook.query.Words;
import org.pledgebook.query.support.SupportSetDocument.Answers;
import org.pledgebook.query.support.SupportSetDocument.Unanswered;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.support.SupportAnswerGiven;
import org.pledgebook.shared.support.SupportAnswered;
import org.pledgebook.shared.support.SupportEvent;
import org.pledgebook.shared.support.SupportPosted;

/** Makes {@link SupportSetDocument}s. */
public final class SupportSetFold implements Fold<SupportSetDocument> {

    @Override
    public Class<SupportSetDocument> kind() {
        return SupportSetDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.partner("");
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof SupportEvent support ? support.partner() : null;
    }

    @Override
    public SupportSetDocument fold(@Nullable SupportSetDocument before, Recorded recorded) {
        if (recorded.event() instanceof SupportPosted event) {
            var posted =
                    new Unanswered(event.number(), event.kind(), event.pledge(), event.saidOn(), recorded.recordedAt());
            return new SupportSetDocument(
                    event.partner(),
                    recorded.position(),
                    event.board(),
                    Stream.concat(before == null ? Stream.of() : before.unanswered().stream(), Stream.of(posted))
                            .toList(),
                    before == null ? List.of() : before.answers());
        }
        if (recorded.event() instanceof SupportAnswerGiven event) {
            // What the other offers or asks for is the other's; here it is told.
            return new SupportSetDocument(
                    event.partner(),
                    recorded.position(),
                    event.board(),
                    before == null ? List.of() : before.unanswered(),
                    before == null ? List.of() : before.answers());
        }
        var set = Fold.known(before, recorded.event());
        if (recorded.event() instanceof SupportAnswered event) {
            return new SupportSetDocument(
                    set.id(),
                    recorded.position(),
                    set.board(),
                    set.unanswered().stream()
                            .filter(one -> one.number() != event.number())
                            .toList(),
                    oneMore(set.answers(), event));
        }
        throw new IllegalArgumentException("SupportSetFold does not know " + recorded.type());
    }

    @Override
    public @Nullable Told tell(@Nullable SupportSetDocument before, Event event) {
        return event instanceof SupportAnswerGiven given
                ? new Told(
                        About.partner(given.board(), given.partner(), null, null),
                        given.saidOn(),
                        "Answered %s %d of %s: %s."
                                .formatted(
                                        Words.lower(given.kind()),
                                        given.number(),
                                        given.to(),
                                        Words.quoted(given.text())),
                        List.of(),
                        null)
                : null;
    }

    private static List<Answers> oneMore(List<Answers> answers, SupportAnswered event) {
        var more = new ArrayList<>(answers);
        for (int i = 0; i < more.size(); i++) {
            var counted = more.get(i);
            if (counted.from().equals(event.from()) && counted.kind() == event.kind()) {
                more.set(i, new Answers(counted.from(), counted.kind(), counted.count() + 1));
                return List.copyOf(more);
            }
        }
        more.add(new Answers(event.from(), event.kind(), 1));
        return List.copyOf(more);
    }
}
