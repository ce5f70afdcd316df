package org.jointcredit.collection.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointcredit.collection.batch.CellReader.Value;
import org.jointcredit.collection.catalogue.FileLayout.Column;
import org.jointcredit.collection.catalogue.FileLayout.Envelope;
import org.jointcredit.collection.record.DocumentNumbers;
import org.jointcredit.collection.table.Line;
import org.jointcredit.contract.event.Procedure;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.DocumentKind;
import org.jointcredit.contract.identity.Names;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.law.Department;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes records of the rows of one file. */
final class RowReader {
    private static final String SOLE_TRADER = "个体工商户";
    private static final Map<String, SubjectKind> SORTS = Map.of(
            "法人及非法人组织", SubjectKind.ORGANISATION, SOLE_TRADER, SubjectKind.ORGANISATION, "自然人", SubjectKind.PERSON);

    private final Heading heading;
    private final Envelope envelope;
    private final boolean office;
    private final @Nullable Procedure procedure;
    private final Map<String, Department> departments = new HashMap<>();

    /**
     * @param office whether rows may be any department's
     * @param procedure of the file's penalties, where it is known
     */
    RowReader(Heading heading, List<Department> departments, boolean office, @Nullable Procedure procedure) {
        this.heading = heading;
        this.envelope = heading.layout().envelope();
        this.office = office;
        this.procedure = procedure;
        departments.forEach(department -> this.departments.put(Names.fold(department.name()), department));
    }

    Row read(Line line) {
        Map<String, String> values = new LinkedHashMap<>();
        heading.layout().fields().forEach(field -> values.put(field, ""));
        Map<String, FieldError> wrong = new LinkedHashMap<>();
        for (Heading.Place place : heading.places()) {
            Column column = place.column();
            switch (CellReader.read(line.cell(place.index()), column.kind())) {
                case Value.Fine(String text) ->
                    column.targets().forEach(field -> values.merge(field, text, RowReader::joined));
                case Value.Wrong(ErrorCode code, String hint) -> {
                    String field = column.targets().getFirst();
                    wrong.putIfAbsent(field, new FieldError(field, code, hint, null));
                }
            }
        }
        nameProvider(values, wrong);
        SubjectKind kind = kind(values, wrong);
        return new Row(envelope, body(values, wrong, kind), wrong, key(values, kind));
    }

    /** A second kind of penalty stands in a column of its own. */
    private static String joined(String one, String other) {
        return one.isEmpty() ? other : other.isEmpty() ? one : one + ";" + other;
    }

    /** A layout without codes names the department. */
    private void nameProvider(Map<String, String> values, Map<String, FieldError> wrong) {
        String name = values.getOrDefault(envelope.authority(), "");
        if (values.containsKey(envelope.providerCode()) || name.isEmpty()) {
            return;
        }
        Optional<String> code =
                Optional.ofNullable(departments.get(Names.fold(name))).map(Department::unifiedCode);
        if (code.isPresent()) {
            values.put(envelope.authorityCode(), code.get());
            values.put(envelope.providerCode(), code.get());
        } else {
            ErrorCode unknown = office ? ErrorCode.UNKNOWN_CODE : ErrorCode.NOT_YOURS;
            wrong.putIfAbsent(envelope.authority(), new FieldError(envelope.authority(), unknown));
        }
    }

    /** A layout without sorts of subject tells by the number that is given. */
    private @Nullable SubjectKind kind(Map<String, String> values, Map<String, FieldError> wrong) {
        String sort = values.get(envelope.sort());
        boolean code = isGiven(envelope.code(), values, wrong);
        boolean person = isGiven(envelope.idNumber(), values, wrong);
        SubjectKind byNumber = person && !code ? SubjectKind.PERSON : SubjectKind.ORGANISATION;
        if (sort == null) {
            if (person && code) {
                values.put(envelope.sort(), SOLE_TRADER);
            }
            return byNumber;
        }
        if (wrong.containsKey(envelope.sort())) {
            return byNumber;
        }
        if (sort.isEmpty()) {
            return null;
        }
        SubjectKind kind = SORTS.get(sort);
        if (kind == null) {
            wrong.put(envelope.sort(), new FieldError(envelope.sort(), ErrorCode.UNKNOWN_CODE));
        }
        return kind == null ? byNumber : kind;
    }

