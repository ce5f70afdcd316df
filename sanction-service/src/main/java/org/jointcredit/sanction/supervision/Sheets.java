package org.jointcredit.sanction.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jointcredit.sanction.sheet.Workbooks.Book;
import org.jspecify.annotations.Nullable;

/** The figures as sheets. */
final class Sheets {

    private static final String[] COUNTS = {"count", "executed", "declined", "overdue", "flagged"};

    private Sheets() {}

    /**
     * What codes are called in the reader's language.
     *
     * @param agency the name of an agency's code
     * @param measure the name of a measure's code
     */
    record Names(UnaryOperator<String> agency, UnaryOperator<String> measure) {}

    static void overview(Book book, Overview overview, Names names) {
        book.sheet("overview", new String[] {"figure", "value"}, sheet -> {
            sheet.row(book.label("asOf"), overview.asOf().toInstant());
            sheet.row(book.label("total"), overview.total());
            overview.byLegal().forEach(sheet::row);
            overview.byAgencyState().forEach(sheet::row);
            sheet.row(book.label("overdue"), overview.overdue());
            sheet.row(book.label("flagged"), overview.flagged());
            sheet.row(book.label("appliedWhileOnHold"), overview.appliedWhileOnHold());
            sheet.row(book.label("medianToReceive"), overview.timeToReceive().median());
            sheet.row(book.label("p90ToReceive"), overview.timeToReceive().p90());
            sheet.row(book.label("medianToExecute"), overview.timeToExecute().median());
            sheet.row(book.label("p90ToExecute"), overview.timeToExecute().p90());
        });
        parts(book, "byAgency", overview.byAgency(), names, "agency", "agencyName");
        parts(book, "byMeasure", overview.byMeasure(), names, "measure", "measureName");
        parts(book, "byListType", overview.byListType(), names, "listType");
        parts(book, "byMonth", overview.byMonth(), names, "month");
        parts(
                book,
                "byAgencyAndMeasure",
                overview.byAgencyAndMeasure(),
                names,
                "agency",
                "agencyName",
                "measure",
                "measureName");
    }

    /** @param keys what the parts are of: the columns before the counts */
    private static void parts(Book book, String name, List<Overview.Share> shares, Names names, String... keys) {
        String[] columns = Stream.concat(Stream.of(keys), Stream.of(COUNTS)).toArray(String[]::new);
        book.sheet(name, columns, sheet -> {
            for (Overview.Share share : shares) {
                List<@Nullable Object> cells = new ArrayList<>();
                for (String column : keys) {
                    cells.add(
                            switch (column) {
                                case "agency" -> share.agency();
                                case "agencyName" -> named(names.agency(), share.agency());
                                case "measure" -> share.measure();
                                case "measureName" -> named(names.measure(), share.measure());
                                case "listType" -> share.listType();
                                default -> share.month();
                            });
                }
                cells.addAll(
                        List.of(share.count(), share.executed(), share.declined(), share.overdue(), share.flagged()));
                sheet.row(cells.toArray());
            }
        });
    }

    private static @Nullable String named(UnaryOperator<String> names, @Nullable String code) {
        return code == null ? null : names.apply(code);
    }

    static void agencies(Book book, List<AgencyFigures> agencies, Locale language) {
        boolean english = language.getLanguage().equals("en");
        String[] columns = {
            "agency",
            "name",
            "total",
            "executed",
            "declined",
            "overdue",
            "flagged",
            "appliedWhileOnHold",
            "medianToReceive",
            "p90ToReceive",
            "medianToExecute",
            "p90ToExecute"
        };
        book.sheet(
                "agencies",
                columns,
                sheet -> agencies.forEach(agency -> sheet.row(
                        agency.agency(),
                        english ? agency.nameEn() : agency.name(),
                        agency.total(),
                        agency.executed(),
                        agency.declined(),
                        agency.overdue(),
                        agency.flagged(),
                        agency.appliedWhileOnHold(),
                        agency.timeToReceive().median(),
                        agency.timeToReceive().p90(),
                        agency.timeToExecute().median(),
                        agency.timeToExecute().p90())));
    }

    static void overdue(Book book, Consumer<Consumer<OverdueNotice>> all) {
        String[] columns = {"notice", "listing", "listType", "measure", "text", "agency", "owes", "dueNow", "daysLate"};
        book.sheet(
                "overdue",
                columns,
                sheet -> all.accept(notice -> sheet.row(
                        notice.notice(),
                        notice.listingNumber(),
                        notice.listType(),
                        notice.measure(),
                        notice.text(),
                        notice.agencyName(),
                        notice.owes(),
                        notice.dueNow(),
                        notice.daysLate())));
    }
}
