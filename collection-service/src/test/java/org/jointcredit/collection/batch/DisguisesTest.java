package org.jointcredit.collection.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jointcredit.collection.Fixtures;
import org.jointcredit.collection.catalogue.ColumnKind;
import org.jointcredit.collection.catalogue.FileLayout;
import org.jointcredit.collection.catalogue.FileLayouts;
import org.jointcredit.collection.table.Bytes;
import org.jointcredit.collection.table.Cell;
import org.jointcredit.collection.table.Line;
import org.jointcredit.collection.table.TableWriter;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.law.Departments;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** However a department's software disguises a row, it is the same record; what has lost something is refused. */
class DisguisesTest {
    private static final FileLayout LAYOUT =
            FileLayouts.shipped().inForce(Fixtures.TODAY).getFirst();
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private record File(List<FileLayout.Column> columns, List<List<Cell>> rows) {}

    @Test
    void anyDisguiseGivesTheSameRecord() throws IOException {
        for (int file = 0; file < 30; file++) {
            List<Map<String, String>> rows = new ArrayList<>();
            for (int row = 0; row < 20; row++) {
                rows.add(row(file * 100 + row));
            }
            List<ObjectNode> plain = bodies(read(csv(disguised(rows, false), UTF_8)));
            byte[] bytes = switch (random.nextInt(4)) {
                case 0 -> csv(disguised(rows, true), GB18030);
                case 1 -> csv(disguised(rows, true), UTF_8);
                case 2 -> mark(csv(disguised(rows, true), UTF_8));
                default -> xlsx(disguised(rows, true));
            };

            assertThat(bodies(read(bytes))).as("seed %d, file %d", seed, file).isEqualTo(plain);
        }
    }

    @Test
    void whatASpreadsheetHasMadeOfACodeIsRefusedInItsColumn() throws IOException {
        for (String column : List.of("cf_xdr_shxym", "cf_xdr_gszc", "cf_fr_sfzh", "cf_wsh", "cf_cfjgdm")) {
            for (Cell spoilt : List.of(
                    new Cell(Cell.Kind.NUMBER, "911504030000000000"),
                    Cell.text("9.11504E+17"),
                    Cell.text("9115\u200B0403"))) {
                File file = disguised(List.of(row(1)), false);
                int index = file.columns().stream()
                        .map(FileLayout.Column::name)
                        .toList()
                        .indexOf(column);
                List<Cell> cells = new ArrayList<>(file.rows().getFirst());
                cells.set(index, spoilt);

                List<RowReader.Row> rows = read(xlsx(new File(file.columns(), List.of(cells))));

                assertThat(rows.getFirst().errors(List.of()))
                        .extracting(error -> error.field() + " " + error.code())
                        .containsExactly(column + " " + ErrorCode.FORMAT);
            }
        }
    }

    private Map<String, String> row(int number) {
        Map<String, String> row = new LinkedHashMap<>();
        LAYOUT.columns().forEach(column -> row.put(column.name(), ""));
        row.put("cf_xdr_mc", "元宝山（" + number + "）有限公司");
        row.put("cf_xdr_lb", "法人及非法人组织");
        row.put("cf_xdr_shxym", "91150403FAKE000800");
        row.put("cf_xdr_gszc", "150403000" + (100_000 + number));
        row.put("cf_frdb", "李·示例");
        row.put("cf_fr_zjlx", "身份证");
        row.put("cf_fr_sfzh", "99999919900101004X");
        row.put("cf_wsh", "元市监罚〔2026〕" + number + "号");
        row.put("cf_sy", random.nextBoolean() ? "第一行，\n“第二行”,\"引\"" : "=甲+乙");
        row.put("cf_cflb", "罚款");
        row.put(
                "cf_nr_fk",
                new BigDecimal(random.nextInt(1, 9_999_999))
                        .movePointLeft(random.nextInt(7))
                        .toPlainString());
        row.put("cf_jdrq", Fixtures.TODAY.minusDays(random.nextInt(2_000)).toString());
        row.put("cf_cfjgdm", "11150403MB1A000362");
        return row;
    }

