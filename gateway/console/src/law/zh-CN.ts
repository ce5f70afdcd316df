export default {
  and: '；',
  article: '元政字〔2021〕77号《公共信用信息管理办法》第{article}条',
  item: '元政字〔2021〕77号《公共信用信息管理办法》第{article}条第（{item}）项',
  part: '元政字〔2021〕77号《实施方案》{part}',
}
