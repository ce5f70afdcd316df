export default {
  title: '我的信用信息',
  lead: '平台上关于您（或贵单位）的全部信息，公开与非公开的都在这里；别人在公示页上只能看到公开的部分，且姓名打码。',
  counts: '共 {records} 条记录，{listings} 条名单信息。',
  nothing: '目前没有关于您的信息。',
  setsOff: '由此引起的奖惩措施',
  setsNothingOff: '对您没有引起措施。',
  hold: '自 {since} 起暂停执行：{reason}',
  objection: '认为信息有误、遗漏或不应公开的，可依法提出异议。',
}
