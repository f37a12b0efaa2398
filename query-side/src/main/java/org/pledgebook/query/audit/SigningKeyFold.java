package org.pledgebook.query.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Fold;
import org.pledgebook.query.Recorded;
import org.pledgebook.query.Told;
import org.pledgebook.query.Told.About;
import org.pledgebook.query.Told.Change;
import org.pledgebook.query.Words;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.audit.SigningKeyIntroduced;

/** Makes {@link SigningKeyDocument}s. */
public final class SigningKeyFold implements Fold<SigningKeyDocument> {

    @Override
    public Class<SigningKeyDocument> kind() {
        return SigningKeyDocument.class;
    }

    @Override
    public String owners() {
        return StreamId.log("");
    }

    /** An origin has a slash in it, and is one owner all the same. */
    @Override
    public String owner(String id) {
        return StreamId.log(id);
    }

    @Override
    public @Nullable String id(Event event) {
        return event instanceof SigningKeyIntroduced introduced ? introduced.log() : null;
    }

    @Override
    public SigningKeyDocument fold(@Nullable SigningKeyDocument before, Recorded recorded) {
        var introduced = (SigningKeyIntroduced) recorded.event();
        return new SigningKeyDocument(introduced.log(), recorded.position(), introduced.key());
    }

    @Override
    public Told tell(@Nullable SigningKeyDocument before, Event event) {
        var introduced = (SigningKeyIntroduced) event;
        var changes = new ArrayList<Change>();
        Words.compare(changes, "signing key", before == null ? null : before.key(), introduced.key());
        return new Told(
                new About(List.of(), null, null, null),
                null,
                "Introduced the key that checkpoints and packs are signed with from now on.",
                changes,
                introduced.reason());
    }
}
