package org.jointcredit.local.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jointcredit.contract.event.ActionChanged;
import org.jointcredit.contract.event.Legal;
import org.jointcredit.contract.event.Receipt;
import org.jointcredit.local.Failure;
import org.jointcredit.local.LocalSystem;
import org.jointcredit.local.demo.Act.HandIn;

/// What goes on in the district, a year of it or less: day by day the business clocks are moved, departments hand in,
/// change and end listings, hand
/// in
/// their records, and agencies answer, late ones and forgetful ones among them. All of it goes through the front doors.
/// Where it is
/// stopped it goes on; done twice it changes nothing.
public final class Demonstration implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalSystem system;
    private final Consumer<String> progress;
    private final DemonstrationState state;
    private final Clocks clocks;
    private final Submissions submissions;
    private final Happened happened;
    private final Map<String, Desk> desks = new LinkedHashMap<>();
    /// By number.
    private final Map<String, String> ids = new HashMap<>();
    /// How often the joint action of each listing has to have changed.
    private final Map<String, Integer> expected = new HashMap<>();
    /// Handed in so far.
    private int records;

    private Demonstration(LocalSystem system, Period length, Consumer<String> progress) {
        this.system = system;
        this.progress = progress;
        this.state = DemonstrationState.of(system, length);
        var doors = new Doors(system);
        this.clocks = new Clocks(system, doors);
        this.submissions = new Submissions(doors);
        this.happened = new Happened(system);
        system.departments().forEach(each -> desks.put(each.code(), new Desk(system, each.code(), state.seed())));
    }

    /// Plays it on a running system, until today.
    ///
    /// @param length how long it lasts, where none has begun yet
    /// @param progress takes a line a month
    /// @return the table for the terminal
    /// @throws Failure when a listing is refused, or something does not happen in time
    public static String play(LocalSystem system, Period length, Consumer<String> progress) {
        var began = System.nanoTime();
        try (var demonstration = new Demonstration(system, length, progress)) {
            demonstration.play();
        }
        return Table.of(system, (System.nanoTime() - began) / 1e9);
    }

    private void play() {
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var year = Year.of(state.seed(), state.from(), state.to());
        var ledgers = Ledgers.of(state.seed(), state.from(), state.to(), year.values());
        progress.accept("  seed " + state.seed() + ", " + state.from() + " to " + state.to());
        if (clocks.today().isAfter(state.from()) && !clocks.moveTo(state.from())) {
            progress.accept("  Something has happened in this system already: the clock stays at " + clocks.today()
                    + ", what lies before it is done then.");
        }
        for (var day = state.from(); !day.isAfter(state.to()); day = day.plusDays(1)) {
            if (clocks.today().isBefore(day)) {
                clocks.moveTo(day);
            }
            act(year, day);
            ledgers.getOrDefault(day, List.of()).forEach(this::handIn);
            if (day.equals(YearMonth.from(day).atEndOfMonth()) || day.equals(state.to())) {
                progress.accept("  " + YearMonth.from(day) + "   " + expected.size() + " listings, " + records
                        + " records so far");
            }
        }
        if (clocks.today().isBefore(today)) {
            clocks.moveTo(today);
        }
    }

    private void act(TreeMap<LocalDate, List<Act>> year, LocalDate day) {
        var acts = year.getOrDefault(day, List.of());
        acts.forEach(this::submit);
        await("collection to answer the listings of " + day, () -> acts.stream().allMatch(this::isAnswered));
        await(
                "the joint actions of " + day,
                () -> expected.entrySet().stream()
                        .allMatch(each -> happened.changes(id(each.getKey())) >= each.getValue()));
        await(
                "the notices of " + day,
                () -> acts.stream()
                        .flatMap(act -> happened.notices(id(act.number())).stream())
                        .allMatch(this::isTold));
        if (!Year.isWeekend(day)) {
            work(day);
        }
    }

    private void handIn(Ledger ledger) {
        var batch = submissions.handIn(ledger);
        await(
                "collection to answer the records of " + ledger.department() + " of " + ledger.day(),
                () -> submissions.isDone(ledger, batch));
        records += ledger.records().size();
    }

    private void submit(Act act) {
        switch (act) {
            case HandIn handIn -> {
                switch (handIn.way()) {
                    case SYSTEM_OVER_REST ->
                        ids.put(
                                act.number(),
                                submissions.bySystem(handIn.sample()).id());
                    case OFFICERS ->
                        ids.put(
                                act.number(),
                                submissions.byOfficers(handIn.sample()).id());
                    case WAITING ->
                        ids.put(
                                act.number(),
                                submissions.propose(handIn.sample()).id());
                    case SYSTEM_OVER_KAFKA -> desk(act.department()).submit(act);
                }
                if (handIn.triggers() && handIn.way() != Act.Way.WAITING) {
                    expected.put(act.number(), 1);
                }
            }
            case Act.Change _, Act.Ending _ -> {
                desk(act.department()).submit(act);
                expected.merge(act.number(), 1, Integer::sum);
            }
        }
    }

    private boolean isAnswered(Act act) {
        if (act instanceof HandIn handIn && handIn.way() != Act.Way.SYSTEM_OVER_KAFKA) {
            return true;
        }
        var receipt = desk(act.department()).receipt(act);
        if (receipt == null) {
            return false;
        }
        if (receipt.outcome() == Receipt.Outcome.REFUSED || receipt.id() == null) {
            throw Submissions.refused(act.number(), receipt);
        }
        ids.put(act.number(), receipt.id());
        return true;
    }

    private boolean isTold(ActionChanged.Notice notice) {
        return notice.legal() == Legal.SUSPENDED || desk(notice.agency()).knows(notice.id(), notice.legal());
    }

    /// Agencies report what they do on a day, and sanction has it before the day is over.
    private void work(LocalDate day) {
        desks.values().forEach(Desk::read);
        Set<String> reports = new HashSet<>();
        desks.values().forEach(desk -> reports.addAll(desk.work(day, clocks.now())));
        await("the reports of " + day, () -> {
            happened.strike(reports);
            return reports.isEmpty();
        });
    }

    private String id(String number) {
        return Objects.requireNonNull(ids.get(number), number);
    }

    private Desk desk(String department) {
        return Objects.requireNonNull(desks.get(department), department);
    }

    private void await(String what, BooleanSupplier done) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new Failure("The demonstration waited " + PATIENCE.toSeconds() + " s for " + what
                        + "; see infra/local/logs collection and sanction. infra/local/up --demo goes on from there.");
            }
            happened.read();
            desks.values().forEach(Desk::read);
        }
    }

    @Override
    public void close() {
        happened.close();
        desks.values().forEach(Desk::close);
    }
}
