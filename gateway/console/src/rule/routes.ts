import { SetUp } from '@element-plus/icons-vue'
import type { RouteRecordRaw } from 'vue-router'

export const routes: RouteRecordRaw[] = [
  {
    path: '/rule-sets',
    name: 'rule-sets',
    component: () => import('./RuleSetsPage.vue'),
    meta: { title: 'rule.list', roles: ['LAW_ADMIN'], menu: { order: 60, icon: SetUp } },
  },
  {
    path: '/rule-sets/new',
    name: 'rule-set-new',
    component: () => import('./ProposePage.vue'),
    meta: { title: 'rule.propose', roles: ['LAW_ADMIN'], parent: 'rule-sets' },
  },
  {
    path: '/rule-sets/:id',
    name: 'rule-set',
    component: () => import('./RuleSetPage.vue'),
    meta: { title: 'rule.one', roles: ['LAW_ADMIN'], parent: 'rule-sets' },
  },
]
