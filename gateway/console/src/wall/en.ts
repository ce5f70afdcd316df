export default {
  title: 'Wall',
  heading: 'Joint Credit in Yuanbaoshan District',
  full: 'Full screen',
  leave: 'Back to the overview',
  trend: 'By month',
  heat: 'Agency × measure (red line: overdue)',
  ranking: 'Agencies',
  rate: 'Executed',
  executedOfAll: 'Executed of all notices',
  stage: { trigger: 'Trigger · joint actions', response: 'Response · notices', received: 'Feedback · received', executed: 'Feedback · executed' },
  note: { trigger: 'one for each listing', response: '{count} in force', share: '{share} · median {time}' },
  watch: { owed: 'To answer', toLift: 'To lift', overdue: 'Overdue', declined: 'Declined', flagged: 'Flagged' },
}
