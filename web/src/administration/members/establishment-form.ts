import { useForm } from '@mantine/form'
import type { EstablishmentView } from '../../../../src/members/schema.js'
import { useMembersTexts } from './texts.js'

export interface EstablishmentForm {
  name: string
  shortName: string
  kind: string
  finessEt: string
  finessEj: string
  siret: string
  addressLine: string
  postalCode: string
  town: string
  phone: string
  latitude: string
  longitude: string
}

const EMPTY: EstablishmentForm = {
  name: '',
  shortName: '',
  kind: '',
  finessEt: '',
  finessEj: '',
  siret: '',
  addressLine: '',
  postalCode: '',
  town: '',
  phone: '',
  latitude: '',
  longitude: '',
}

/** Degrees as people type them, with a comma or a point. */
const degrees = (text: string): number | undefined =>
  text.trim() === '' ? undefined : Number(text.trim().replace(',', '.'))

export function useEstablishmentForm(known?: EstablishmentView) {
  const texts = useMembersTexts()
  const position = (text: string, other: string) => {
    const value = degrees(text)
    if (Number.isNaN(value)) return texts('form.badPosition')
    return value === undefined && other.trim() !== '' ? texts('form.halfPosition') : null
  }
  return useForm<EstablishmentForm>({
    initialValues: known === undefined ? EMPTY : valuesOf(known),
    validate: {
      latitude: (text, { longitude }) => position(text, longitude),
      longitude: (text, { latitude }) => position(text, latitude),
    },
  })
}

const written = (value: number | undefined): string =>
  value === undefined ? '' : String(value).replace('.', ',')

const valuesOf = (known: EstablishmentView): EstablishmentForm => ({
  name: known.name,
  shortName: known.shortName,
  kind: known.kind,
  finessEt: known.finessEt ?? '',
  finessEj: known.finessEj ?? '',
  siret: known.siret ?? '',
  addressLine: known.addressLine,
  postalCode: known.postalCode,
  town: known.town,
  phone: known.phone ?? '',
  latitude: written(known.latitude),
  longitude: written(known.longitude),
})

/** As the API takes it: an empty box is no value. */
export function asInput(values: EstablishmentForm) {
  const { finessEt, finessEj, siret, phone, latitude, longitude, ...required } = values
  const [north, east] = [degrees(latitude), degrees(longitude)]
  return {
    ...required,
    ...(finessEt !== '' && { finessEt }),
    ...(finessEj !== '' && { finessEj }),
    ...(siret !== '' && { siret }),
    ...(phone.trim() !== '' && { phone }),
    ...(north !== undefined && { latitude: north }),
    ...(east !== undefined && { longitude: east }),
  }
}
