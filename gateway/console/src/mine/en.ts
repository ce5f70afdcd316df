export default {
  title: 'My information',
  lead: 'All that the platform holds about you (or your organisation), public or not. On the public pages others see the public part only, with names of persons masked.',
  counts: '{records} records, {listings} entries on lists.',
  nothing: 'Nothing is held about you at the moment.',
  setsOff: 'What it sets off',
  setsNothingOff: 'It sets nothing off for you.',
  hold: 'Not applied since {since}: {reason}',
  objection: 'Who holds this to be wrong, missing or not to be published may object by law.',
}
