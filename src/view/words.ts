import type { Both } from '../kernel/locale.ts'

/** The few words that renderers add on their own. */
export interface RendererWords {
  confirmed: (percent: string) => string
  provisional: (percent: string) => string
  parts: (total: string, confirmed: string, provisional: string) => string
  moreLines: (count: number) => string
  page: (number: number, of: number) => string
  confirmTitle: string
  notNow: string
  close: string
  nothingToChoose: string
  choose: string
  nobodyChosen: string
}

export const rendererWords: Both<RendererWords> = {
  en: {
    confirmed: (percent) => `confirmed ${percent}`,
    provisional: (percent) => `provisional ${percent}`,
    parts: (total, confirmed, provisional) => `${total} (${confirmed}, ${provisional})`,
    moreLines: (count) => `… ${count} more ${count === 1 ? 'line' : 'lines'}`,
    page: (number, of) => ` (${number}/${of})`,
    confirmTitle: 'Please confirm',
    notNow: 'Not now',
    close: 'Cancel',
    nothingToChoose: 'There is nothing to choose from yet.',
    choose: 'Choose',
    nobodyChosen: 'Nobody',
  },
  'zh-CN': {
    confirmed: (percent) => `已确认 ${percent}`,
    provisional: (percent) => `待确认 ${percent}`,
    parts: (total, confirmed, provisional) => `${total}（${confirmed}，${provisional}）`,
    moreLines: (count) => `… 还有 ${count} 行`,
    page: (number, of) => `（${number}/${of}）`,
    confirmTitle: '确认一下',
    notNow: '再想想',
    close: '取消',
    nothingToChoose: '还没有可选的。',
    choose: '请选择',
    nobodyChosen: '没有人',
  },
}
