/** A fine wish that nobody can count; what could be counted instead stands in `texts.proxies`. */
export type Vague =
  | 'brand'
  | 'service'
  | 'teamwork'
  | 'ability'
  | 'relationship'
  | 'efficiency'
  | 'market'
  | 'people'
  | 'data'
  | 'effort'

/** Words by which a wish is known, the more telling ones first. */
const WISHES: [Vague, RegExp][] = [
  [
    'brand',
    /影响力|知名度|美誉度|品牌|口碑|形象|曝光|\b(?:brand|awareness|reputation|influence|visibility|image|presence)\b/i,
  ],
  [
    'service',
    /服务|满意|体验|投诉|客诉|\b(?:service|satisfaction|satisfied|happy|happier|experience|complaints?|support)\b/i,
  ],
  [
    'people',
    /新人|人才|招聘|带教|梯队|\b(?:onboarding|newcomers?|new hires?|hiring|talent|coach(?:ing)?|mentor(?:ing)?)\b/i,
  ],
  [
    'teamwork',
    /凝聚力|士气|氛围|协作|团队精神|执行力|战斗力|团队建设|积极性|\b(?:teamwork|morale|spirit|culture|collaborat\w+|alignment|motivation|engagement)\b/i,
  ],
  ['data', /数字化|数据|台账|\b(?:data|digital\w*|hygiene|pipeline quality)\b/i],
  [
    'ability',
    /能力|水平|素质|专业|学习|话术|技能|\b(?:skills?|ability|abilities|professional\w*|knowledge|learn\w*|training)\b/i,
  ],
  [
    'relationship',
    /关系|维护|粘性|黏性|老客户|大客户|流失|留存|\b(?:relationships?|loyalty|retention|churn|key accounts?)\b/i,
  ],
  [
    'efficiency',
    /效率|速度|流程|周期|响应|时间|\b(?:efficien\w+|faster|process(?:es)?|productivity|cycle|response|speed)\b/i,
  ],
  [
    'market',
    /市场|渠道|拓展|开拓|份额|覆盖|\b(?:market\w*|channels?|territory|pipeline|coverage|expan\w+)\b/i,
  ],
  [
    'effort',
    /努力|外呼|陌拜|争取|加油|更好|做好|尽力|拼|冲|\b(?:harder|better|best|effort|try|more|outbound|outreach|prospecting|activit(?:y|ies))\b/i,
  ],
]

export function vagueIn(text: string): Vague | undefined {
  return WISHES.find(([, pattern]) => pattern.test(text))?.[0]
}

/** What is a quality and no quantity, whatever number stands beside it: 品牌影响力 90% counts nothing. */
const UNCOUNTABLE =
  /(?:影响力|知名度|美誉度|口碑|形象|凝聚力|士气|氛围|协作|执行力|战斗力|积极性|能力|素质|水平|专业度|服务质量|质量|效率|关系|粘性|意识|心态|文化|体验|品牌)$|\b(?:awareness|influence|reputation|visibility|image|presence|morale|teamwork|culture|skills?|abilit(?:y|ies)|relationships?|efficiency|productivity|collaboration|quality|experience|mindset|professionalism|brand)$/i

export const isUncountable = (name: string): boolean => UNCOUNTABLE.test(name.trim())

/** Verbs that say a direction and no distance. */
const VERBS =
  /提升|提高|加强|强化|优化|改善|改进|完善|推进|推动|做好|做大|做强|增强|增加|加大|深化|促进|落实|抓好|拓展|扩大|降低|减少|缩短|打造|维护好?|\b(?:improv(?:e|ing)|enhanc(?:e|ing)|strengthen|optimi[sz]e|driv(?:e|ing)|boost|increas(?:e|ing)|grow|deepen|accelerate|expand|maximi[sz]e|streamline|reduce|lower|raise|focus on|work on|level up|build)\b/i

/** The first verb of a sentence that says where to, but not how far. */
export const wishingVerb = (text: string): string | undefined => VERBS.exec(text)?.[0]

/** Everybody, and so nobody: whose goal it is has not been said. */
const COLLECTIVE =
  /我们(?:部门|团队|组)?(?!的)|咱们(?!的)|大家|全员|全体|每个人都?|(?:本|我)?(?:团队|部门|小组)(?!凝聚|精神|协作|建设|氛围|士气|合作|执行|战斗)|\b(?:everyone|everybody|all of us|(?:the|our|my|whole|entire) (?:whole |entire )?(?:team|department|group)|we|team(?=\s+(?:signs?|closes?|collects?|wins?|should|must|will|needs?|to)\b))\b/i

export const collectiveIn = (text: string): string | undefined => COLLECTIVE.exec(text)?.[0].trim()
