export interface PayNewsTables {
  pay_news: {
    workspace: string
    id: string
    person: string
    message: string
    recorded_at: string
    happened: string
    deal: string | null
    period: string | null
    part: 'signed' | 'confirmed' | null
    before_minor: number | null
    after_minor: number | null
    before_ppm: number | null
    after_ppm: number | null
    crossed: string | null
  }
}
