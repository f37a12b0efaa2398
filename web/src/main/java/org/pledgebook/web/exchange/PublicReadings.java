package org.pledgebook.web.exchange;

import static java.util.Comparator.comparing;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.MeasureVersion;
import org.pledgebook.query.pledge.PledgeView.PledgeVersion;
import org.pledgebook.query.pledge.PledgeView.StatementView;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.pledge.Reading;

/**
 * What everybody may read of one pledge's numbers of people, by the board's policy. A number is judged in the whole
 * history of its measure, in the order they were recorded and over all cycles that the pledge goes on in: readings among
 * readings, after the first baseline, and baselines among baselines. So two exports at two times, or of two cycles, cannot
 * be subtracted. Attainment would give a reading back, so it is never shown of people.
 */
final class PublicReadings {

    private final PledgeView pledge;
    private final List<PledgeView> line;
    private final SmallNumbers policy;
    private final Set<String> ofPeople;
    private final Map<Reading, Object> readings = new IdentityHashMap<>();
    private final Map<MeasureVersion, Object> baselines = new IdentityHashMap<>();

    /** @param line the pledge, and those it carries on or that carry it on */
    PublicReadings(PledgeView pledge, List<PledgeView> line, SmallNumbers policy) {
        this.pledge = pledge;
        this.line = line;
        this.policy = policy;
        this.ofPeople = line.stream()
                .flatMap(one -> one.versions().stream())
                .flatMap(version -> version.measures().stream())
                .filter(measure -> policy.countsPeople(measure.unit()))
                .map(MeasureVersion::id)
                .collect(toSet());
        ofPeople.forEach(this::judge);
    }

    /**
     * Those of each pledge, by its public id.
     *
     * @param pledges with all that they carry on or that carry them on
     */
    static Map<String, PublicReadings> of(Collection<PledgeView> pledges, SmallNumbers policy) {
        var known = pledges.stream().collect(toMap(PledgeView::id, identity()));
        var lines = pledges.stream().collect(groupingBy(pledge -> beginning(pledge, known)));
        return pledges.stream()
                .collect(toMap(
                        PledgeView::id,
                        pledge -> new PublicReadings(
                                pledge, Objects.requireNonNull(lines.get(beginning(pledge, known))), policy)));
    }

    private static String beginning(PledgeView pledge, Map<String, PledgeView> known) {
        var first = pledge;
        while (first.continues() != null) {
            first = Objects.requireNonNull(known.get(first.continues()), first.continues());
        }
        return first.id();
    }

    /** Whether a measure counts people, or did in any version of the pledge. */
    boolean countsPeople(String measure) {
        return ofPeople.contains(measure);
    }

    /** A reading as it may be shown: the number, rounded where the policy says so, or the policy's marker. */
    Object shown(Reading reading) {
        return readings.getOrDefault(reading, reading.value());
    }

    /** Where a measure stood when the pledge said so last. */
    @Nullable Object baseline(String measure, @Nullable BigDecimal value) {
        var versions = pledge.versions();
        return versions.get(versions.size() - 1).measures().stream()
                .filter(one -> one.id().equals(measure))
                .<@Nullable Object>map(baselines::get)
                .findFirst()
                .orElse(countsPeople(measure) ? null : value);
    }

    /** The reading that stands for a period. */
    @Nullable Object reading(String measure, @Nullable String period, @Nullable BigDecimal value) {
        return pledge.reports().stream()
                .filter(report -> report.period().equals(period))
                .flatMap(report -> report.statements().stream())
                .reduce((first, last) -> last)
                .stream()
                .flatMap(said -> said.readings().stream())
                .filter(reading -> reading.measure().equals(measure))
                .map(this::shown)
                .findFirst()
                .orElse(countsPeople(measure) ? null : value);
    }

    private void judge(String measure) {
        var counts = baselines(measure);
        show(counts);
        show(Stream.concat(counts.stream().limit(1), readings(measure).stream()).toList());
    }

    private void show(List<Number> history) {
        var shown = policy.shown(history.stream().map(Number::value).toList());
        for (int i = 0; i < history.size(); i++) {
            var value = shown.get(i);
            history.get(i).places.forEach(place -> place.accept(value == null ? policy.marker() : value));
        }
    }

    /** Each that a version gave; one that it only repeats is no other number. */
    private List<Number> baselines(String measure) {
        var given = new ArrayList<Number>();
        line.stream()
                .flatMap(one -> one.versions().stream())
                .sorted(comparing(PledgeVersion::recordedAt))
                .flatMap(version -> version.measures().stream())
                .filter(one -> one.id().equals(measure) && one.baseline() != null)
                .forEach(one -> {
                    var last = given.isEmpty() ? null : given.get(given.size() - 1);
                    if (last == null || last.value.compareTo(one.baseline()) != 0) {
                        last = new Number(one.baseline());
                        given.add(last);
                    }
                    last.places.add(shown -> baselines.put(one, shown));
                });
        return given;
    }

    private List<Number> readings(String measure) {
        return line.stream()
                .flatMap(one -> one.reports().stream())
                .flatMap(report -> report.statements().stream())
                .sorted(comparing(StatementView::recordedAt))
                .flatMap(said -> said.readings().stream())
                .filter(reading -> reading.measure().equals(measure))
                .map(reading -> {
                    var number = new Number(reading.value());
                    number.places.add(shown -> readings.put(reading, shown));
                    return number;
                })
                .toList();
    }

    /** A number of people, and where to say how it may be shown. */
    private record Number(BigDecimal value, List<Consumer<Object>> places) {

        Number(BigDecimal value) {
            this(value, new ArrayList<>());
        }
    }
}
