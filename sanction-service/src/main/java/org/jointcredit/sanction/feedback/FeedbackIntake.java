package org.jointcredit.sanction.feedback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jointcredit.contract.event.EventTypes;
import org.jointcredit.contract.event.FeedbackRefused;
import org.jointcredit.contract.event.Topics;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.eventing.Answers;
import org.jointcredit.platform.eventing.Cause;
import org.jointcredit.platform.eventing.EventHandler;
import org.jointcredit.platform.eventing.InboundEvent;
import org.jointcredit.platform.eventing.Relay;
import org.jointcredit.platform.eventing.Step;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.ErrorTexts;
import org.jointcredit.sanction.action.NoticeStore;
import org.jointcredit.sanction.action.NoticeStore.Command;
import org.jointcredit.sanction.action.NoticeStore.Recorded;
import org.jointcredit.sanction.action.NoticeStore.Reported;
import org.jspecify.annotations.Nullable;

/** Reports that agencies send on their own topics; the topic says whose they are, never the body. */
final class FeedbackIntake implements EventHandler {

    private static final int NOTICE_ID = 300;

    private final NoticeStore notices;
    private final Reports reports;
    private final Answers refusals;
    private final ErrorTexts texts;
    private final BusinessClock clock;
    private final Relay noticeRelay;

    FeedbackIntake(
            NoticeStore notices,
            Reports reports,
            Answers refusals,
            ErrorTexts texts,
            BusinessClock clock,
            Relay noticeRelay) {
        this.notices = notices;
        this.reports = reports;
        this.refusals = refusals;
        this.texts = texts;
        this.clock = clock;
        this.noticeRelay = noticeRelay;
    }

    private record Message(InboundEvent event, String agency, String notice, Report report, List<FieldError> errors) {

        /** Known by sender and id (interfaces: Kafka). */
        String key() {
            return agency + '/' + event.headers().id();
        }

        Cause cause(BusinessClock clock) {
            return Cause.of(event, report.by().isEmpty() ? "sys-" + agency : report.by(), clock.now());
        }
    }

    @Override
    public void handle(List<InboundEvent> events) {
        List<Message> round = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (InboundEvent event : events) {
            Message message = read(event);
            if (!named.add(message.notice())) {
                apply(round);
                round.clear();
                named.clear();
                named.add(message.notice());
            }
            round.add(message);
        }
        apply(round);
    }

    private Message read(InboundEvent event) {
        Form form = Form.of(event.data());
        String notice = form.visibleText("notice", NOTICE_ID);
        ReportKind kind =
                Objects.requireNonNull(ReportKind.BY_TYPE.get(event.headers().type()));
        Report report = Report.read(form, kind, null, clock.now());
        return new Message(event, event.department(), notice, report, form.errors());
    }

    /** Each notice at most once. */
    private void apply(List<Message> messages) {
        Set<String> answered =
                refusals.known(messages.stream().map(Message::key).toList());
        refusals.sendAgain(answered);
        Map<String, Reported> found =
                notices.forReports(messages.stream().map(Message::notice).toList());
        List<Recorded> recorded = new ArrayList<>();
        List<Answers.Answer> refused = new ArrayList<>();
        for (Message message : messages) {
            Reported known = found.get(message.notice());
            if (answered.contains(message.key())
                    || (known != null && known.commands().containsKey(message.key()))) {
                continue;
            }
            List<FieldError> errors = judge(message, known);
            Cause cause = message.cause(clock);
            if (known == null || !errors.isEmpty()) {
                refused.add(refusal(message, errors, cause));
            } else {
                recorded.add(reports.recorded(
                        known.notice(), message.report(), cause, new Command(message.key(), "", null)));
            }
        }
        if (!recorded.isEmpty()) {
            notices.record(recorded);
            noticeRelay.wake();
        }
        refusals.give(refused);
    }

    private Answers.Answer refusal(Message message, List<FieldError> errors, Cause cause) {
        var payload = new FeedbackRefused(message.notice(), texts.render(errors, Locale.SIMPLIFIED_CHINESE));
        return new Answers.Answer(
                message.key(),
                Step.sent(EventTypes.FEEDBACK_REFUSED, payload, Topics.response(message.agency()), message.notice()),
                cause);
    }

    private static List<FieldError> judge(Message message, @Nullable Reported known) {
        List<FieldError> errors = new ArrayList<>(message.errors());
        boolean named = errors.stream().noneMatch(error -> error.field().equals("notice"));
        if (named && (known == null || !known.notice().imposed().agency().equals(message.agency()))) {
            return List.of(new FieldError("notice", ErrorCode.NOT_YOURS, null, "A33"));
        }
        if (known != null) {
            errors.addAll(Reports.refused(known.notice(), message.report().kind()));
        }
        return errors;
    }
}
