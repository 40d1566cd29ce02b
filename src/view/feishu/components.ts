/** The part of Card JSON 2.0 that is used here (open.feishu.cn › Feishu Cards › Card JSON 2.0). */
export interface FeishuCard {
  schema: '2.0'
  config: { update_multi: true; summary: { content: string } }
  header?: { title: PlainText; template: 'red' | 'default' }
  body: { elements: Component[] }
}

export interface PlainText {
  tag: 'plain_text'
  content: string
}

interface Markdown {
  tag: 'markdown'
  content: string
  text_size?: 'normal' | 'notation' | 'heading'
}

export type Component =
  | Markdown
  | { tag: 'hr' }
  | FeishuTable
  | FeishuChart
  | FeishuButton
  | ColumnSet
  | Panel
  | FeishuForm
  | FormInput

export interface FeishuTable {
  tag: 'table'
  page_size: number
  row_height: 'low' | 'auto'
  header_style: { bold: true; background_style: 'none' }
  columns: {
    name: string
    display_name: string
    data_type: 'text' | 'markdown'
    horizontal_align: 'left' | 'right'
    width: 'auto'
  }[]
  rows: Record<string, string>[]
}

interface FeishuChart {
  tag: 'chart'
  aspect_ratio: '16:9'
  /** A VChart specification. */
  chart_spec: {
    type: 'line' | 'bar'
    title: { text: string }
    data: { values: { label: string; value: number; series: string }[] }
    xField: string | string[]
    yField: string
    seriesField: string
    legends: { visible: boolean }
  }
}

export interface FeishuButton {
  tag: 'button'
  text: PlainText
  type: 'default' | 'primary' | 'danger'
  behaviors: { type: 'callback'; value: Record<string, string> }[]
  confirm?: { title: PlainText; text: PlainText }
  name?: string
  form_action_type?: 'submit'
}

export interface ColumnSet {
  tag: 'column_set'
  flex_mode: 'flow' | 'bisect'
  horizontal_spacing: '8px'
  columns: { tag: 'column'; width: 'auto' | 'weighted'; weight?: number; elements: Component[] }[]
}

interface Panel {
  tag: 'collapsible_panel'
  expanded: false
  header: { title: PlainText }
  elements: Component[]
}

interface FeishuForm {
  tag: 'form'
  name: string
  elements: Component[]
}

/** The inputs of a form, by tag; `name` is unique in the card. */
export type FormInput = { name: string; required: boolean; width: 'fill' } & (
  | {
      tag: 'input'
      input_type: 'text' | 'multiline_text'
      placeholder?: PlainText
      default_value?: string
      max_length: number
      rows?: number
    }
  | { tag: 'date_picker'; placeholder: PlainText; initial_date?: string }
  | { tag: 'select_person'; placeholder: PlainText; initial_option?: string }
  | { tag: 'multi_select_person'; placeholder: PlainText; selected_values?: string[] }
  | { tag: 'select_static'; placeholder: PlainText; options: SelectOption[]; initial_option?: string }
  | {
      tag: 'multi_select_static'
      placeholder: PlainText
      options: SelectOption[]
      selected_values?: string[]
    }
)

export interface SelectOption {
  text: PlainText
  value: string
}

export const plainText = (content: string): PlainText => ({ tag: 'plain_text', content })
