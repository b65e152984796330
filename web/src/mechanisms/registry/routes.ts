import type { RouteRecordRaw } from 'vue-router'

export const registryRoutes: RouteRecordRaw[] = []
