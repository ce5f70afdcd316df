package org.jointcredit.sanction.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jointcredit.sanction.sheet.Workbooks.Book;
import org.jspecify.annotations.Nullable;

/** The figures as sheets. */
final class Sheets {

    private static final String[] COUNTS = {"count", "executed", "declined", "overdue", "flagged"};

    private Sheets() {}

    static void overview(Book book, Overview overview) {
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
        parts(book, "byAgency", overview.byAgency(), "agency");
        parts(book, "byMeasure", overview.byMeasure(), "measure");
        parts(book, "byListType", overview.byListType(), "listType");
        parts(book, "byMonth", overview.byMonth(), "month");
        parts(book, "byAgencyAndMeasure", overview.byAgencyAndMeasure(), "agency", "measure");
    }

    /** @param names of the parts: the columns before the counts */
    private static void parts(Book book, String name, List<Overview.Share> shares, String... names) {
        String[] columns = Stream.concat(Stream.of(names), Stream.of(COUNTS)).toArray(String[]::new);
        book.sheet(name, columns, sheet -> {
            for (Overview.Share share : shares) {
                List<@Nullable Object> cells = new ArrayList<>();
                for (String column : names) {
                    cells.add(
                            switch (column) {
                                case "agency" -> share.agency();
                                case "measure" -> share.measure();
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
