package org.jointcredit.sanction.action;

/**
 * Until when an agency has to do what it owes, counted from a day (S4). Counted once for all notices of that day:
 * counting for each took a fifth of a listing's time.
 */
public record NoticeDeadlines(Due receive, Due execute, Due pause, Due release, Due undo) {}
