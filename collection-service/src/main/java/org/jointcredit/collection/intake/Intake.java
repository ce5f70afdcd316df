package org.jointcredit.collection.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jointcredit.collection.listing.Answer;
import org.jointcredit.collection.listing.ListingService;
import org.jointcredit.collection.listing.ListingService.Order;
import org.jointcredit.collection.listing.ListingService.Submission;
import org.jointcredit.collection.submission.Refusal;
import org.jointcredit.collection.submission.Sender;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.Receipt;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.eventing.Answers;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.EventHandler;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.ErrorTexts;
import org.jspecify.annotations.Nullable;

/**
 * Takes what departments submit. New listings are written many at a time, as long as no number comes twice, so that
 * what is said of one listing is done in the order it was said.
 */
final class Intake implements EventHandler {
    private static final int LONGEST_REPEATED = 1_000;

    private final ListingService listings;
    private final Answers submissions;
    private final ErrorTexts texts;
    private final BusinessClock clock;

    Intake(ListingService listings, Answers submissions, ErrorTexts texts, BusinessClock clock) {
        this.listings = listings;
        this.submissions = submissions;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param number as sent, trimmed; null where there is none that a receipt could repeat */
    private record Message(
            InboundEvent event, String department, @Nullable String number, Cause cause) {
        String id() {
            return department + '/' + event.headers().id();
        }

        String listing() {
            return department + '/' + number;
        }

        Sender sender() {
            return new Sender(department, "sys-" + department, true);
        }

        String key() {
            if (number != null) {
                return number;
            }
            return event.key() == null ? event.headers().id() : event.key();
        }
    }

    @Override
    public void handle(List<InboundEvent> events) {
        List<Message> messages = events.stream().map(this::message).toList();
        Set<String> answered =
                submissions.known(messages.stream().map(Message::id).toList());
        submissions.sendAgain(answered);
        Set<String> seen = new LinkedHashSet<>(answered);
        List<Message> together = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (Message message : messages) {
            if (!seen.add(message.id())) {
                continue;
            }
            if (named.contains(message.listing())) {
                submit(together, named);
            }
            if (message.event().headers().type().equals(EventTypes.LISTING_SUBMITTED)) {
                together.add(message);
                named.add(message.listing());
            } else {
                submissions.give(List.of(answered(message, carryOut(message))));
            }
        }
        submit(together, named);
    }

    private void submit(List<Message> together, Set<String> named) {
        List<Answer> answers = listings.submit(together.stream()
                .map(message -> new Submission(message.event().data(), message.sender(), message.cause()))
                .toList());
        List<Answers.Answer> answered = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            answered.add(answered(together.get(i), answers.get(i)));
        }
        submissions.give(answered);
        together.clear();
        named.clear();
    }

    private Answer carryOut(Message message) {
        var order = new Order(message.event().data(), message.sender(), message.cause(), null, _ -> {});
        return switch (message.event().headers().type()) {
            case EventTypes.LISTING_CHANGE_SUBMITTED -> listings.change(order);
            case EventTypes.LISTING_ENDING_SUBMITTED -> listings.end(order);
            default -> throw new IllegalStateException("a type that is not consumed here");
        };
    }

    private Message message(InboundEvent event) {
        String department = event.department();
        var number = event.data().get("number");
        String text = number != null && number.isString() ? IdentityText.trim(number.stringValue()) : "";
        return new Message(
                event,
                department,
                text.isEmpty() || text.length() > LONGEST_REPEATED ? null : text,
                Cause.of(event, "sys-" + department, clock.now()));
    }

    private Answers.Answer answered(Message message, Answer answer) {
        Receipt receipt = receipt(message, answer);
        String type = receipt.outcome() == Receipt.Outcome.REFUSED
                ? EventTypes.SUBMISSION_REFUSED
                : EventTypes.SUBMISSION_ACCEPTED;
        return new Answers.Answer(
                message.id(),
                Step.sent(type, receipt, Topics.receipt(message.department()), message.key()),
                message.cause());
    }

    private Receipt receipt(Message message, Answer answer) {
        Locale language = Locale.SIMPLIFIED_CHINESE;
        return switch (answer) {
            case Answer.Taken(var listing, boolean unchanged, var warnings) ->
                new Receipt(
                        listing.origin().number(),
                        unchanged ? Receipt.Outcome.UNCHANGED : Receipt.Outcome.ACCEPTED,
                        listing.id(),
                        List.of(),
                        texts.renderWarnings(warnings, language));
            case Answer.Refused refused ->
                new Receipt(
                        message.number(),
                        Receipt.Outcome.REFUSED,
                        null,
                        texts.render(errors(refused), language),
                        List.of());
        };
    }

    /** What a path says over REST is said of the number here. */
    private static List<FieldError> errors(Answer.Refused refused) {
        if (!refused.errors().isEmpty()) {
            return refused.errors();
        }
        ErrorCode code = refused.reason() == Refusal.UNKNOWN ? ErrorCode.NOT_YOURS : ErrorCode.WRONG_STATE;
        return List.of(new FieldError("number", code));
    }
}