    private File disguised(List<Map<String, String>> rows, boolean disguised) {
        List<FileLayout.Column> columns = new ArrayList<>(LAYOUT.columns());
        if (disguised) {
            Collections.shuffle(columns, random);
        }
        return new File(
                columns,
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> disguised
                                        ? disguise(row.getOrDefault(column.name(), ""), column.kind())
                                        : Cell.text(row.getOrDefault(column.name(), "")))
                                .toList())
                        .toList());
    }

    private Cell disguise(String text, ColumnKind kind) {
        if (text.isEmpty()) {
            return Cell.text(random.nextBoolean() ? "" : " \u3000");
        }
        return switch (kind) {
            case CODE, SORT, KINDS ->
                Cell.text(guard(random.nextBoolean() ? wide(text) : text.toLowerCase(Locale.ROOT)));
            case NUMBER -> Cell.text(guard(text));
            case DATE -> date(LocalDate.parse(text));
            case AMOUNT -> random.nextBoolean() ? Cell.text(guard(wide(text))) : Cell.text(text);
            case NAME, PROSE, DIGITS, STAMP -> Cell.text("\uFEFF\u00A0" + text + "\u2003");
        };
    }

    private Cell date(LocalDate day) {
        return Cell.text(
                switch (random.nextInt(5)) {
                    case 0 -> "%d/%d/%d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
                    case 1 -> day.toString().replace("-", "");
                    case 2 -> "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
                    case 3 -> wide(day.toString());
                    default -> guard(day.toString());
                });
    }

    private String guard(String text) {
        return switch (random.nextInt(4)) {
            case 0 -> "\t" + text;
            case 1 -> "=\"" + text + "\"";
            case 2 -> "'" + text;
            default -> text;
        };
    }

    private static String wide(String text) {
        var wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > ' ' && c < 0x7F ? c + 0xFEE0 : c)));
        return wide.toString();
    }

    private byte[] csv(File file, Charset charset) {
        var text = new StringBuilder();
        text.append(String.join(",", names(file))).append("\r\n");
        file.rows()
                .forEach(row -> text.append(String.join(
                                ",",
                                row.stream()
                                        .map(cell -> "\"" + cell.text().replace("\"", "\"\"") + "\"")
                                        .toList()))
                        .append("\r\n"));
        return text.toString().getBytes(charset);
    }

    private static byte[] mark(byte[] utf8) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("\uFEFF".getBytes(UTF_8));
        bytes.writeBytes(utf8);
        return bytes.toByteArray();
    }

    /** Written as we write correction files: what begins like a formula is guarded, and read without the guard. */
    private byte[] xlsx(File file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (TableWriter table = TableWriter.xlsx(bytes)) {
            table.row(names(file).stream().map(Cell::text).toList());
            file.rows().forEach(table::row);
        }
        return bytes.toByteArray();
    }

    private List<String> names(File file) {
        return file.columns().stream()
                .map(column -> switch (random.nextInt(3)) {
                    case 0 -> column.name().toUpperCase(Locale.ROOT);
                    case 1 -> column.labels().getFirst();
                    default -> column.name();
                })
                .toList();
    }

    private static List<RowReader.Row> read(byte[] bytes) {
        List<Line> lines = Bytes.read(bytes);
        Heading heading = Heading.read(lines.getFirst(), FileLayouts.shipped().inForce(Fixtures.TODAY));
        var reader = new RowReader(heading, Departments.load().all(), true, null);
        return lines.stream().skip(1).map(reader::read).toList();
    }

    private static List<ObjectNode> bodies(List<RowReader.Row> rows) {
        assertThat(rows).allSatisfy(row -> assertThat(row.wrong()).isEmpty());
        return rows.stream().map(RowReader.Row::body).toList();
    }
}
