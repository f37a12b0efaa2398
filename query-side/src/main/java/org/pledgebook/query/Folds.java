package org.pledgebook.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.access.PersonFold;
import org.pledgebook.query.assessment.AssessmentFold;
import org.pledgebook.query.assessment.ReferenceFold;
import org.pledgebook.query.assessment.ReleaseFold;
import org.pledgebook.query.audit.AuditEntry;
import org.pledgebook.query.audit.SigningKeyFold;
import org.pledgebook.query.board.BoardFold;
import org.pledgebook.query.framework.FrameworkFold;
import org.pledgebook.query.partner.PartnerFold;
import org.pledgebook.query.pledge.ContinuationFold;
import org.pledgebook.query.pledge.PledgeFold;
import org.pledgebook.query.pledge.PledgeSetFold;
import org.pledgebook.query.support.SupportFold;
import org.pledgebook.query.support.SupportSetFold;
import org.pledgebook.shared.Event;

/** All folds, and so all that one event does. */
public final class Folds {

    static final List<Fold<?>> ALL = List.of(
            new BoardFold(),
            new FrameworkFold(),
            new PartnerFold(),
            new AssessmentFold(),
            new ReferenceFold(),
            new ReleaseFold(),
            new PledgeFold(),
            new PledgeSetFold(),
            new SupportFold(),
            new SupportSetFold(),
            new ContinuationFold(),
            new PersonFold(),
            new SigningKeyFold());

    private Folds() {}

    /** Names one document. */
    public record Key(Class<? extends Folded> kind, String id) {

        /** The name of a document. */
        public static Key of(Folded document) {
            return new Key(document.getClass(), document.id());
        }
    }

    /** The documents that an event may change; the entries it adds are new and not among them. */
    public static List<Key> touched(Event event) {
        var keys = new ArrayList<Key>();
        for (var fold : ALL) {
            var id = fold.id(event);
            if (id != null) {
                keys.add(new Key(fold.kind(), id));
            }
        }
        return keys;
    }

    /**
     * Everything that is other than before because of one more event: changed documents, and the entries that it
     * adds. A document that reflects the event already is left out, and so are the entries that come with it.
     *
     * @param before how a document stands, null where there is none
     * @throws RuntimeException if any fold fails, or none takes the event
     */
    public static List<Folded> after(Recorded recorded, Function<Key, @Nullable Folded> before) {
        if (touched(recorded.event()).isEmpty()) {
            throw new IllegalArgumentException("No fold takes " + recorded.event());
        }
        var after = new ArrayList<Folded>();
        for (var fold : ALL) {
            apply(fold, recorded, before, after);
        }
        return after;
    }

    /** The changed documents of {@link #after} alone, without the entries. */
    static List<Folded> changed(Recorded recorded, Function<Key, @Nullable Folded> before) {
        var changed = new ArrayList<Folded>();
        for (var fold : ALL) {
            change(fold, recorded, before, changed);
        }
        return changed;
    }

    /** The entries of a kind that an event adds whatever was before; what it tells of is not among them. */
    static <E extends Entry> List<E> entries(Class<E> kind, Recorded recorded) {
        return ALL.stream()
                .filter(fold -> fold.id(recorded.event()) != null)
                .flatMap(fold -> fold.entries(recorded).stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The fold that makes documents of a kind. */
    static Fold<?> of(Class<? extends Folded> kind) {
        return ALL.stream()
                .filter(fold -> fold.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No fold makes " + kind.getName()));
    }

    private static <D extends Folded> void apply(
            Fold<D> fold, Recorded recorded, Function<Key, @Nullable Folded> documents, List<Folded> after) {
        var id = fold.id(recorded.event());
        if (id == null) {
            return;
        }
        var before = fold.kind().cast(documents.apply(new Key(fold.kind(), id)));
        if (reflects(before, recorded)) {
            return;
        }
        after.add(fold.fold(before, recorded));
        after.addAll(fold.entries(recorded));
        var told = fold.tell(before, recorded.event());
        if (told != null) {
            after.add(AuditEntry.of(recorded, told));
        }
    }

    private static <D extends Folded> void change(
            Fold<D> fold, Recorded recorded, Function<Key, @Nullable Folded> documents, List<Folded> changed) {
        var id = fold.id(recorded.event());
        if (id != null) {
            var before = fold.kind().cast(documents.apply(new Key(fold.kind(), id)));
            if (!reflects(before, recorded)) {
                changed.add(fold.fold(before, recorded));
            }
        }
    }

    private static boolean reflects(@Nullable Folded before, Recorded recorded) {
        return before != null && before.position() >= recorded.position();
    }
}
