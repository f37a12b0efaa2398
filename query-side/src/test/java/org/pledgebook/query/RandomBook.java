package org.pledgebook.query;

import java.util.Random;

/** Random books for the tests of the features. */
public final class RandomBook {

    private RandomBook() {}

    /** What {@code size} random events of {@code partners} partners come to. */
    public static MemoryDocuments folded(Random random, int partners, int size) {
        var documents = new MemoryDocuments();
        History.of(random, partners, size).forEach(documents::fold);
        return documents;
    }
}
