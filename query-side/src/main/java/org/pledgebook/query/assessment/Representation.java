package org.pledgebook.query.assessment;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.assessment.UsageView.GroupView;
import org.pledgebook.query.assessment.UsageView.ReferenceView;
import org.pledgebook.query.assessment.UsageView.UnmatchedGroup;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.assessment.UsageTable.Group;

/** Holds share beside share: who uses a service, and who lives where it is. Groups are matched by their ids. */
final class Representation {

    private static final int SHARE_DECIMALS = 6;
    private static final int RATIO_DECIMALS = 4;

    private final @Nullable ReferencePopulation reference;
    private final Map<String, Group> groups;

    Representation(@Nullable ReferencePopulation reference) {
        this.reference = reference;
        this.groups = reference == null
                ? Map.of()
                : reference.groups().stream().collect(toMap(Group::id, Function.identity()));
    }

    UsageView view(UsageTable table) {
        return new UsageView(
                table.id(),
                table.title(),
                table.characteristic(),
                table.startsOn(),
                table.endsOn(),
                table.groups().stream()
                        .map(group -> group(group.id(), group.label(), group.count(), table.stated()))
                        .toList(),
                table.notStated(),
                table.preferNotToSay(),
                table.notAsked(),
                table.stated(),
                table.sum(),
                table.total(),
                table.total() - table.sum(),
                reference(table.groups().stream().map(Group::id).toList()));
    }

    /**
     * One group beside its like.
     *
     * @param count null where it is masked
     * @param stated what its share is a share of; null where that is not known
     */
    GroupView group(String id, String label, @Nullable Integer count, @Nullable Long stated) {
        var share = count == null || stated == null ? null : share(count, stated);
        var like = groups.get(id);
        var referenceShare = like == null ? null : referenceShare(like);
        return new GroupView(
                id,
                label,
                count,
                share,
                like == null ? null : like.count(),
                referenceShare,
                ratio(count, stated, like));
    }

    /** The reference population, with its groups that are not among {@code matched}. */
    @Nullable ReferenceView reference(List<String> matched) {
        return reference == null
                ? null
                : new ReferenceView(
                        reference.id(),
                        reference.version(),
                        reference.title(),
                        reference.source(),
                        reference.countedOn(),
                        reference.total(),
                        reference.groups().stream().mapToLong(Group::count).sum(),
                        reference.groups().stream()
                                .filter(group -> !matched.contains(group.id()))
                                .map(group -> new UnmatchedGroup(
                                        group.id(), group.label(), group.count(), referenceShare(group)))
                                .toList());
    }

    private @Nullable BigDecimal referenceShare(Group group) {
        return reference == null ? null : share(group.count(), reference.total());
    }

    private static @Nullable BigDecimal share(long count, long of) {
        return of <= 0 ? null : divided(BigDecimal.valueOf(count), BigDecimal.valueOf(of), SHARE_DECIMALS);
    }

    /** Reckoned from the counts, not from rounded shares. */
    private @Nullable BigDecimal ratio(@Nullable Integer count, @Nullable Long stated, @Nullable Group like) {
        if (count == null || stated == null || stated <= 0 || like == null || like.count() == 0 || reference == null) {
            return null;
        }
        return divided(
                BigDecimal.valueOf(count).multiply(BigDecimal.valueOf(reference.total())),
                BigDecimal.valueOf(stated).multiply(BigDecimal.valueOf(like.count())),
                RATIO_DECIMALS);
    }

    private static BigDecimal divided(BigDecimal part, BigDecimal whole, int decimals) {
        return Figures.plain(part.divide(whole, decimals, RoundingMode.HALF_UP));
    }
}
