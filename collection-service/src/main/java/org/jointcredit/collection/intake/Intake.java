package org.jointcredit.collection.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jointcredit.collection.catalogue.ForbiddenData;
import org.jointcredit.collection.catalogue.ForbiddenDatum.Rule;
import org.jointcredit.collection.listing.Answer;
import org.jointcredit.collection.listing.ListingService;
import org.jointcredit.collection.record.RecordAnswer;
import org.jointcredit.collection.record.RecordCommands;
import org.jointcredit.collection.record.RecordSubmissions;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Receipt;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.contract.problem.FieldWarning;
import org.jointcredit.platform.eventing.Answers;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.EventHandler;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.ErrorTexts;
import org.jspecify.annotations.Nullable;

/**
 * Takes what departments submit. New listings and records are written many at a time, as long as no number comes twice,
 * so that what is said of one is done in the order it was said.
 */
final class Intake implements EventHandler {
    private static final int LONGEST_REPEATED = 1_000;

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final ListingService listings;
    private final RecordSubmissions records;
    private final RecordCommands commands;
    private final Answers submissions;
    private final ErrorTexts texts;
    private final ForbiddenData forbidden;
    private final BusinessClock clock;

    Intake(
            ListingService listings,
            RecordSubmissions records,
            RecordCommands commands,
            Answers submissions,
            ErrorTexts texts,
            ForbiddenData forbidden,
            BusinessClock clock) {
        this.listings = listings;
        this.records = records;
        this.commands = commands;
        this.submissions = submissions;
        this.texts = texts;
        this.forbidden = forbidden;
        this.clock = clock;
    }

    /**
     * @param number as sent, trimmed; null where there is none that a receipt could repeat
     * @param key of the receipt
     */
    private record Message(
            InboundEvent event, String department, @Nullable String number, String key, Cause cause) {
        String id() {
            return department + '/' + event.headers().id();
        }

        /** A listing and a record may carry one number; to keep their order too costs nothing. */
        String aggregate() {
            return department + '/' + number;
        }

        Sender sender() {
            return new Sender(department, "sys-" + department, true, false, event.topic());
        }
    }

    @Override
    public void handle(List<InboundEvent> events) {
        List<Message> messages = events.stream().map(this::message).toList();
        Set<String> answered =
                submissions.known(messages.stream().map(Message::id).toList());
        submissions.sendAgain(answered);
        Set<String> seen = new LinkedHashSet<>(answered);
        var together = new Together();
        for (Message message : messages) {
            if (!seen.add(message.id())) {
                continue;
            }
            if (together.names(message)) {
                submit(together);
            }
            if (!together.takes(message)) {
                submissions.give(List.of(answered(message, carryOut(message))));
            }
        }
        submit(together);
    }

    /** What is new, in the order it came, as long as no number comes twice. */
    private static final class Together {
        private final List<Message> listings = new ArrayList<>();
        private final List<Message> records = new ArrayList<>();
        private final Set<String> named = new LinkedHashSet<>();

        boolean names(Message message) {
            return named.contains(message.aggregate());
        }

        boolean takes(Message message) {
            boolean taken = switch (message.event().headers().type()) {
                case EventTypes.LISTING_SUBMITTED -> listings.add(message);
                case EventTypes.RECORD_SUBMITTED -> records.add(message);
                default -> false;
            };
            if (taken) {
                named.add(message.aggregate());
            }
            return taken;
        }

        void clear() {
            listings.clear();
            records.clear();
            named.clear();
        }
    }

    private void submit(Together together) {
        List<Answers.Answer> answered = new ArrayList<>();
        List<Answer> ofListings = listings.submit(together.listings.stream()
                .map(message ->
                        new ListingService.Submission(message.event().data(), message.sender(), message.cause()))
                .toList());
        for (int i = 0; i < ofListings.size(); i++) {
            Message message = together.listings.get(i);
            answered.add(answered(message, receipt(message, ofListings.get(i))));
        }
        List<RecordAnswer> ofRecords = records.submit(together.records.stream()
                .map(message -> new RecordSubmissions.Submission(
                        message.event().data(), message.sender(), message.cause(), null, null))
                .toList());
        for (int i = 0; i < ofRecords.size(); i++) {
            Message message = together.records.get(i);
            answered.add(answered(message, receipt(message, ofRecords.get(i))));
        }
        submissions.give(answered);
        together.clear();
    }

