package org.pledgebook.web.page;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one text became another, word by word, to be shown with what is gone struck through and what is new underlined.
 *
 * @param pieces in the order to be read
 */
public record Difference(List<Piece> pieces) {

    /** Between words, and between a word and the space or sign after it; a number stays whole. */
    private static final String BETWEEN_WORDS = "(?<=\\s)|(?=\\s)|(?<=[.,;:!?()])(?!\\d)|(?=[.,;:!?()](?!\\d))";

    /** Texts of more words than this are shown one after the other: nobody reads a patchwork of that size. */
    private static final int MOST_WORDS = 2_000;

    /** A part that stayed, went or came. */
    public enum How {
        /** In both. */
        SAME,
        /** In the earlier one alone. */
        GONE,
        /** In the later one alone. */
        NEW
    }

    /** A part of the text. */
    public record Piece(How how, String text) {}

    /** Compares two texts; null is an empty one. */
    public static Difference between(@Nullable String earlier, @Nullable String later) {
        var from = words(earlier);
        var to = words(later);
        var pieces = new ArrayList<Piece>();
        if (from.size() > MOST_WORDS || to.size() > MOST_WORDS) {
            add(pieces, How.GONE, from);
            add(pieces, How.NEW, to);
            return new Difference(List.copyOf(pieces));
        }
        for (AbstractDelta<String> delta : DiffUtils.diff(from, to, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(pieces, How.SAME, delta.getSource().getLines());
            } else {
                add(pieces, How.GONE, delta.getSource().getLines());
                add(pieces, How.NEW, delta.getTarget().getLines());
            }
        }
        return new Difference(List.copyOf(pieces));
    }

    /** Whether anything differs. */
    public boolean any() {
        return pieces.stream().anyMatch(piece -> piece.how() != How.SAME);
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(BETWEEN_WORDS, -1));
    }

    private static void add(List<Piece> pieces, How how, List<String> words) {
        var text = String.join("", words);
        if (!text.isEmpty()) {
            pieces.add(new Piece(how, text));
        }
    }
}
