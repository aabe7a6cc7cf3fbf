import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import { createApp } from 'vue'
import App from './App.vue'
import { language, speak } from './i18n'
import { router } from './router'

await speak(language.value)
createApp(App).use(router).mount('#app')
