export default {
  and: '; ',
  article: 'measures of the notice, article {article}',
  item: 'measures of the notice, article {article}({item})',
  part: 'plan of the notice, {part}',
}
