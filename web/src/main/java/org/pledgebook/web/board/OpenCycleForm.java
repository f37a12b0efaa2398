package org.pledgebook.web.board;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.board.Cadence;
import org.pledgebook.shared.board.OpenCycle;
import org.pledgebook.shared.board.Period;

record OpenCycleForm(
        @Schema(example = "2023") String id,

        @Schema(description = "The first day, in the board's time zone.", example = "2023-01-01")
        LocalDate startsOn,

        @Schema(description = "The last day.", example = "2023-12-31")
        LocalDate endsOn,

        @Schema(description = "The most live pledges one partner may have, 1 to 100.", example = "3")
        int pledgesPerPartner,

        Cadence cadence,

        @Schema(description = "Only with the cadence GIVEN, in their order.") @Nullable List<@Nullable PeriodForm> periods) {

    private static final int USUALLY_DUE_AFTER_DAYS = 30;

    OpenCycle command(String board) {
        return new OpenCycle(board, id, startsOn, endsOn, pledgesPerPartner, cadence, given());
    }

    @SuppressWarnings("NullAway") // a null among them is for validation to refuse
    private List<Period> given() {
        return periods == null
                ? List.of()
                : periods.stream()
                        .map(period -> period == null ? null : period.value())
                        .toList();
    }

    record PeriodForm(
            @Schema(example = "2023-spring") String id,
            LocalDate startsOn,
            LocalDate endsOn,

            @Schema(description = "The last day on which a report is not late; 30 days after the end by default.")
            @Nullable LocalDate dueOn) {

        @SuppressWarnings("NullAway") // what is missing is for validation to refuse
        Period value() {
            return new Period(
                    id,
                    startsOn,
                    endsOn,
                    dueOn == null && endsOn != null ? endsOn.plusDays(USUALLY_DUE_AFTER_DAYS) : dueOn);
        }
    }
}