    private static boolean isGiven(String field, Map<String, String> values, Map<String, FieldError> wrong) {
        return !values.getOrDefault(field, "").isEmpty() || wrong.containsKey(field);
    }

    private ObjectNode body(Map<String, String> values, Map<String, FieldError> wrong, @Nullable SubjectKind kind) {
        var nodes = JsonNodeFactory.instance;
        ObjectNode fields = nodes.objectNode();
        values.forEach(fields::put);
        // what could not be read is no text, and so surely refused, while everything else is judged with it
        wrong.keySet().forEach(field -> fields.put(field, 0));
        ObjectNode body = nodes.objectNode();
        copy(fields, envelope.number(), body, "number");
        body.put("item", heading.layout().item());
        ObjectNode subject = body.putObject("subject");
        if (kind != null) {
            subject.put("kind", kind.name());
        }
        copy(fields, envelope.code(), subject, "code");
        if (kind != SubjectKind.ORGANISATION) {
            copy(fields, envelope.idNumber(), subject, "idNumber");
            copy(fields, envelope.documentKind(), subject, "documentKind");
        }
        copy(fields, envelope.name(), subject, "name");
        copy(fields, envelope.decidedOn(), body, "decidedOn");
        if (procedure != null && heading.layout().procedures()) {
            body.put("procedure", procedure.name());
        }
        return body.set("fields", fields);
    }

    private static void copy(ObjectNode fields, String field, ObjectNode to, String name) {
        var value = fields.get(field);
        if (value != null && !(value.isString() && value.stringValue().isEmpty())) {
            to.set(name, value);
        }
    }

    /** Document number, subject and deciding body; null where one of them is not said. */
    private @Nullable String key(Map<String, String> values, @Nullable SubjectKind kind) {
        String number = values.getOrDefault(envelope.number(), "");
        String code = values.getOrDefault(envelope.code(), "");
        String subject =
                kind == SubjectKind.PERSON || code.isEmpty() ? values.getOrDefault(envelope.idNumber(), "") : code;
        String authority = values.getOrDefault(envelope.authorityCode(), "");
        String body = authority.isEmpty() ? Names.fold(values.getOrDefault(envelope.authority(), "")) : authority;
        if (number.isEmpty() || subject.isEmpty() || body.isEmpty()) {
            return null;
        }
        String document = documentKind(values.getOrDefault(envelope.documentKind(), ""));
        return String.join(
                "\u001F",
                DocumentNumbers.fold(number),
                kind == SubjectKind.PERSON ? document + "/" + subject : subject,
                body);
    }

    /** Nothing said means a citizen's card. */
    private static String documentKind(String said) {
        return said.isBlank()
                ? DocumentKind.CITIZEN.code()
                : DocumentKind.read(said) instanceof Read.Good<DocumentKind>(DocumentKind kind, var _)
                        ? kind.code()
                        : said;
    }

    /**
     * A row as a record.
     *
     * @param wrong what could not be read, by field
     * @param key equal for rows that are about the same decision; null: it cannot be told
     */
    record Row(
            Envelope envelope,
            ObjectNode body,
            Map<String, FieldError> wrong,
            @Nullable String key) {

        /** The errors of the row: those of its cells, and what the record was refused for besides. */
        List<FieldError> errors(List<FieldError> ofRecord) {
            Map<String, FieldError> errors = new LinkedHashMap<>();
            wrong.values().forEach(error -> errors.put(error.field() + ' ' + error.code(), error));
            for (FieldError error : ofRecord) {
                String field = field(error.field());
                if (!wrong.containsKey(field)) {
                    errors.putIfAbsent(
                            field + ' ' + error.code(),
                            new FieldError(field, error.code(), error.message(), error.basis()));
                }
            }
            return new ArrayList<>(errors.values());
        }

        /** The field of a row that a path in a record means. */
        String field(String path) {
            if (path.startsWith("fields.")) {
                return path.substring("fields.".length());
            }
            return switch (path) {
                case "number" -> envelope.number();
                case "subject.kind" -> hasSort() ? envelope.sort() : envelope.code();
                case "subject", "subject.code" -> envelope.code();
                case "subject.idNumber" -> envelope.idNumber();
                case "subject.documentKind" -> envelope.documentKind();
                case "subject.name" -> envelope.name();
                case "decidedOn" -> envelope.decidedOn();
                default -> path;
            };
        }

        private boolean hasSort() {
            return body.path("fields").has(envelope.sort());
        }
    }
}
