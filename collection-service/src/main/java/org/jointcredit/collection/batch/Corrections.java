package org.jointcredit.collection.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jointcredit.collection.table.Cell;
import org.jointcredit.collection.table.TableWriter;
import org.jointcredit.contract.event.ContractJson;
import org.jointcredit.platform.web.ErrorTexts;
import org.jointcredit.platform.web.Problem;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The refused rows of a batch in its own layout, order and kind, each with its number and the reasons: corrected, the
 * file goes back in as it is.
 */
@Component
final class Corrections {
    private final BatchStore store;
    private final ErrorTexts texts;

    Corrections(BatchStore store, ErrorTexts texts) {
        this.store = store;
        this.texts = texts;
    }

    /** @throws Problem 409 where there is none yet */
    void write(Batch batch, Locale language, HttpServletResponse response) {
        if (batch.state() != BatchState.DONE || batch.kind() == null) {
            throw Problem.wrongState("detail.batchNotDone");
        }
        response.setContentType(
                switch (batch.kind()) {
                    case CSV -> "text/csv;charset=UTF-8";
                    case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
                    case JSON -> "application/json";
                });
        String name = "corrections." + batch.kind().name().toLowerCase(Locale.ROOT);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        try (OutputStream to = response.getOutputStream()) {
            if (batch.kind() == BatchKind.JSON) {
                list(batch, language, to);
            } else {
                table(batch, language, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void table(Batch batch, Locale language, OutputStream to) throws IOException {
        try (TableWriter table = batch.kind() == BatchKind.CSV ? TableWriter.csv(to) : TableWriter.xlsx(to)) {
            List<Cell> names = new ArrayList<>();
            batch.names().forEach(name -> names.add(Cell.text(name)));
            names.add(Cell.text(Heading.ROW));
            names.add(Cell.text(Heading.REASONS));
            table.row(names);
            store.refused(batch.id(), row -> {
                List<Cell> cells = new ArrayList<>(CellsJson.read(Objects.requireNonNull(row.content())));
                while (batch.kind() == BatchKind.XLSX
                        && cells.size() < batch.names().size()) {
                    cells.add(Cell.EMPTY);
                }
                cells.add(new Cell(Cell.Kind.NUMBER, Integer.toString(row.row())));
                cells.add(Cell.text(reasons(row, language)));
                table.row(cells);
            });
        }
    }

    private void list(Batch batch, Locale language, OutputStream to) throws IOException {
        to.write('[');
        boolean[] first = {true};
        store.refused(batch.id(), row -> {
            JsonNode node = ContractJson.mapper().readTree(Objects.requireNonNull(row.content()));
            if (node instanceof ObjectNode object) {
                object.put(Heading.ROW, row.row()).put(Heading.REASONS, reasons(row, language));
            }
            try {
                to.write(((first[0] ? "\n" : ",\n") + node).getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            first[0] = false;
        });
        to.write("\n]\n".getBytes(UTF_8));
    }

    private String reasons(AnsweredRow row, Locale language) {
        return texts.render(row.errors(), language).stream()
                .map(error -> {
                    String sentence = Objects.requireNonNullElse(error.message(), "");
                    return error.field().isEmpty()
                            ? sentence
                            : texts.text("corrections.reason", language, error.field(), sentence);
                })
                .collect(Collectors.joining("\n"));
    }
}
