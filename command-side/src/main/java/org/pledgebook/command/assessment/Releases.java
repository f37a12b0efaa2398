package org.pledgebook.command.assessment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.pledgebook.command.Decider;
import org.pledgebook.command.assessment.SmallCells.Earlier;
import org.pledgebook.command.partner.Stance;
import org.pledgebook.shared.Event;
import org.pledgebook.shared.Receipt;
import org.pledgebook.shared.Refusal;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.assessment.ReleaseTable;
import org.pledgebook.shared.assessment.TableReleased;

/** Everything of one partner that was released for everybody to read. */
@Aggregate(type = "releases")
class Releases extends Decider {

    private final List<TableReleased> released = new ArrayList<>();

    Releases() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(ReleaseTable command, MetaData origin, Streams streams, Clock clock) {
        return decide(origin, 0, () -> {
            var stance = Stance.of(command.partner(), command.cycle(), streams, clock);
            var submitted = SubmittedTables.of(command.partner(), command.cycle(), streams);
            var latest = submitted.submissions().size();
            var table = submitted
                    .table(latest, command.table())
                    .orElseThrow(() -> Refusal.unknown("table", command.cycle() + "/" + command.table())
                            .asException());
            var shown = SmallCells.release(table, stance.board().smallNumbers(), earlier(streams), command.with());
            var release = new TableReleased(
                    stance.boardId(), command.partner(), command.cycle(), released.size() + 1, latest, shown);
            checkIsNews(release);
            return release;
        });
    }

    @Override
    protected Receipt evolve(Event event) {
        var release = (TableReleased) event;
        released.add(release);
        return new Receipt(release.partner() + "/" + release.number(), 1);
    }

    private void checkIsNews(TableReleased release) {
        released.stream()
                .filter(one -> one.table().id().equals(release.table().id()))
                .reduce((one, next) -> next)
                .filter(last ->
                        last.cycle().equals(release.cycle()) && last.table().equals(release.table()))
                .ifPresent(last -> {
                    throw Refusal.rule(
                                    "released-already",
                                    "This table is released already",
                                    "'%s' was released just as it is now, as release %d."
                                            .formatted(release.table().id(), last.number()))
                            .asException();
                });
    }

    private List<Earlier> earlier(Streams streams) {
        return released.stream()
                .map(one -> new Earlier(
                        SubmittedTables.of(one.partner(), one.cycle(), streams)
                                .table(one.submission(), one.table().id())
                                .orElseThrow(),
                        one.table()))
                .toList();
    }
}
