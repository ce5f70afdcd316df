/*
 * The protocol of a joint action (联合奖惩): a listing, objections to it, the action that keeps the facts of both, its
 * notices, their agencies. README.md says which class each process stands for. Nobody here knows when another has
 * read what it wrote, topics cross each other, messages come twice or long after newer ones, processes die.
 */

#define NOTICES 2
#define OBJECTIONS 2
#define CHANNEL 3     /* what a topic or an outbox holds; who writes to a full one waits */
#ifndef PLAN
#define PLAN NOTICES          /* how many notices the listing sets off */
#endif
#ifndef OBJECTED
#define OBJECTED OBJECTIONS  /* how many objections there can be */
#endif
#ifndef CRASHES
#define CRASHES 2
#endif
#ifndef REPEATS
#define REPEATS 1     /* how often something that was sent long ago is sent again */
#endif
#ifndef REPORTS
#define REPORTS 1     /* of each agency */
#endif

mtype:listing = { UNKNOWN, PUBLISHED, ENDED, REVOKED };
mtype:legal   = { ABSENT, IN_FORCE, SUSPENDED, LIFTED, RECALLED };
mtype:order   = { NO_ORDER, ISSUED, SUSPEND, RESUME, LIFT, RECALL };
mtype:report  = { NONE, RECEIVED, EXECUTED, DECLINED, PAUSED, RELEASED, UNDONE };
mtype:owes    = { NOTHING, RECEIPT, EXECUTION, PAUSE, RELEASE, UNDOING };

/* ---- What is true, whoever knows of it ---- */

byte listingSeq;                          /* the last entry in the journal of the listing … */
mtype:listing listingFact[4] = UNKNOWN;   /* … and what each entry says */
byte objectionSeq[OBJECTIONS];            /* 1: received, 2: decided */
#define holds(seq) (seq == 1)             /* what an entry of an objection says of its hold */

typedef AgencyRecord {
  mtype:report state = NONE;
  bool outstanding;                       /* executed and not since released or undone */
  bool everExecuted                       /* executed and not since undone */
};
AgencyRecord did[NOTICES];                /* what each agency has really done */
byte lastNumber[NOTICES];                 /* its mark: the last order it has read */
mtype:order lastOrder[NOTICES] = NO_ORDER;

/* ---- The topics: what was sent, and not yet confirmed as dealt with ---- */

chan trigger = [CHANNEL] of { byte, mtype:listing };
chan remedy = [CHANNEL] of { byte, byte };
chan response[NOTICES] = [CHANNEL] of { byte, mtype:order };
chan feedback[NOTICES] = [CHANNEL] of { byte, mtype:report };

/* ---- The documents of sanction ---- */

typedef Action {
  mtype:listing listing = UNKNOWN;
  byte listingSeen;                       /* mark: the last entry of the listing that was taken */
  bool hold[OBJECTIONS];
  byte holdSeen[OBJECTIONS]               /* mark, for each objection */
};
Action action;

#define ORDERS 8
typedef Notice {
  mtype:legal legal = ABSENT;
  bool issued;
  AgencyRecord record;
  mtype:owes owes = NOTHING;
  byte reportSeen;                        /* mark: the last report that was taken */
  mtype:order journal[ORDERS] = NO_ORDER;
  byte written;                           /* the last order in the journal */
  byte sent                               /* the outbox's cursor: the last order known to be sent */
};
Notice notice[NOTICES];
#define outboxIsFull (notice[0].written - notice[0].sent >= CHANNEL || notice[1].written - notice[1].sent >= CHANNEL)

/* ---- A transaction sees everything as it was when it began, and fails if what it writes has moved since ---- */

typedef Transaction {
  bool open;
  mtype:legal legal = ABSENT;             /* what the facts it sees make of the notices */
  bool writes[NOTICES];                   /* notices that are something else as yet */
  bool actionMoved;
  bool noticeMoved[NOTICES]
};
Transaction transaction[2];
#define OF_TRIGGERS 0
#define OF_REMEDIES 1

