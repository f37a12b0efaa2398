package org.pledgebook.web.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.pledgebook.query.board.BoardView;
import org.pledgebook.query.partner.PartnerView;
import org.pledgebook.query.pledge.PledgeView;
import org.pledgebook.web.Paging;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the book said as the API answers it: each thing with the address it is read at, one a line. */
final class StateJson {

    private final State state;
    private final JsonMapper json;
    private final OutputStream out;
    private boolean begun;

    /** @param json what the API writes its answers with */
    StateJson(State state, JsonMapper json, OutputStream out) {
        this.state = state;
        this.json = json;
        this.out = out;
    }

    /** @param head the members before the answers, without braces */
    void write(Scope scope, String head) {
        text("{" + head + ",\"answers\":[");
        if (scope instanceof Scope.OfBoard one) {
            board(state.board(one.board()));
        } else if (scope instanceof Scope.OfPartner one) {
            partner(state.partner(one.partner()));
        } else if (scope instanceof Scope.OfPledge one) {
            pledge(state.pledge(one.pledge()));
        } else {
            whole();
        }
        text("\n]}\n");
    }

    private void whole() {
        state.frameworks().forEach(one -> answer("/api/frameworks/" + one.id() + "/" + one.version(), one));
        state.references().forEach(one -> answer("/api/references/" + one.id() + "/" + one.version(), one));
        state.boards().forEach(this::board);
    }

    private void board(BoardView board) {
        var address = "/api/boards/" + board.id();
        answer(address, board);
        state.dashboards(board).forEach(one -> answer(address + "/dashboard/" + one.cycle(), one));
        state.partners(board).forEach(this::partner);
    }

    private void partner(PartnerView partner) {
        var address = "/api/partners/" + partner.id();
        answer(address, partner);
        state.assessments(partner).forEach(one -> answer(address + "/assessments/" + one.cycle(), one));
        state.pledges(partner).forEach(one -> answer(State.address(one), one));
        state.support(partner).forEach(one -> answer(address + "/support/" + one.number(), one));
        state.releases(partner).forEach(one -> answer(address + "/releases/" + one.number(), one));
        list(
                address + "/timeline",
                "entries",
                (cursor, limit) -> state.at().partners().timeline(partner.id(), null, cursor, limit));
    }

    private void pledge(PledgeView pledge) {
        answer(State.address(pledge), pledge);
        list(
                State.address(pledge) + "/history",
                "steps",
                (cursor, limit) -> state.at()
                        .histories()
                        .pledge(pledge.partner(), pledge.cycle(), pledge.number(), cursor, limit)
                        .orElseThrow());
    }

    private <T> void list(String address, String name, Paging.Query<T> query) {
        @Nullable String cursor = null;
        do {
            var page = query.page(cursor, State.MOST);
            var body = new LinkedHashMap<String, @Nullable Object>();
            body.put(name, page.items());
            body.put("next", page.next());
            answer(
                    address + "?limit=" + State.MOST
                            + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, UTF_8)),
                    body);
            cursor = page.next();
        } while (cursor != null);
    }

    private void answer(String address, Object body) {
        text((begun ? ",\n" : "\n") + "{\"get\":\"" + address + "\",\"answer\":");
        bytes(json.writeValueAsBytes(body));
        text("}");
        begun = true;
    }

    private void text(String text) {
        bytes(text.getBytes(UTF_8));
    }

    private void bytes(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
