package org.pledgebook.query.support;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.About;
import org.pledgebook.query.Words;
import org.pledgebook.query.support.SupportDocument.Answer;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.support.SupportAnswerGiven;
import org.pledgebook.shared.support.SupportAnswered;
import org.pledgebook.shared.support.SupportEvent;
import org.pledgebook.shared.support.SupportKind;
import org.pledgebook.shared.support.SupportPosted;

/** Makes {@link SupportDocument}s. */
public final class SupportFold implements Fold<SupportDocument> {

    @Override
    public Class<SupportDocument> kind() {
        return SupportDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.partner("");
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof SupportEvent support && !(event instanceof SupportAnswerGiven)
                ? SupportDocument.id(support.partner(), support.number())
                : null;
    }

    @Override
    public SupportDocument fold(@Nullable SupportDocument before, Recorded recorded) {
        if (recorded.event() instanceof SupportPosted event) {
            return new SupportDocument(
                    SupportDocument.id(event.partner(), event.number()),
                    recorded.position(),
                    event.board(),
                    event.partner(),
                    event.number(),
                    event.kind(),
                    event.text(),
                    event.pledge(),
                    event.saidOn(),
                    recorded.recordedAt(),
                    recorded.actor(),
                    List.of(),
                    1);
        }
        var support = Fold.known(before, recorded.event());
        if (recorded.event() instanceof SupportAnswered event) {
            var answer =
                    new Answer(event.from(), event.text(), event.saidOn(), recorded.recordedAt(), recorded.actor());
            return new SupportDocument(
                    support.id(),
                    recorded.position(),
                    support.board(),
                    support.partner(),
                    support.number(),
                    support.kind(),
                    support.text(),
                    support.pledge(),
                    support.saidOn(),
                    support.recordedAt(),
                    support.actor(),
                    Stream.concat(support.answers().stream(), Stream.of(answer)).toList(),
                    support.version() + 1);
        }
        throw new IllegalArgumentException("SupportFold does not know " + recorded.type());
    }

    @Override
    public @Nullable Told tell(@Nullable SupportDocument before, Event event) {
        if (event instanceof SupportPosted posted) {
            return new Told(
                    About.partner(posted.board(), posted.partner(), null, posted.pledge()),
                    posted.saidOn(),
                    "%s support%s: %s."
                            .formatted(
                                    posted.kind() == SupportKind.OFFER ? "Offered" : "Asked for",
                                    posted.pledge() == null ? "" : " with the pledge " + posted.pledge(),
                                    Words.quoted(posted.text())),
                    List.of(),
                    null);
        }
        if (event instanceof SupportAnswered answered) {
            return new Told(
                    About.partner(
                            answered.board(),
                            answered.partner(),
                            null,
                            Fold.known(before, event).pledge()),
                    answered.saidOn(),
                    "%s answered %s %d: %s."
                            .formatted(
                                    answered.from(),
                                    Words.lower(answered.kind()),
                                    answered.number(),
                                    Words.quoted(answered.text())),
                    List.of(),
                    null);
        }
        return null;
    }
}
