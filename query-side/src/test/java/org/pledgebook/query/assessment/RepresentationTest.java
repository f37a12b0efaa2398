package org.pledgebook.query.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pledgebook.query.assessment.UsageView.GroupView;
import org.pledgebook.query.assessment.UsageView.UnmatchedGroup;
import org.pledgebook.shared.assessment.ReferencePopulation;
import org.pledgebook.shared.assessment.UsageTable;
import org.pledgebook.shared.assessment.UsageTable.Group;

class RepresentationTest {

    private static final ReferencePopulation CENSUS = new ReferencePopulation(
            "census",
            1,
            "Residents",
            "Census 2021, TS021",
            LocalDate.parse("2021-03-21"),
            "race",
            List.of(
                    new Group("white", "White", 134_754),
                    new Group("black", "Black", 28_707),
                    new Group("asian", "Asian", 21_525),
                    new Group("nobody", "Nobody", 0)),
            216_550);

    @Test
    void givenTableAndReference_whenHeldTogether_thenEachShareRestsOnItsOwnTotal() {
        var view = new Representation(CENSUS)
                .view(table(50, new Group("black", "Black", 40), new Group("white", "White", 160)));

        assertThat(view.groups())
                .containsExactly(
                        group("black", "Black", 40, "0.2", 28_707, "0.132565", "1.5087"),
                        group("white", "White", 160, "0.8", 134_754, "0.622277", "1.2856"));
        assertThat(view.stated()).isEqualTo(200);
        assertThat(view.sum()).isEqualTo(250);
        assertThat(view.total()).isEqualTo(260);
        assertThat(view.difference()).isEqualTo(10);
        var reference = view.reference();
        assertThat(reference).isNotNull();
        assertThat(reference.total()).isEqualTo(216_550);
        assertThat(reference.sum()).isEqualTo(184_986);
        assertThat(reference.unmatched())
                .containsExactly(
                        new UnmatchedGroup("asian", "Asian", 21_525, new BigDecimal("0.0994")),
                        new UnmatchedGroup("nobody", "Nobody", 0, BigDecimal.ZERO));
    }

    @Test
    void givenGroupThatTheReferenceHasNotOrHasEmpty_whenHeldTogether_thenThereIsNoRatio() {
        var view = new Representation(CENSUS)
                .view(table(0, new Group("roma", "Roma", 1), new Group("nobody", "Nobody", 3)));

        assertThat(view.groups())
                .containsExactly(
                        group("roma", "Roma", 1, "0.25", null, null, null),
                        group("nobody", "Nobody", 3, "0.75", 0, "0", null));
    }

    @Test
    void givenNobodyWhoseGroupIsKnown_whenHeldTogether_thenThereAreNoShares() {
        assertThat(new Representation(CENSUS)
                        .view(table(5, new Group("white", "White", 0)))
                        .groups())
                .containsExactly(group("white", "White", 0, null, 134_754, "0.622277", null));
    }

    @Test
    void givenNoReference_whenViewed_thenThereAreSharesAlone() {
        var view = new Representation(null).view(table(0, new Group("white", "White", 3), new Group("b", "B", 0)));

        assertThat(view.groups())
                .containsExactly(
                        group("white", "White", 3, "1", null, null, null), group("b", "B", 0, "0", null, null, null));
        assertThat(view.reference()).isNull();
    }

    @Test
    void givenMaskedCount_whenHeldBesideItsLike_thenNothingIsReckonedFromIt() {
        assertThat(new Representation(CENSUS).group("white", "White", null, 200L))
                .isEqualTo(group("white", "White", null, null, 134_754, "0.622277", null));
        assertThat(new Representation(CENSUS).group("white", "White", 50, null))
                .isEqualTo(group("white", "White", 50, null, 134_754, "0.622277", null));
    }

    private static UsageTable table(int notStated, Group... groups) {
        return new UsageTable(
                "t",
                "T",
                "race",
                LocalDate.parse("2022-01-01"),
                LocalDate.parse("2022-12-31"),
                List.of(groups),
                notStated,
                null,
                null,
                260,
                null);
    }

    private static GroupView group(
            String id,
            String label,
            @Nullable Integer count,
            @Nullable String share,
            @Nullable Integer referenceCount,
            @Nullable String referenceShare,
            @Nullable String ratio) {
        return new GroupView(id, label, count, decimal(share), referenceCount, decimal(referenceShare), decimal(ratio));
    }

    private static @Nullable BigDecimal decimal(@Nullable String digits) {
        return digits == null ? null : new BigDecimal(digits);
    }
}
