import { homePage } from './home-page/index.ts'
import { navigation } from './navigation/index.ts'
import { siteSettings } from './site-settings/index.ts'

/** What there is one of, in the order of the admin's menu. */
export const globals = [homePage, navigation, siteSettings]
