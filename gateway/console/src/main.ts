import 'element-plus/es/components/message/style/css'
import 'element-plus/es/components/message-box/style/css'
import './theme.css'
import { createApp } from 'vue'
import { outage } from './api/outage'
import { loadUser, user } from './api/session'
import App from './App.vue'
import { dropDrafts } from './form/draft'
import { i18n } from './i18n'
import { router } from './router'
import { ready } from './shell/ready'
import { restoreTags } from './shell/tags'

const PAUSE = 3000

const app = createApp(App).use(i18n)
app.mount('#app')

/** Who is there must be known before the first page; a gateway that cannot say yet is asked again. */
async function start() {
  try {
    await loadUser()
  } catch {
    outage.begins()
    setTimeout(start, PAUSE)
    return
  }
  if (user.value) {
    dropDrafts(user.value.username)
    restoreTags()
  }
  app.use(router)
  await router.isReady()
  ready.value = true
}

void start()
