package org.pledgebook.shared.board;

import java.util.List;

/** The characteristics a pledge can concern. */
public final class Characteristics {

    /** The nine protected characteristics of the Equality Act 2010, section 4, in the Act's order. */
    public static final List<String> OF_THE_ACT = List.of(
            "age",
            "disability",
            "gender-reassignment",
            "marriage-civil-partnership",
            "pregnancy-maternity",
            "race",
            "religion-belief",
            "sex",
            "sexual-orientation");

    private Characteristics() {}
}
