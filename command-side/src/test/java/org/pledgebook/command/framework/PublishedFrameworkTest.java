package org.pledgebook.command.framework;

import static org.pledgebook.command.Altered.with;
import static org.pledgebook.command.Examples.CHOICES;
import static org.pledgebook.command.Examples.EDS;
import static org.pledgebook.command.Examples.FRAMEWORK_PUBLISHED;
import static org.pledgebook.command.Examples.ORDINAL;
import static org.pledgebook.command.Examples.framework;
import static org.pledgebook.command.Examples.item;
import static org.pledgebook.command.Examples.number;
import static org.pledgebook.command.Examples.scale;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.command.Book;
import org.pledgebook.command.Book.Outcome;
import org.pledgebook.shared.framework.Framework;
import org.pledgebook.shared.framework.Framework.Band;
import org.pledgebook.shared.framework.Framework.Evidence;
import org.pledgebook.shared.framework.Framework.Formula;
import org.pledgebook.shared.framework.Framework.FormulaMethod;
import org.pledgebook.shared.framework.Framework.Item;
import org.pledgebook.shared.framework.Framework.ItemType;
import org.pledgebook.shared.framework.Framework.Method;
import org.pledgebook.shared.framework.Framework.Score;
import org.pledgebook.shared.framework.Framework.Section;
import org.pledgebook.shared.framework.FrameworkPublished;
import org.pledgebook.shared.framework.PublishFramework;

class PublishedFrameworkTest {

    private static final Score UNSCORED = new Score(Method.NONE, List.of());
    private static final String ITEM = "/sections/0/items/0";
    private static final Formula SHARE = new Formula(FormulaMethod.SHARE, "a", "b", null, null, "Ours");
    private static final Formula LIKELIHOOD =
            new Formula(FormulaMethod.RELATIVE_LIKELIHOOD, "a", "b", "b", "a", "Ours");

    @Test
    void givenEmptyBook_whenVersionIsPublished_thenItIsRecorded() {
        publishing(EDS).then(FRAMEWORK_PUBLISHED).answers("eds-2022/1", 1);
    }

    @Test
    void givenVersion_whenNextIsPublished_thenBothStandSideBySide() {
        var second = with(EDS, "version", 2);
        Book.of(PublishedFramework.class)
                .given(FRAMEWORK_PUBLISHED)
                .when(new PublishFramework(second))
                .then(new FrameworkPublished(second))
                .answers("eds-2022/2", 1);
    }

    @Test
    void givenLaterVersion_whenEarlierIsPublished_thenItIsWelcome() {
        Book.of(PublishedFramework.class)
                .given(new FrameworkPublished(with(EDS, "version", 3)))
                .when(new PublishFramework(EDS))
                .answers("eds-2022/1", 1);
    }

    @Test
    void givenVersion_whenItIsPublishedAgain_thenItNeverChanges() {
        Book.of(PublishedFramework.class)
                .given(FRAMEWORK_PUBLISHED)
                .when(new PublishFramework(with(EDS, "title", "Better")))
                .refused("version-published", 409);
    }

    @Test
    void givenIdsUsedTwice_whenPublished_thenSectionAndItemAreNamedAlsoAcrossSections() {
        var section = new Section("services", "Services", List.of(ORDINAL, with(CHOICES, "id", "access")));
        publishing(with(EDS, "sections", List.of(section, with(section, "items", List.of(ORDINAL)))))
                .refused("named-twice", 422, "/sections/0/items/1/id", "/sections/1/id", "/sections/1/items/0/id");
    }

