package org.pledgebook.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pledgebook.web.page.Difference.How.GONE;
import static org.pledgebook.web.page.Difference.How.NEW;
import static org.pledgebook.web.page.Difference.How.SAME;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pledgebook.web.page.Difference.How;
import org.pledgebook.web.page.Difference.Piece;

class DifferenceTest {

    private static final String EARLIER = "Both evenings are open, and 40 people came.";
    private static final String LATER = "Both evenings are open, and 44 people came to stay.";

    @Test
    void givenTwoTexts_whenTheyAreCompared_thenWordsThatDifferAreMarked() {
        assertThat(Difference.between(EARLIER, LATER).pieces())
                .containsExactly(
                        new Piece(SAME, "Both evenings are open, and "),
                        new Piece(GONE, "40"),
                        new Piece(NEW, "44"),
                        new Piece(SAME, " people came"),
                        new Piece(NEW, " to stay"),
                        new Piece(SAME, "."));
    }

    @Test
    void givenTwoTexts_whenWhatIsNewIsLeftOut_thenTheEarlierOneIsLeft_andTheOtherWayRound() {
        var difference = Difference.between(EARLIER, LATER);

        assertThat(without(difference, NEW)).isEqualTo(EARLIER);
        assertThat(without(difference, GONE)).isEqualTo(LATER);
    }

    @Test
    void givenNoText_whenItIsCompared_thenEverythingIsNew_andNothingDiffersFromItself() {
        assertThat(Difference.between(null, "now").pieces()).containsExactly(new Piece(NEW, "now"));
        assertThat(Difference.between("now", null).pieces()).containsExactly(new Piece(GONE, "now"));
        assertThat(Difference.between(LATER, LATER).any()).isFalse();
        assertThat(Difference.between(null, null).pieces()).isEmpty();
    }

    private static String without(Difference difference, How how) {
        return difference.pieces().stream()
                .filter(piece -> piece.how() != how)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
