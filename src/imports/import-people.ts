import type { Locale } from '../kernel/locale.ts'
import type { WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { addPerson, addTeam, findPeople, grant, joinTeam } from '../people/store.ts'
import { ensureRituals } from '../rituals/ensure.ts'
import { findColumns, type KnownHeaders } from './columns.ts'
import type { TableFile } from './table-file.ts'
import { type Problem, Unreadable } from './unreadable.ts'

type Field = 'name' | 'manager' | 'team' | 'department'

const HEADERS: KnownHeaders<Field> = {
  name: [
    'name',
    'salesagent',
    'agent',
    'rep',
    'person',
    'employee',
    '姓名',
    '销售',
    '成员',
    '员工',
    '业务员',
  ],
  manager: ['manager', 'lead', 'supervisor', '主管', '经理', '上级', '团队负责人'],
  team: ['team', 'group', '团队', '小组', '组别'],
  department: ['department', 'office', 'regionaloffice', 'region', '部门', '区域', '大区', '办公室'],
}

export interface Colleague {
  line: number
  name: string
  manager: string
  team: string
  department: string
}

export interface PeopleReport {
  rows: number
  people: number
  managers: number
  teams: number
}

/** Reads a list of people: one line each, with the manager, the team and the department where there are any. */
export async function readPeople(file: TableFile, locale: Locale, mapping?: string): Promise<Colleague[]> {
  const columns = findColumns<Field>(file.columns, HEADERS, ['name'], mapping)
  const problems: Problem[] = []
  const people: Colleague[] = []
  for await (const { line, cells } of file.rows()) {
    const cell = (field: Field) => (cells[columns[field]?.index ?? -1] ?? '').normalize('NFC').trim()
    const manager = cell('manager')
    const person = {
      line,
      name: cell('name'),
      manager,
      team: cell('team') || teamOf(manager, locale),
      department: cell('department'),
    }
    if (person.name === '') problems.push({ line, column: columns.name?.name ?? 'name', says: 'is empty.' })
    else people.push(person)
  }
  if (problems.length > 0) throw new Unreadable(problems)
  return people
}

/**
 * Takes people in with their teams: department above team, the manager leading it. A second run adds nothing.
 * `admins` are given the role; a name that is neither in the file nor known is Unreadable.
 */
export async function takeInPeople(
  scope: WriteScope,
  list: readonly Colleague[],
  admins: readonly string[],
  from: LocalDate,
): Promise<PeopleReport> {
  const known = new Map<string, string>()
  const report: PeopleReport = { rows: list.length, people: 0, managers: 0, teams: 0 }
  const idOf = async (name: string): Promise<string> => {
    const id = known.get(name) ?? (await findPeople(scope, name))[0]?.id ?? (await added(name))
    known.set(name, id)
    return id
  }
  const added = (name: string) => {
    report.people += 1
    return addPerson(scope, { name })
  }
  const teams = new Set<string>()
  const managers = new Set<string>()
  for (const { name, manager, team, department } of list) {
    const person = await idOf(name)
    if (team === '') continue
    const parent =
      department === '' || department === team ? undefined : await addTeam(scope, { name: department })
    const id = await addTeam(scope, { name: team, ...(parent ? { parent } : {}) })
    if (parent) teams.add(parent)
    teams.add(id)
    if (manager !== '' && manager !== name) {
      managers.add(manager)
      await joinTeam(scope, id, await idOf(manager), 'manager', from)
    }
    await joinTeam(scope, id, person, 'member', from)
  }
  for (const name of admins) {
    const person = known.get(name) ?? (await findPeople(scope, name))[0]?.id
    if (!person) throw new Unreadable([{ says: `--admin: nobody called “${name}” is in the file.` }])
    await grant(scope, person, 'admin')
  }
  await ensureRituals(scope)
  return { ...report, managers: managers.size, teams: teams.size }
}

/** The language that a list of names suggests for a new workspace. */
export function localeOfNames(people: readonly Colleague[]): Locale {
  return people.some(({ name }) => /\p{Script=Han}/u.test(name)) ? 'zh-CN' : 'en'
}

function teamOf(manager: string, locale: Locale): string {
  if (manager === '') return ''
  return locale === 'zh-CN' ? `${manager}的团队` : `${manager}’s team`
}
