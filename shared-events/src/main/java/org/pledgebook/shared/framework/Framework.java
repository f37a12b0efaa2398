package org.pledgebook.shared.framework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Figure;
import org.pledgebook.shared.Figures;
import org.pledgebook.shared.Slug;
import org.pledgebook.shared.Text;

/**
 * One version of a self-assessment questionnaire.
 *
 * @param version 1 to 10,000; several versions stand side by side
 * @param source where its words come from, or that they are ours
 */
public record Framework(
        @NotNull @Slug String id,

        @Min(value = 1, message = "Give a version from 1 to 10,000.") @Max(value = 10_000, message = "Give a version from 1 to 10,000.") int version,

        @NotNull @Text(max = Text.SHORT) String title,
        @NotNull @Text String source,

        @NotNull @Size(min = 1, max = 50, message = "Give 1 to 50 sections.") List<@NotNull @Valid Section> sections,

        @NotNull @Valid Score score) {

    /** All items of all sections, in their order. */
    public Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /** A part of the questionnaire with a score of its own. */
    public record Section(
            @NotNull @Slug String id,
            @NotNull @Text(max = Text.SHORT) String title,

            @NotNull @Size(min = 1, max = 100, message = "Give 1 to 100 items.") List<@NotNull @Valid Item> items) {}

    /**
     * One question.
     *
     * @param id unique in the framework; kept from version to version so that answers can be compared
     * @param required whether an assessment without an answer to it is refused
     * @param evidence whether a mark must, may or cannot say what it rests on
     * @param weight what its mark is multiplied by in a score; 1 where it is absent
     * @param scale the marks of an {@link ItemType#ORDINAL} item or the options of a {@link ItemType#CHOICES} item, by
     *     rising value; empty for the other types
     * @param step lets an {@link ItemType#ORDINAL} mark lie between two values of the scale, at multiples of this from
     *     the lowest; without it only the scale's values can be given
     * @param formula how the item is worked out of counts; such an item is not answered. Null where it is answered
     */
    public record Item(
            @NotNull @Slug String id,
            @NotNull @Text String text,
            @NotNull ItemType type,
            boolean required,
            @NotNull Evidence evidence,
            @Nullable @Figure BigDecimal weight,

            @Size(max = 100, message = "Give at most 100.") List<@NotNull @Valid Mark> scale,

            @Nullable @Figure BigDecimal step,
            @Nullable @Valid Formula formula) {

        /** Spells equal numbers alike and makes an absent scale an empty one. */
        public Item {
            weight = Figures.plainOrNull(weight);
            scale = scale == null ? List.of() : scale;
            step = Figures.plainOrNull(step);
        }
    }

    /**
     * How an item is worked out of counts that are answered as {@link ItemType#NUMBER} items.
     *
     * @param part the id of the item that counts those it is about, {@code appointed}
     * @param whole the id of the item that counts those whom they are a part of, {@code shortlisted}
     * @param comparedPart the same of those to compare with; null for {@link FormulaMethod#SHARE}
     * @param comparedWhole the same of those to compare with; null for {@link FormulaMethod#SHARE}
     * @param source where the formula comes from, or that it is ours
     */
    public record Formula(
            @NotNull FormulaMethod method,
            @NotNull @Slug String part,
            @NotNull @Slug String whole,
            @Nullable @Slug String comparedPart,
            @Nullable @Slug String comparedWhole,
            @NotNull @Text String source) {}

    /** What a formula does with its counts. */
    public enum FormulaMethod {
        /** A percentage: 100 × part ÷ whole. For {@link ItemType#PERCENTAGE}. */
        SHARE,
        /** How many times as likely: (part ÷ whole) ÷ (comparedPart ÷ comparedWhole). For {@link ItemType#RATIO}. */
        RELATIVE_LIKELIHOOD,
        /** Percentage points: 100 × (part ÷ whole − comparedPart ÷ comparedWhole). For {@link ItemType#NUMBER}. */
        SHARE_DIFFERENCE
    }

    /** A value of a scale and what it is called. */
    public record Mark(
            @NotNull @Figure BigDecimal value,
            @NotNull @Text(max = Text.SHORT) String label) {

        /** Spells equal numbers alike. */
        public Mark {
            value = Figures.plain(value);
        }
    }

    /** How an item is answered. */
    public enum ItemType {
        /** One mark on a scale. */
        ORDINAL,
        /** Any number of options of a scale; their values are added up. */
        CHOICES,
        /** A number. */
        NUMBER,
        /** A number from 0 to 100. */
        PERCENTAGE,
        /** A number not below 0: how many times as likely. */
        RATIO,
        /** Text. */
        NARRATIVE
    }

    /** Whether a mark says what it rests on. */
    public enum Evidence {
        /** It cannot. */
        NONE,
        /** It may. */
        OPTIONAL,
        /** It must. */
        REQUIRED
    }

    /**
     * How the overall score is made of the items that have a mark.
     *
     * @param bands names for ranges of the overall score, by rising lower bound; the first begins at or below the
     *     lowest possible score, so nothing falls between or below them. May be empty except for
     *     {@link Method#BANDED_SUM}
     */
    public record Score(
            @NotNull Method method,

            @Size(max = 50, message = "Give at most 50.") List<@NotNull @Valid Band> bands) {

        /** Makes absent bands empty ones. */
        public Score {
            bands = bands == null ? List.of() : bands;
        }
    }

    /** How marks become one score. */
    public enum Method {
        /** The sum of mark times weight; its band names it. */
        BANDED_SUM,
        /** The mean of the marks, weighted. */
        MEAN,
        /** The lowest mark of all. */
        LOWEST,
        /** There is no overall score. */
        NONE
    }

    /** A range of the overall score, from its lower bound up to the next band's. */
    public record Band(
            @NotNull @Figure BigDecimal from,
            @NotNull @Text(max = Text.SHORT) String label) {

        /** Spells equal numbers alike. */
        public Band {
            from = Figures.plain(from);
        }
    }
}
