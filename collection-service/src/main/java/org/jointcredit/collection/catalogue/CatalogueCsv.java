package org.jointcredit.collection.catalogue;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.jointcredit.platform.law.LawVersion;

/** The catalogue as a table, RFC 4180, one line for each field of each item. */
final class CatalogueCsv {
    private static final String HEADING = "code,name,nameEn,subjects,category,providers,basis,disclosure,updateCycle,"
            + "active,version,effectiveFrom,field,label,labelEn,type,max,required,public,values";
    /** A spreadsheet reads UTF-8 where it finds this mark. */
    private static final String MARK = "\ufeff";

    private CatalogueCsv() {}

    static String of(LawVersion<CatalogueItem> version) {
        return version.entries().stream()
                .flatMap(item -> item.fields().stream().map(field -> line(item, field, version)))
                .collect(joining("\r\n", MARK + HEADING + "\r\n", "\r\n"));
    }

    private static String line(CatalogueItem item, ItemField field, LawVersion<CatalogueItem> version) {
        return Stream.of(
                        item.code(),
                        item.name(),
                        item.nameEn(),
                        list(item.subjects()),
                        item.category(),
                        list(item.providers()),
                        item.basis(),
                        item.disclosure(),
                        item.updateCycle(),
                        item.active(),
                        version.version(),
                        version.effectiveFrom(),
                        field.name(),
                        field.label(),
                        field.labelEn(),
                        field.type(),
                        field.max() == null ? "" : field.max(),
                        field.required(),
                        field.open(),
                        field.values() == null ? "" : list(field.values()))
                .map(value -> cell(value.toString()))
                .collect(joining(","));
    }

    private static String list(List<?> values) {
        return values.stream().map(Object::toString).collect(joining(";"));
    }

    private static String cell(String text) {
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