    @Test
    void givenScaleOfOneMark_whenPublished_thenOrdinalItemNeedsTwoAndChoicesOne() {
        publishing(with(ORDINAL, "scale", scale("1"))).refused("scale-missing", 422, ITEM + "/scale");
        publishing(with(CHOICES, "scale", List.of())).refused("scale-missing", 422, ITEM + "/scale");
        publishing(with(CHOICES, "scale", scale("1"))).answers("eds-2022/1", 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ItemType.class,
            names = {"NUMBER", "PERCENTAGE", "RATIO", "NARRATIVE"})
    void givenItemWithoutMark_whenItHasWhatOnlyMarksHave_thenEachIsNamed(ItemType type) {
        publishing(with(item("staff", type), "scale", scale("0", "1")))
                .refused("scale-not-asked-for", 422, ITEM + "/scale");
        publishing(with(item("staff", type), "step", number("1"))).refused("step-wrong", 422, ITEM + "/step");
        publishing(with(item("staff", type), "weight", number("1"))).refused("weight-wrong", 422, ITEM + "/weight");
        publishing(with(item("staff", type), "evidence", Evidence.REQUIRED))
                .refused("evidence-without-mark", 422, ITEM + "/evidence");
        publishing(with(item("staff", type), "evidence", Evidence.OPTIONAL)).answers("eds-2022/1", 1);
    }

    @Test
    void givenScaleThatFallsOrStands_whenPublished_thenItDoesNotRise() {
        publishing(with(ORDINAL, "scale", scale("0", "2", "1", "1.0")))
                .refused("scale-out-of-order", 422, ITEM + "/scale/2/value", ITEM + "/scale/3/value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5"})
    void givenStepOrWeightThatIsNotAboveZero_whenPublished_thenItCannotBe(String value) {
        publishing(with(ORDINAL, "step", number(value))).refused("step-wrong", 422, ITEM + "/step");
        publishing(with(ORDINAL, "weight", number(value))).refused("weight-wrong", 422, ITEM + "/weight");
    }

    @Test
    void givenStepOnChoices_whenPublished_thenOnlyOrdinalItemsHaveOne() {
        publishing(with(CHOICES, "step", number("1"))).refused("step-wrong", 422, ITEM + "/step");
    }

    @Test
    void givenBandedSumWithoutBands_whenPublished_thenTheyAreMissing() {
        scoring(Method.BANDED_SUM).refused("bands-missing", 422, "/score/bands");
    }

    @Test
    void givenNoScoreButBands_whenPublished_thenThereIsNothingToBand() {
        scoring(Method.NONE, "0").refused("bands-not-asked-for", 422, "/score/bands");
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"BANDED_SUM", "MEAN", "LOWEST"})
    void givenNoItemWithMark_whenScoreIsAskedFor_thenThereIsNothingToScore(Method method) {
        var bands = method == Method.BANDED_SUM ? List.of(band("0")) : List.<Band>of();
        publishing(framework(new Score(method, bands), item("staff", ItemType.NUMBER)))
                .refused("nothing-to-score", 422, "/score/method");
    }

