import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { EstablishmentView } from '../../../../src/members/schema.js'
import { useFormats } from '../../texts/formats.js'
import { Facts } from '../../ui/layout/facts.js'
import { Page } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { Code } from '../../ui/marks/amounts.js'
import { StateBadge } from '../../ui/marks/state-badge.js'
import { Loadable } from '../../ui/state/loadable.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { DialogButton } from '../parts/dialog-button.js'
import { establishmentQuery } from '../parts/queries.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useMayAdminister } from '../parts/use-administration.js'
import { CareUnits } from './care-units.js'
import { ChangeEstablishment } from './change-establishment.js'
import { DeliveryPoints } from './delivery-points.js'
import { Memberships } from './memberships.js'
import { useMembersTexts } from './texts.js'

/** One establishment: who it is, of what it is a member, where it orders from and is delivered. */
export function MemberPage() {
  const texts = useMembersTexts()
  const query = useQuery(establishmentQuery(usePathParam('establishmentId')))
  const known = query.data
  return (
    <Page
      title={known?.name ?? texts('title')}
      crumbs={[{ label: texts('title'), to: '/administration' }]}
      marks={known?.isFictitious ? <StateBadge>{texts('fictitious')}</StateBadge> : null}
      subtitle={known === undefined ? null : `${known.kind} · ${known.town}`}
      actions={known === undefined ? null : <ChangeButton establishment={known} />}
    >
      <Loadable query={query}>
        {(establishment) => (
          <Stack gap="md">
            <Identity of={establishment} />
            <Memberships establishment={establishment} />
            <CareUnits establishmentId={establishment.id} />
            <DeliveryPoints establishmentId={establishment.id} />
          </Stack>
        )}
      </Loadable>
    </Page>
  )
}

function ChangeButton({ establishment }: { readonly establishment: EstablishmentView }) {
  const texts = useMembersTexts()
  const common = useAdministrationTexts()
  if (!useMayAdminister()) return null
  return (
    <DialogButton label={common('change')} title={texts('form.change')} width={720}>
      {(close) => <ChangeEstablishment establishment={establishment} onClose={close} />}
    </DialogButton>
  )
}

function Identity({ of: site }: { readonly of: EstablishmentView }) {
  const texts = useMembersTexts()
  const common = useAdministrationTexts()
  const formats = useFormats()
  const code = (value: string | undefined) =>
    value === undefined ? common('notSaid') : <Code>{value}</Code>
  const { latitude, longitude } = site
  return (
    <Panel title={texts('identity')}>
      <Facts
        items={[
          { label: texts('fact.shortName'), value: site.shortName },
          { label: texts('fact.kind'), value: site.kind },
          { label: texts('fact.finessEt'), value: code(site.finessEt) },
          { label: texts('fact.finessEj'), value: code(site.finessEj) },
          { label: texts('fact.siret'), value: code(site.siret) },
          {
            label: texts('fact.address'),
            value: `${site.addressLine}, ${site.postalCode} ${site.town}`,
          },
          { label: texts('fact.phone'), value: site.phone ?? common('notSaid') },
          {
            label: texts('fact.position'),
            value:
              latitude === undefined || longitude === undefined
                ? common('notSaid')
                : `${formats.decimal(latitude, 5)} · ${formats.decimal(longitude, 5)}`,
          },
        ]}
      />
    </Panel>
  )
}