inline actionWritten() {
  transaction[0].actionMoved = transaction[0].open;
  transaction[1].actionMoved = transaction[1].open
}

inline noticeWritten(n) {
  transaction[0].noticeMoved[n] = transaction[0].open;
  transaction[1].noticeMoved[n] = transaction[1].open
}

inline close(t) {
  transaction[t].open = false;
  transaction[t].legal = ABSENT;
  transaction[t].actionMoved = false;
  transaction[t].writes[0] = false;
  transaction[t].writes[1] = false;
  transaction[t].noticeMoved[0] = false;
  transaction[t].noticeMoved[1] = false
}

/* Writing the parent first is what makes commands on one action collide, whatever notices they write. */
#ifdef WITHOUT_PARENT
#define parentCollides(t) false
#else
#define parentCollides(t) transaction[t].actionMoved
#endif
#define collides(t) \
  (parentCollides(t) || \
  (transaction[t].writes[0] && transaction[t].noticeMoved[0]) || \
  (transaction[t].writes[1] && transaction[t].noticeMoved[1]))

/* ---- The two functions of the protocol ---- */

/* What the notices are worth; before the listing is known there are none. */
#define legalState(listing, held) \
  (listing == REVOKED -> RECALLED : (listing == ENDED -> LIFTED : \
  (listing == UNKNOWN -> ABSENT : (held -> SUSPENDED : IN_FORCE))))

/* What is owed: the table of the interfaces. */
#define owed(legal, agency) \
  (legal == IN_FORCE -> \
    (agency.state == NONE -> RECEIPT : \
    (agency.state == EXECUTED || agency.state == DECLINED -> NOTHING : EXECUTION)) : \
  (legal == SUSPENDED -> \
    (agency.state == NONE || agency.state == RECEIVED || agency.state == EXECUTED -> PAUSE : NOTHING) : \
  (legal == LIFTED -> (agency.outstanding -> RELEASE : NOTHING) : \
  (legal == RECALLED -> (agency.everExecuted -> UNDOING : NOTHING) : NOTHING))))

/* What an agency has done, after one more report. */
inline reported(agency, report) {
  agency.state = (report == RECEIVED && agency.state != NONE -> agency.state : report);
  agency.outstanding = (report == EXECUTED || (agency.outstanding && report != RELEASED && report != UNDONE));
  agency.everExecuted = (report == EXECUTED || (agency.everExecuted && report != UNDONE))
}

/* ---- Alignment: notices become what the facts say, and their journals tell the agencies ---- */

#define mustMove(n, now) \
  (n < PLAN && notice[n].legal != now && (notice[n].legal != ABSENT || now == IN_FORCE || now == SUSPENDED))

inline begin(t, fact) {
  transaction[t].open = true;
  transaction[t].legal = legalState(fact, (action.hold[0] || action.hold[1]));
  transaction[t].writes[0] = mustMove(0, transaction[t].legal);
  transaction[t].writes[1] = mustMove(1, transaction[t].legal)
}

inline tell(n, order) {
  notice[n].written++;
  notice[n].journal[notice[n].written] = order
}

inline align(n, now) {
  if
  :: now == IN_FORCE ->
    /* No order to apply a measure is journalled after a hold or an end was written. */
    assert(!holds(action.holdSeen[0]) && !holds(action.holdSeen[1]));
    assert(action.listingSeen == 1);
    tell(n, (notice[n].issued && notice[n].legal == SUSPENDED -> RESUME : ISSUED));
    notice[n].issued = true
  :: now != IN_FORCE && notice[n].issued ->
    tell(n, (now == SUSPENDED -> SUSPEND : (now == LIFTED -> LIFT : RECALL)))
  :: else    /* what was never sent is not stopped either */
  fi;
  notice[n].legal = now;
  notice[n].owes = (notice[n].issued -> owed(notice[n].legal, notice[n].record) : NOTHING);
  noticeWritten(n)
}