    @Test
    void givenBandsThatFallOrStand_whenPublished_thenTheyDoNotRise() {
        scoring(Method.BANDED_SUM, "0", "2", "1", "1.0")
                .refused("bands-out-of-order", 422, "/score/bands/2/from", "/score/bands/3/from");
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"BANDED_SUM", "MEAN", "LOWEST"})
    void givenScoreThatCouldFallBelowTheFirstBand_whenPublished_thenItsBoundIsNamed(Method method) {
        scoring(method, "0.5").refused("score-below-bands", 422, "/score/bands/0/from");
        scoring(method, "0").answers("eds-2022/1", 1);
    }

    @Test
    void givenMarksBelowZero_whenPublished_thenTheFirstBandReachesTheirWeightedSum() {
        var low = with(with(ORDINAL, "scale", scale("-2", "2")), "weight", number("3"));
        var lower = with(with(CHOICES, "scale", scale("-1", "-0.5", "4")), "weight", number("2"));
        publishing(framework(new Score(Method.BANDED_SUM, List.of(band("-8.9"))), low, lower))
                .refused("score-below-bands", 422, "/score/bands/0/from");
        publishing(framework(new Score(Method.BANDED_SUM, List.of(band("-9"))), low, lower))
                .answers("eds-2022/1", 1);
    }

    @Test
    void givenOnlyMarksAboveZero_whenPublished_thenTheFirstBandReachesTheSmallestOfThem() {
        var high = with(with(ORDINAL, "scale", scale("2", "4")), "weight", number("0.5"));
        var higher = with(with(ORDINAL, "scale", scale("3", "4")), "id", "staff");
        publishing(framework(new Score(Method.BANDED_SUM, List.of(band("1"))), high, higher))
                .answers("eds-2022/1", 1);
        publishing(framework(new Score(Method.BANDED_SUM, List.of(band("1.1"))), high, higher))
                .refused("score-below-bands", 422, "/score/bands/0/from");
    }

    @Test
    void givenMarksAndWeightsWhoseSumNoStoreHoldsExactly_whenPublished_thenScoreCouldBeTooLarge() {
        var most = number("999999999999999");
        var huge = with(with(ORDINAL, "scale", scale("0", "999999999999999")), "weight", most);
        publishing(huge).refused("score-too-large", 422, "/sections");
        publishing(with(huge, "weight", null)).answers("eds-2022/1", 1);
        publishing(with(with(huge, "scale", scale("-999999999999999", "1")), "weight", null))
                .refused("score-too-large", 422, "/sections");
    }

    @Test
    void givenFormulaOfEachKind_whenPublished_thenItIsTaken() {
        working(ItemType.PERCENTAGE, SHARE).answers("eds-2022/1", 1);
        working(ItemType.RATIO, LIKELIHOOD).answers("eds-2022/1", 1);
        working(ItemType.NUMBER, with(LIKELIHOOD, "method", FormulaMethod.SHARE_DIFFERENCE))
                .answers("eds-2022/1", 1);
    }

    @Test
    void givenFormulaThatMakesAnotherType_whenPublished_thenItIsNamed() {
        working(ItemType.RATIO, SHARE).refused("formula-of-wrong-type", 422, ITEM + "/formula/method");
        working(ItemType.PERCENTAGE, LIKELIHOOD).refused("formula-of-wrong-type", 422, ITEM + "/formula/method");
        working(ItemType.NARRATIVE, SHARE).refused("formula-of-wrong-type", 422, ITEM + "/formula/method");
    }

    @Test
    void givenFormulaOfWhatIsNoCount_whenPublished_thenEachReferenceIsNamed() {
        working(ItemType.PERCENTAGE, with(SHARE, "part", "nothing"))
                .refused("count-unknown", 422, ITEM + "/formula/part");
        working(ItemType.PERCENTAGE, with(SHARE, "whole", "worked-out"))
                .refused("count-unknown", 422, ITEM + "/formula/whole");
        working(ItemType.RATIO, with(LIKELIHOOD, "comparedPart", "story"))
                .refused("count-unknown", 422, ITEM + "/formula/comparedPart");
    }

    @Test
    void givenNumberThatIsItselfWorkedOut_whenAFormulaNamesIt_thenItIsNoCount() {
        var difference = with(LIKELIHOOD, "method", FormulaMethod.SHARE_DIFFERENCE);
        working(ItemType.NUMBER, with(difference, "part", "worked-out"))
                .refused("count-unknown", 422, ITEM + "/formula/part");
    }

    @Test
    void givenComparisonWithoutWhatToCompare_whenPublished_thenItIsMissingAndForASharesItIsTooMuch() {
        working(ItemType.RATIO, with(LIKELIHOOD, "comparedWhole", null))
                .refused("compared-missing", 422, ITEM + "/formula/comparedWhole");
        working(ItemType.PERCENTAGE, with(SHARE, "comparedPart", "a"))
                .refused("nothing-compared", 422, ITEM + "/formula/comparedPart");
    }

    @Test
    void givenItemThatIsWorkedOut_whenItIsAskedForToo_thenItCannotBe() {
        var item = with(item("worked-out", ItemType.PERCENTAGE), "formula", SHARE);
        working(with(item, "required", true)).refused("worked-out-and-asked-for", 422, ITEM + "/required");
        working(with(item, "evidence", Evidence.OPTIONAL)).refused("worked-out-and-asked-for", 422, ITEM + "/evidence");
    }

    @Test
    void givenFiveThousandItems_whenPublished_thenTheyAreRead() {
        var sections = IntStream.range(0, 50)
                .mapToObj(s -> new Section(
                        "section-" + s,
                        "Section",
                        Stream.iterate(0, i -> i + 1)
                                .limit(100)
                                .map(i -> with(ORDINAL, "id", "item-" + s + "-" + i))
                                .toList()))
                .toList();
        publishing(with(EDS, "sections", sections)).answers("eds-2022/1", 1);
    }

    @Test
    void givenSeveralFaults_whenPublished_thenAllAreNamedAtOnce() {
        var item = with(with(ORDINAL, "scale", scale("1")), "step", number("0"));
        publishing(framework(new Score(Method.BANDED_SUM, List.of()), item))
                .refused("scale-missing", 422, ITEM + "/scale", ITEM + "/step", "/score/bands");
    }

    private static Outcome working(ItemType type, Formula formula) {
        return working(with(item("worked-out", type), "formula", formula));
    }

    /** A framework of this item, two counts and a story. */
    private static Outcome working(Item item) {
        return publishing(framework(
                UNSCORED,
                item,
                item("a", ItemType.NUMBER),
                item("b", ItemType.NUMBER),
                item("story", ItemType.NARRATIVE)));
    }

    /** A framework of this item alone, without a score. */
    private static Outcome publishing(Item item) {
        return publishing(framework(UNSCORED, item));
    }

    private static Outcome scoring(Method method, String... bounds) {
        var bands = Stream.of(bounds).map(PublishedFrameworkTest::band).toList();
        return publishing(framework(new Score(method, bands), ORDINAL));
    }

    private static Outcome publishing(Framework framework) {
        return Book.of(PublishedFramework.class).when(new PublishFramework(framework));
    }

    private static Band band(String from) {
        return new Band(number(from), "From " + from);
    }
}
