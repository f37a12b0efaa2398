package org.pledgebook.query;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.Findings.Sampled;
import org.pledgebook.query.Findings.What;
import org.pledgebook.query.audit.HistoryQueries;
import org.pledgebook.shared.StreamId;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is answered as of some instants, beside the same questions put to the plain replay when it has come just there.
 * It answers through the very caches that readers are answered from.
 */
final class SampledPast implements Shadow.Look {

    private static final int MOMENTS = 10;
    private static final int OWNERS = 12;
    private static final int PAGE = 100;

    private static final String ANSWER = "answer";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Past past;
    private final Moments moments;
    private final Shadow shadow;
    private final Found found;
    private final LongConsumer await;
    private final Random random = new Random();
    private final List<Long> positions;
    private final List<String> owners = new ArrayList<>();
    private final List<Sampled> sampled = new ArrayList<>();

    /** No event so far was recorded later. */
    private Instant latest = Instant.MIN;

    private @Nullable Instant pending;
    private int events;
    private int next;

    /** @param head chooses among the instants of the events up to there */
    SampledPast(Past past, Moments moments, Shadow shadow, Found found, LongConsumer await, long head) {
        this.past = past;
        this.moments = moments;
        this.shadow = shadow;
        this.found = found;
        this.await = await;
        this.positions =
                random.longs(MOMENTS, 0, Math.max(1, head)).sorted().boxed().toList();
    }

    /** An instant is over with the first event that is recorded after it: what it stands for is known then. */
    @Override
    public boolean isDue(Recorded next) {
        return pending != null && next.recordedAt().isAfter(pending);
    }

    @Override
    public void due() {
        var instant = Objects.requireNonNull(pending);
        pending = null;
        var position = shadow.position();
        await.accept(position);
        var moment = moments.at(instant);
        if (moment.position() != position) {
            found.past(instant.toString(), "X-As-Of-Position", What.OTHER, null, position);
        }
        compare(new Moment(position, instant));
    }

    @Override
    public void taken(Recorded recorded) {
        if (recorded.recordedAt().isAfter(latest)) {
            latest = recorded.recordedAt();
        }
        while (next < positions.size() && positions.get(next) <= recorded.position()) {
            pending = latest;
            next++;
        }
        sample(Owner.of(recorded.stream()));
    }

    /** Each event has the same chance to have its owner among those that are asked about. */
    private void sample(String owner) {
        events++;
        if (!owners.contains(owner) && isAsked(owner)) {
            if (owners.size() < OWNERS) {
                owners.add(owner);
            } else if (random.nextInt(events) < OWNERS) {
                owners.set(random.nextInt(OWNERS), owner);
            }
        }
    }

    private static boolean isAsked(String owner) {
        return owner.startsWith(StreamId.partner("")) || owner.startsWith(StreamId.board(""));
    }

    /** Asks once more at the end, where a short book has had no other instant. */
    void end() {
        if (shadow.events() > 0) {
            compare(new Moment(shadow.position(), latest));
        }
    }

    List<Sampled> moments() {
        return List.copyOf(sampled);
    }

    private void compare(Moment moment) {
        var comparison = new Comparison(moment);
        owners.forEach(comparison::ask);
        sampled.add(new Sampled(moment.instant(), moment.position(), comparison.answers));
    }

    private final class Comparison {

        private final Moment moment;
        private final Queries plain;
        private int answers;

        Comparison(Moment moment) {
            this.moment = moment;
            this.plain = Queries.on(
                    shadow.documents(),
                    Clock.fixed(moment.instant(), ZoneOffset.UTC),
                    new HistoryQueries(past, () -> moment));
        }

        void ask(String owner) {
            var kind = Owner.kind(owner);
            var id = owner.substring(kind.length());
            if (kind.equals(StreamId.board(""))) {
                askOfBoard(id);
            } else {
                askOfPartner(id);
            }
        }

        private void askOfBoard(String board) {
            var address = "/api/boards/" + board;
            ask(address, queries -> queries.boards().find(board));
            ask(address + "/partners", queries -> queries.partners().ofBoard(board, null, PAGE));
            for (var cycle : cycles(board)) {
                ask(address + "/dashboard/" + cycle, queries -> queries.boards().dashboard(board, cycle, null));
            }
        }

        private void askOfPartner(String partner) {
            var address = "/api/partners/" + partner;
            ask(address, queries -> queries.partners().find(partner));
            ask(address + "/timeline", queries -> queries.partners().timeline(partner, null, null, PAGE));
            ask(address + "/support", queries -> queries.support().of(partner, null, PAGE));
            ask(address + "/releases", queries -> queries.releases().all(partner, null, PAGE));
            for (var cycle : plain.partners().find(partner).stream()
                    .flatMap(one -> cycles(one.board()).stream())
                    .toList()) {
                ask(address + "/pledges/" + cycle, queries -> queries.pledges().of(partner, cycle));
                ask(
                        address + "/assessments/" + cycle,
                        queries -> queries.assessments().find(partner, cycle));
            }
        }

        private List<String> cycles(String board) {
            return plain.boards().find(board).stream()
                    .flatMap(one -> one.cycles().stream())
                    .map(one -> one.id())
                    .toList();
        }

        private void ask(String address, Function<Queries, Object> question) {
            answers++;
            var replayed = question.apply(plain);
            Object answered;
            try {
                answered = question.apply(past.at(moment));
            } catch (RuntimeException unreadable) {
                found.past(moment.instant().toString(), address, What.UNREADABLE, null, moment.position());
                return;
            }
            if (!answered.equals(replayed)) {
                var what = replayed.equals(Optional.empty())
                        ? What.UNFOUNDED
                        : answered.equals(Optional.empty()) ? What.MISSING : What.OTHER;
                found.past(
                        moment.instant().toString(),
                        address,
                        what,
                        what == What.OTHER ? field(answered, replayed) : null,
                        moment.position());
            }
        }

        private static String field(Object answered, Object replayed) {
            return Found.field("", bson(answered), bson(replayed)).substring(1 + ANSWER.length());
        }

        private static BsonDocument bson(Object answer) {
            return BsonDocument.parse(JSON.writeValueAsString(Map.of(ANSWER, answer)));
        }
    }
}
