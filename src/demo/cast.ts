/** The company that the playground begins with. */
export const COMPANY = { id: 'demo', name: '战鼓示例公司', zone: 'Asia/Shanghai', currency: 'CNY' } as const

/** Who leads the whole company, and who keeps it running. */
export const HEAD = '陈总'
export const ADMIN = '赵敏'
export const FINANCE = '孙会计'

export interface DemoTeam {
  name: string
  manager: string
  members: DemoMember[]
}

export interface DemoMember {
  name: string
  /** A month's signing target, in yuan. */
  target: number
  /** How much of the target this person usually reaches in a month, in percent. */
  form: number
}

export const TEAMS: readonly DemoTeam[] = [
  {
    name: '销售一部',
    manager: '王经理',
    members: [
      { name: '李雷', target: 1_000_000, form: 104 },
      { name: '韩梅梅', target: 1_200_000, form: 118 },
      { name: '张伟', target: 800_000, form: 76 },
      { name: '刘洋', target: 600_000, form: 92 },
    ],
  },
  {
    name: '销售二部',
    manager: '林经理',
    members: [
      { name: '赵磊', target: 1_000_000, form: 97 },
      { name: '周婷', target: 900_000, form: 109 },
      { name: '吴强', target: 700_000, form: 83 },
    ],
  },
  {
    name: '市场部',
    manager: '周主管',
    members: [
      { name: '吴婷', target: 400_000, form: 101 },
      { name: '郑凯', target: 400_000, form: 88 },
    ],
  },
]

export const CUSTOMERS = [
  '华辰科技',
  '远山物流',
  '青禾食品',
  '北辰医疗',
  '云帆教育',
  '鼎新制造',
  '海蓝环保',
  '星河传媒',
  '万象地产',
  '同心餐饮',
  '蓝鲸软件',
  '东篱文化',
  '瑞丰农业',
  '金桥证券',
  '安和保险',
  '百川能源',
  '晨光文具',
  '锦程旅行',
  '沐阳家居',
  '诺亚电气',
]

export const PRODUCTS: readonly { name: string; series: string; price: number }[] = [
  { name: 'CRM', series: '软件', price: 120_000 },
  { name: '数据看板', series: '软件', price: 80_000 },
  { name: '呼叫中心', series: '软件', price: 180_000 },
  { name: '实施服务', series: '服务', price: 60_000 },
]

export const CHANNELS = ['转介绍', '展会', '官网', '电话', '老客户'] as const