/* The rest of a transaction, after the parent was written. */
inline alignAll(t) {
  if :: transaction[t].writes[0] -> align(0, transaction[t].legal) :: else fi;
  if :: transaction[t].writes[1] -> align(1, transaction[t].legal) :: else fi;
  close(t)
}

/* ---- Bad luck ---- */

byte crashes = CRASHES;
byte repeats = REPEATS;

#ifdef WITHOUT_MARK
#define isNew(seq, seen) true
#else
#define isNew(seq, seen) (seq > seen)
#endif
#define later(seq, seen) (seq > seen -> seq : seen)

/*
 * A consumer takes a message off its topic after it has dealt with it. Dying between the two is what matters: the
 * message comes again. Who dies earlier has written nothing, or starts again where it stood.
 */
inline confirmOrDie(topic, first, second) {
  if
  :: topic?first, second
  :: crashes > 0 -> crashes--
  fi;
  first = 0;
  second = 0
}

/* ---- The owners of the facts ---- */

proctype Collection() {
  byte again;
end:
  do
  :: atomic { nfull(trigger) && listingSeq < 3 && listingFact[listingSeq] != REVOKED ->
      listingSeq++;
      if
      :: listingSeq == 1 -> listingFact[1] = PUBLISHED
      :: listingSeq == 2 -> listingFact[2] = ENDED
      :: listingSeq > 1 -> listingFact[listingSeq] = REVOKED
      fi;
      trigger!listingSeq, listingFact[listingSeq] }
  :: atomic { repeats > 0 && listingSeq > 0 && nfull(trigger) ->
      repeats--;
      select(again : 1 .. listingSeq);
      trigger!again, listingFact[again];
      again = 0 }
  od
}

/* Which of two is received first is the same. */
proctype Objection(byte mine) {
  byte again;
end:
  do
  :: atomic { nfull(remedy) && mine < OBJECTED && objectionSeq[mine] < 2 && (mine == 0 || objectionSeq[0] > 0) ->
      objectionSeq[mine]++;
      remedy!mine, objectionSeq[mine] }
  :: atomic { repeats > 0 && objectionSeq[mine] > 0 && nfull(remedy) ->
      repeats--;
      select(again : 1 .. objectionSeq[mine]);
      remedy!mine, again;
      again = 0 }
  od
}

/* ---- The consumers in sanction ---- */

/* The fact of the listing and what follows from it are one transaction. */
proctype Triggers() {
  byte seq;
  mtype:listing fact;
end:
  do
  :: atomic { trigger?<seq, fact> ->
      if
      :: isNew(seq, action.listingSeen) ->
#ifdef WITHOUT_PARENT
        action.listing = fact;
        action.listingSeen = later(seq, action.listingSeen);
        actionWritten();
#endif
        begin(OF_TRIGGERS, fact)
      :: else -> confirmOrDie(trigger, seq, fact); goto end
      fi };
    if
    :: atomic { collides(OF_TRIGGERS) -> close(OF_TRIGGERS); seq = 0; fact = 0 }
    :: atomic { !collides(OF_TRIGGERS) && !outboxIsFull ->
        action.listing = fact;
        action.listingSeen = later(seq, action.listingSeen);
        actionWritten();
        alignAll(OF_TRIGGERS);
        confirmOrDie(trigger, seq, fact) }
    fi
  od
}

/* The hold is one write, after which nothing applies; what follows for the notices can be done again and again. */
proctype Remedies() {
  byte objection;
  byte seq;
end:
  do
  :: atomic { remedy?<objection, seq> ->
      if
      :: isNew(seq, action.holdSeen[objection]) ->
        action.hold[objection] = holds(seq);
        action.holdSeen[objection] = later(seq, action.holdSeen[objection]);
        actionWritten()
      :: else
      fi };
again:
    atomic { begin(OF_REMEDIES, action.listing) };
    if
    :: atomic { collides(OF_REMEDIES) -> close(OF_REMEDIES); goto again }
    :: atomic { !collides(OF_REMEDIES) && !outboxIsFull ->
        actionWritten();
        alignAll(OF_REMEDIES);
        confirmOrDie(remedy, objection, seq) }
    fi
  od
}

