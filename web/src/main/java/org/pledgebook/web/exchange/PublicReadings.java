package org.pledgebook.web.exchange;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.query.pledge.PledgeView.MeasureVersion;
import org.pledgebook.query.pledge.PledgeView.StatementView;
import org.pledgebook.shared.board.SmallNumbers;
import org.pledgebook.shared.pledge.Reading;

/**
 * What everybody may read of one pledge's numbers of people, by the board's policy. A number is judged in the whole
 * history of its measure, each baseline and each reading in the order they were recorded, so that two exports at two
 * times cannot be subtracted. Attainment would give a reading back, so it is never shown of people.
 */
final class PublicReadings {

    private final SmallNumbers policy;
    private final Set<String> ofPeople;
    private final Map<Reading, Object> readings = new IdentityHashMap<>();
    private final Map<MeasureVersion, Object> baselines = new IdentityHashMap<>();
    private final PledgeView pledge;

    PublicReadings(PledgeView pledge, SmallNumbers policy) {
        this.pledge = pledge;
        this.policy = policy;
        this.ofPeople = pledge.versions().stream()
                .flatMap(version -> version.measures().stream())
                .filter(measure -> policy.countsPeople(measure.unit()))
                .map(MeasureVersion::id)
                .collect(Collectors.toSet());
        ofPeople.forEach(this::judge);
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
        var history = history(measure);
        var shown = policy.shown(history.stream().map(Number::value).toList());
        for (int i = 0; i < history.size(); i++) {
            var value = shown.get(i);
            history.get(i).put(value == null ? policy.marker() : value);
        }
    }

    private List<Number> history(String measure) {
        var history = new ArrayList<Number>();
        for (var version : pledge.versions()) {
            for (var one : version.measures()) {
                if (one.id().equals(measure) && one.baseline() != null) {
                    history.add(new Number(version.recordedAt(), one.baseline(), value -> baselines.put(one, value)));
                }
            }
        }
        for (var report : pledge.reports()) {
            for (StatementView said : report.statements()) {
                for (var reading : said.readings()) {
                    if (reading.measure().equals(measure)) {
                        history.add(
                                new Number(said.recordedAt(), reading.value(), value -> readings.put(reading, value)));
                    }
                }
            }
        }
        history.sort(comparing(Number::recordedAt));
        return history;
    }

    /** A number of people, and where to say how it may be shown. */
    private record Number(Instant recordedAt, BigDecimal value, Consumer<Object> shown) {

        void put(Object value) {
            shown.accept(value);
        }
    }
}
