package org.pledgebook.web.exchange;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pledgebook.shared.Figures;
import org.pledgebook.web.Refused;
import org.pledgebook.web.exchange.Grid.Cell;

/** What is written is read again exactly, no spreadsheet takes it for a formula, and hostile files cost nothing. */
class SheetFilesTest {

    private static final int[] ODD = {
        '=', '+', '-', '@', '\'', '"', ',', ';', '\r', '\n', ' ', 0xA0, 0x3000, 0xFF1D, 0xFF0B, '_', 'x', '0', 'D', '<',
        '&', 0x2028, 0xFEFF, 0x1F1EC, 0xFFFD, '%', '#', '(', ')'
    };

    @Property(tries = 300)
    void givenAnyCells_whenWrittenAsCsv_thenTheyAreReadAgain(@ForAll("cells") List<Object> cells) {
        var grid = Csv.read("sheet", Csv.write(sheet(cells)));

        assertThat(grid.lines().get(1).cells().stream().map(SheetFilesTest::text))
                .containsExactlyElementsOf(
                        cells.stream().map(SheetFilesTest::spelled).toList());
    }

    @Property(tries = 300)
    void givenAnyCells_whenWrittenAsWorkbook_thenTheyAreReadAgain_andItsBytesAreTheSame(
            @ForAll("cells") List<Object> cells) {
        var bytes = Xlsx.write(List.of(sheet(cells)));

        var line = Xlsx.read(bytes).get(0).lines().get(1);
        for (int c = 0; c < cells.size(); c++) {
            var cell = Objects.requireNonNull(line.cell(c));
            assertThat(cell.fault()).isNull();
            if (cells.get(c) instanceof LocalDate day && cell.number() != null) {
                assertThat(cell.day()).isEqualTo(day);
            } else {
                assertThat(cell.text()).isEqualTo(spelled(cells.get(c)));
            }
        }
        assertThat(Xlsx.write(List.of(sheet(cells)))).isEqualTo(bytes);
    }