/* A report changes its notice alone, and only if nobody else has in between. */
proctype Reports(byte n) {
  byte number;
  mtype:report report;
end:
  do
  :: atomic { feedback[n]?<number, report> ->
      if
      :: isNew(number, notice[n].reportSeen) ->
        notice[n].reportSeen = number;
        reported(notice[n].record, report);
        notice[n].owes = (notice[n].issued -> owed(notice[n].legal, notice[n].record) : NOTHING);
        noticeWritten(n)
      :: else
      fi;
      confirmOrDie(feedback[n], number, report) }
  od
}

/* ---- The relay: each notice's journal in order, at least once; a cursor that was not kept sends again ---- */

proctype Relay(byte n) {
end:
  do
  :: atomic { notice[n].sent < notice[n].written && nfull(response[n]) ->
      notice[n].sent++;
      response[n]!notice[n].sent, notice[n].journal[notice[n].sent] }
  :: atomic { crashes > 0 && notice[n].sent > 0 && notice[n].written - notice[n].sent < CHANNEL ->
      crashes--;
      notice[n].sent-- }
  od
}

/* ---- The agencies: they do what they are told or something else, late or never, and say so ---- */

proctype Agency(byte n) {
  byte number;
  mtype:order order;
  byte reports;
  mtype:report report;
end:
  do
  :: atomic { response[n]?number, order ->
      if
      :: number > lastNumber[n] ->
        /* No order is lost, none overtakes another. */
        assert(number == lastNumber[n] + 1);
        lastNumber[n] = number;
        lastOrder[n] = order
      :: else
      fi;
      number = 0; order = 0 }
  :: atomic { reports < REPORTS && lastNumber[n] > 0 && nfull(feedback[n]) ->
      if
      :: report = RECEIVED
      :: report = EXECUTED
      :: report = DECLINED
      :: report = PAUSED
      :: report = RELEASED
      :: report = UNDONE
      fi;
      reports++;
      reported(did[n], report);
      feedback[n]!reports, report }
  :: atomic { repeats > 0 && reports > 0 && nfull(feedback[n]) -> repeats--; feedback[n]!reports, report }
  od
}

/* ---- What must be true whenever nothing is under way ---- */

#define quiet \
  (empty(trigger) && empty(remedy) && empty(response[0]) && empty(response[1]) && \
  empty(feedback[0]) && empty(feedback[1]) && \
  notice[0].sent == notice[0].written && notice[1].sent == notice[1].written)

/* From the owners' own facts, not from what sanction believes of them. */
#define objected (holds(objectionSeq[0]) || holds(objectionSeq[1]))
#define lawful(n) \
  (notice[n].legal == legalState(listingFact[listingSeq], objected) || (notice[n].legal == ABSENT && listingSeq > 1))
#define orderAgrees(n) \
  (!notice[n].issued -> lastOrder[n] == NO_ORDER : \
  (notice[n].legal == SUSPENDED -> lastOrder[n] == SUSPEND : \
  (notice[n].legal == LIFTED -> lastOrder[n] == LIFT : \
  (notice[n].legal == RECALLED -> lastOrder[n] == RECALL : lastOrder[n] == ISSUED || lastOrder[n] == RESUME))))
#define owesRight(n) \
  (notice[n].owes == (notice[n].issued -> owed(notice[n].legal, did[n]) : NOTHING))

proctype Judge() {
end:
  do
  :: atomic { quiet ->
      assert(!(objected || listingSeq > 1) || (notice[0].legal != IN_FORCE && notice[1].legal != IN_FORCE));
      assert(lawful(0) && (PLAN == 1 || lawful(1)));
      assert(orderAgrees(0) && orderAgrees(1));
      assert(owesRight(0) && owesRight(1)) }
  od
}

init {
  atomic {
    run Collection(); run Objection(0); run Objection(1);
    run Triggers(); run Remedies(); run Reports(0); run Reports(1);
    run Relay(0); run Relay(1); run Agency(0); run Agency(1);
    run Judge()
  }
}
