// Unit tests read the Chinese catalogue, as users do.
import { config } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach } from 'vitest'
import { i18n, useLanguage } from './app/i18n'

config.global.plugins.push(i18n)
config.global.stubs = { RouterLink: { props: ['to'], template: '<a :href="String(to)"><slot /></a>' } }

beforeEach(async () => {
  setActivePinia(createPinia())
  await useLanguage('zh-CN')
})
