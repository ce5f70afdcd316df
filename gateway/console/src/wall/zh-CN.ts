export default {
  title: '大屏',
  heading: '元宝山区信用联合奖惩运行态势',
  full: '全屏',
  leave: '返回督查总览',
  trend: '按月走势',
  heat: '部门 × 措施（红线：有逾期）',
  ranking: '部门执行情况',
  rate: '执行率',
  executedOfAll: '已执行占通知总数',
  stage: { trigger: '发起 · 联合奖惩', response: '响应 · 通知', received: '反馈 · 已签收', executed: '反馈 · 已执行' },
  note: { trigger: '每次列入发起一次', response: '其中有效 {count} 件', share: '占 {share} · 中位用时 {time}' },
  watch: { owed: '待签收执行', toLift: '待解除纠正', overdue: '逾期', declined: '不予执行', flagged: '异常标记' },
}