    private Receipt carryOut(Message message) {
        return switch (message.event().headers().type()) {
            case EventTypes.LISTING_CHANGE_SUBMITTED -> receipt(message, listings.change(order(message)));
            case EventTypes.LISTING_ENDING_SUBMITTED -> receipt(message, listings.end(order(message)));
            case EventTypes.RECORD_WITHDRAWAL_SUBMITTED ->
                receipt(
                        message,
                        commands.withdraw(new RecordCommands.Order(
                                message.event().data(), message.sender(), message.cause(), null, _ -> {})));
            default -> throw new IllegalStateException("a type that is not consumed here");
        };
    }

    private static ListingService.Order order(Message message) {
        return new ListingService.Order(message.event().data(), message.sender(), message.cause(), null, _ -> {});
    }

    private Message message(InboundEvent event) {
        String department = event.department();
        var number = event.data().get("number");
        String text = number != null && number.isString() ? IdentityText.trim(number.stringValue()) : "";
        String id = event.headers().id();
        return new Message(
                event,
                department,
                isRepeated(text) ? text : null,
                isRepeated(text) ? text : text.isEmpty() && event.key() != null ? event.key() : id,
                Cause.of(event, "sys-" + department, clock.now()));
    }

    /** What must not be collected is not told back and kept (C3). */
    private boolean isRepeated(String number) {
        return !number.isEmpty()
                && number.length() <= LONGEST_REPEATED
                && forbidden.in(number, Rule.FORBIDDEN).isEmpty()
                && forbidden.in(number, Rule.CONSENT).isEmpty();
    }

    private static Answers.Answer answered(Message message, Receipt receipt) {
        String type = receipt.outcome() == Receipt.Outcome.REFUSED
                ? EventTypes.SUBMISSION_REFUSED
                : EventTypes.SUBMISSION_ACCEPTED;
        return new Answers.Answer(
                message.id(),
                Step.sent(type, receipt, Topics.receipt(message.department()), message.key()),
                message.cause());
    }

    private Receipt receipt(Message message, Answer answer) {
        return switch (answer) {
            case Answer.Taken(var listing, boolean unchanged, var warnings) ->
                taken(listing.origin().number(), listing.id(), unchanged, warnings);
            case Answer.Refused(Refusal reason, var errors) -> refused(message, reason, errors);
        };
    }

    private Receipt receipt(Message message, RecordAnswer answer) {
        return switch (answer) {
            case RecordAnswer.Taken(String id, boolean unchanged, var warnings) ->
                taken(message.number(), id, unchanged, warnings);
            case RecordAnswer.Refused(Refusal reason, var errors) -> refused(message, reason, errors);
        };
    }

    private Receipt taken(@Nullable String number, String id, boolean unchanged, List<FieldWarning> warnings) {
        return new Receipt(
                number,
                unchanged ? Receipt.Outcome.UNCHANGED : Receipt.Outcome.ACCEPTED,
                id,
                List.of(),
                texts.renderWarnings(warnings, LANGUAGE));
    }

    private Receipt refused(Message message, Refusal reason, List<FieldError> errors) {
        return new Receipt(
                message.number(),
                Receipt.Outcome.REFUSED,
                null,
                texts.render(errors.isEmpty() ? said(reason) : errors, LANGUAGE),
                List.of());
    }

    /** What a path says over REST is said of the number here. */
    private static List<FieldError> said(Refusal reason) {
        ErrorCode code = reason == Refusal.UNKNOWN ? ErrorCode.NOT_YOURS : ErrorCode.WRONG_STATE;
        return List.of(new FieldError("number", code));
    }
}