    @Property
    void givenAnyText_whenProtected_thenItIsNoFormula_andTakingItOffGivesItBack(@ForAll("texts") String text) {
        var written = Protection.on(text);

        assertThat(written.strip()).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-");
        assertThat(written.strip()).doesNotStartWith("@").doesNotStartWith("\uFF1D");
        assertThat(Protection.off(written)).isEqualTo(text);
        assertThat(Protection.off(Protection.onTyped(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u3000=1",
                "\u00A0+1",
                "\uFF1DA1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20a",
                "- first\n- second",
                "'=1",
                "''=1"
            })
    void givenTextThatASpreadsheetWouldEvaluate_whenWrittenAsCsv_thenItHasAnApostropheInFront(String text) {
        assertThat(Protection.on(text)).isEqualTo("'" + text);
        assertThat(new String(Csv.write(sheet(List.of(text))), StandardCharsets.UTF_8))
                .contains("'" + text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            said_on pledge title inequality lead   | PLEDGES
            pledge title reason                     | AMENDMENTS
            pledge measures reason                  | AMENDMENTS
            pledge period status narrative          | PROGRESS
            pledge period status narrative reason   | CORRECTIONS
            said_on pledge reason                   | WITHDRAWALS
            pledge teams reason                     |
            pledge reason                           |
            framework version data                  | ASSESSMENTS
            framework version data reason           | ASSESSMENTS
            item value                              | ANSWERS
            framework item                          | ITEMS
            measure value                           | READINGS
            title url                               | EVIDENCE
            nothing                                   |
            """)
    void givenSomeOfItsColumns_whenASheetComesAlone_thenItIsKnownByThemOrNotAtAll(
            String columns, @Nullable SheetKind kind) {
        assertThat(SheetKind.withColumns(Arrays.stream(("# " + columns).split(" ", -1))
                        .map(column -> column.replace('_', ' '))
                        .collect(toSet())))
                .isEqualTo(Optional.ofNullable(kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'tis the season", "a=b", "1-2", "#1", "text"})
    void givenOrdinaryText_whenWritten_thenItIsAsItWas(String text) {
        assertThat(Protection.on(text)).isEqualTo(text);
        assertThat(Protection.onTyped(text)).isEqualTo(text);
    }

    @Test
    void givenNegativeNumber_whenWrittenAsCsv_thenItIsANumber() {
        assertThat(new String(Csv.write(sheet(List.of(new BigDecimal("-2.50")))), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF0\r\n-2.50\r\n");
    }

    @Test
    void givenWorkbookConvertedFromCsv_whenRead_thenTheProtectionIsOff() {
        var converted = Xlsx.write(List.of(sheet(List.of("x"))));

        var cell = cell(altered(converted, "xl/sharedStrings.xml", part -> part.replace(">x<", ">'=1+1<")));

        assertThat(cell.text()).isEqualTo("=1+1");
    }

    @Test
    void givenCellsOfAPerson_whenRead_thenWhatIsSeenIsReadOrRefused() {
        assertThat(raw("<c r=\"A2\"><v>0.30000000000000004</v></c>").text()).isEqualTo("0.3");
        assertThat(raw("<c r=\"A2\"><f>1+1</f><v>2</v></c>").text()).isEqualTo("2");
        assertThat(raw("<c r=\"A2\"><f>1+1</f></c>").fault()).contains("no result yet");
        assertThat(raw("<c r=\"A2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>").fault())
                .contains("error");
        assertThat(raw("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>").fault()).contains("error");
        assertThat(raw("<c r=\"A2\" t=\"b\"><v>1</v></c>").text()).isEqualTo("TRUE");
        assertThat(raw("<c r=\"A2\"><v>45017</v></c>").day()).isEqualTo(LocalDate.of(2023, 4, 1));
        assertThat(raw("<c r=\"A2\"><v>45017.5</v></c>").day()).isNull();
        assertThat(raw("<c r=\"A2\"><v>1E+300</v></c>").day()).isNull();
        assertThat(raw("<c r=\"A2\" t=\"inlineStr\"><is><t>a_x000D_b</t></is></c>")
                        .text())
                .isEqualTo("a\rb");
    }

    @Test
    void givenACellThatShowsAPercentage_whenRead_thenItIsRefused() {
        var bytes = Xlsx.write(List.of(sheet(List.of(LocalDate.of(2023, 4, 1)))));

        assertThat(cell(altered(bytes, "xl/styles.xml", part -> part.replace("yyyy-mm-dd", "0.0%")))
                        .fault())
                .contains("percentage");
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "<c r=\"ZZZZZZ1\"><v>1</v></c>",
                "<c r=\"-1\"><v>1</v></c>",
                "<c r=\"A1\" t=\"s\"><v>2000000000</v></c>",
                "<c r=\"A1\" t=\"s\"><v>-1</v></c>",
                "<c r=\"A1\" t=\"s\"><v>999999</v></c>",
                "<c r=\"A1\" t=\"nonsense\"><v>1</v></c>",
                "<c r=\"A1\"><f t=\"shared\" si=\"7\"/></c>",
                "<c r=\"A1\"><v>&lol;</v></c>",
                "</row>"
            })
    void givenHostileCell_whenRead_thenItIsRefusedAtOnceOrAFault(String cell) {
        try {
            assertThat(raw(cell).fault()).isNotNull();
        } catch (Refused refused) {
            assertThat(refused.refusal().status()).isEqualTo(400);
        }
    }

    @Test
    void givenADocumentType_whenRead_thenItIsRefused() {
        var bytes = Xlsx.write(List.of(sheet(List.of("x"))));
        var bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>";

        for (var part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml")) {
            var evil = altered(bytes, part, xml -> xml.replaceFirst("\\?>", "?>" + bomb));
            assertThatThrownBy(() -> Xlsx.read(evil)).isInstanceOf(Refused.class);
        }
    }

    @Test
    @Timeout(20)
    void givenAZipThatIsLargeUnpacked_whenRead_thenItIsRefused() {
        var zeros = new byte[17 << 20];
        var bomb = Zipped.write(Map.of("[Content_Types].xml", zeros));

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> Xlsx.read(bomb)).isInstanceOf(Refused.class).hasMessageContaining("16 MiB");
        assertThatThrownBy(() -> Zipped.grids(bomb)).isInstanceOf(Refused.class);
        var many = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < 200; i++) {
            many.put(i + ".csv", new byte[0]);
        }
        assertThatThrownBy(() -> Zipped.grids(Zipped.write(many))).isInstanceOf(Refused.class);
    }

    @Test
    void givenASheetPartUnderAnotherName_whenRead_thenItDoesNotSlipPast() {
        var parts = new LinkedHashMap<>(Zipped.read(Xlsx.write(List.of(sheet(List.of("x"))))));
        parts.put("xl/worksheets/sheet1.bin", Objects.requireNonNull(parts.remove("xl/worksheets/sheet1.xml")));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, part) -> new String(part, StandardCharsets.UTF_8)
                        .replace("sheet1.xml", "sheet1.bin")
                        .getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Xlsx.read(Zipped.write(parts))).isInstanceOf(Refused.class);
    }

    @Test
    void givenWhatSystemsAddToZips_whenRead_thenItIsPassedOver() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("folder/pledges.CSV", "#\n".getBytes(StandardCharsets.UTF_8));
        files.put("__MACOSX/._pledges.csv", new byte[] {0, 1});
        files.put("folder/.DS_Store", new byte[] {0, 1});

        assertThat(Zipped.grids(Zipped.write(files))).extracting(Grid::name).containsExactly("pledges");
        files.put("notes.txt", new byte[] {0, 1});
        assertThatThrownBy(() -> Zipped.grids(Zipped.write(files)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("notes.txt");
    }

    @Provide
    Arbitrary<List<Object>> cells() {
        return Arbitraries.<Object>oneOf(
                        texts().filter(text -> !text.isBlank()),
                        Arbitraries.bigIntegers()
                                .between(BigInteger.TEN.pow(21).negate(), BigInteger.TEN.pow(21))
                                .map(digits -> Figures.plain(new BigDecimal(digits, 6))),
                        Arbitraries.integers().greaterOrEqual(0),
                        Arbitraries.longs()
                                .between(
                                        LocalDate.of(1900, 1, 1).toEpochDay(),
                                        LocalDate.of(2199, 12, 31).toEpochDay())
                                .map(LocalDate::ofEpochDay))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.of(Arrays.stream(ODD).boxed().toList())),
                        Tuple.of(1, Arbitraries.integers().between(' ', '~')))
                .list()
                .ofMaxSize(12)
                .map(points -> {
                    var text = new StringBuilder();
                    points.forEach(text::appendCodePoint);
                    return text.toString();
                });
    }

    private static Sheet sheet(List<?> cells) {
        var columns = new ArrayList<String>();
        for (int c = 0; c < cells.size(); c++) {
            columns.add(Integer.toString(c));
        }
        return new Sheet("sheet", columns, List.of(List.copyOf(cells)));
    }

    private static @Nullable String text(@Nullable Cell cell) {
        return cell == null ? null : cell.text();
    }

    private static String spelled(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** The one cell in the second row. */
    private static Cell cell(byte[] workbook) {
        return Objects.requireNonNull(Xlsx.read(workbook).get(0).lines().get(1).cell(0));
    }

    private static Cell raw(String cell) {
        var bytes = Xlsx.write(List.of(sheet(List.of(1))));
        return cell(altered(bytes, "xl/worksheets/sheet1.xml", part -> part.replaceFirst("<c r=\"A2\".*?</c>", cell)));
    }

    private static byte[] altered(byte[] workbook, String part, UnaryOperator<String> change) {
        var parts = new LinkedHashMap<>(Zipped.read(workbook));
        parts.computeIfPresent(part, (name, before) -> {
            var text = new String(before, StandardCharsets.UTF_8);
            var after = change.apply(text);
            assertThat(after).isNotEqualTo(text);
            return after.getBytes(StandardCharsets.UTF_8);
        });
        return Zipped.write(parts);
    }
}
