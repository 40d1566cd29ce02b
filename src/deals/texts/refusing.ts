import type { Both } from '../../kernel/locale.ts'

const en = {
  numberMissing: (example: string) => `Which deal? ${example}`,
  notFound: (number: string, example: string) => `There is no deal ${number}. ${example}`,
  notToSee: (number: string) =>
    `${number} belongs to somebody else: those who share it, their managers, finance and admins see it. Yours are here: /deal list`,
  notToChange: (number: string, owner: string) =>
    `${number} belongs to ${owner}: only ${owner}, a manager of theirs or an admin can change it.`,
  notToConfirm: (number: string) =>
    `${number} is confirmed by a manager of its owner or by an admin. Yours are here: /deal list`,
  ownNotConfirmed: (number: string, managers: string[]) =>
    `${number} is your own, so someone else confirms it${managers.length > 0 ? `: ${managers.join(' or ')}` : ''}.`,
  obstacle: {
    voided: (number: string) => `${number} is void, so nothing more changes in it. A new one: /deal add`,
    nothingChanges: (number: string) =>
      `That is how ${number} stands already. Try: /deal amend ${number} amount=150k`,
    belowCollected: (number: string, collected: string) =>
      `${collected} of ${number} has been collected already, so it cannot be less. A refund: /deal refund ${number}`,
    currencyCollected: (number: string, collected: string) =>
      `${collected} of ${number} has been collected already, so its currency stays.`,
    overCollected: (number: string, left: string, collected: string) =>
      `That is more than is open on ${number}: ${collected} collected, ${left} to come. Nothing is saved.`,
    overRefunded: (number: string, signed: string) =>
      `${number} now stands at ${signed}, so no more than that can be refunded. Nothing is saved.`,
    aboveAmount: (number: string, figure: string, amount: string) =>
      `${number} would come to ${amount}, less than its figure “${figure}”. Change both together; nothing is saved.`,
    alreadyConfirmed: (number: string) => `${number} has been confirmed already.`,
    ownerWithoutShare: (number: string) =>
      `The owner of ${number} must have a share in it. Try: /deal amend ${number} split=@Li Lei:60,@Han Meimei:40`,
    otherCurrency: (number: string, currency: string) =>
      `${number} is in ${currency}: please give the amount in ${currency}.`,
  },
}

const zh: typeof en = {
  numberMissing: (example) => `是哪一单？${example}`,
  notFound: (number, example) => `没有 ${number} 这一单。${example}`,
  notToSee: (number) =>
    `${number} 是别人的单，只有分单的人、他们的主管、财务和管理员能看。你的在这里：签单 列表`,
  notToChange: (number, owner) => `${number} 是 ${owner} 的单，只有 ${owner} 本人、TA 的主管和管理员能改。`,
  notToConfirm: (number) => `${number} 由负责人的主管或管理员确认。你的在这里：签单 列表`,
  ownNotConfirmed: (number, managers) =>
    `${number} 是你自己的单，要别人来确认${managers.length > 0 ? `：${managers.join('、')}` : ''}。`,
  obstacle: {
    voided: (number) => `${number} 已经作废，不能再改了。要重记：签单 记一单`,
    nothingChanges: (number) => `${number} 本来就是这样，没有变化。可以写成：签单 改单 ${number} 金额=15万`,
    belowCollected: (number, collected) =>
      `${number} 已经回款 ${collected}，金额不能比这更少。要退款：签单 退款 ${number}`,
    currencyCollected: (number, collected) => `${number} 已经回款 ${collected}，币种不能再换。`,
    overCollected: (number, left, collected) =>
      `超过了 ${number} 的未回金额：已回 ${collected}，还差 ${left}。这笔回款还没记。`,
    overRefunded: (number, signed) => `${number} 现在只有 ${signed}，退不了更多。这笔退款还没记。`,
    aboveAmount: (number, figure, amount) =>
      `${number} 的金额是 ${amount}，${figure}不能比它多。两个一起改就行，现在什么都没有改。`,
    alreadyConfirmed: (number) => `${number} 已经确认过了。`,
    ownerWithoutShare: (number) =>
      `${number} 的负责人要在分单里。可以写成：签单 改单 ${number} 分单=@李雷:60,@韩梅梅:40`,
    otherCurrency: (number, currency) => `${number} 是 ${currency} 的单，金额请也用 ${currency}。`,
  },
}

/** What may not be, or cannot be, done with a deal. */
export const refusing: Both<typeof en> = { en, 'zh-CN': zh }
