package org.pledgebook.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.pledgebook.shared.StreamId;
import org.pledgebook.shared.Streams;
import org.pledgebook.shared.partner.PartnerJoined;
import org.springframework.stereotype.Component;

/** Which board a partner sits on, read from the partner's first event. That never changes, so it is remembered. */
@Component
public final class PartnerBoards {

    private static final int REMEMBERED = 10_000;

    private final Cache<String, String> boards =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Streams streams;

    PartnerBoards(Streams streams) {
        this.streams = streams;
    }

    /** The partner's board; empty where the book knows no such partner. */
    public Optional<String> boardOf(String partner) {
        var known = boards.getIfPresent(partner);
        if (known != null) {
            return Optional.of(known);
        }
        var read = streams.fold(
                StreamId.partner(partner),
                Optional.<String>empty(),
                (board, event) -> event instanceof PartnerJoined joined ? Optional.of(joined.board()) : board);
        read.ifPresent(board -> boards.put(partner, board));
        return read;
    }
}
