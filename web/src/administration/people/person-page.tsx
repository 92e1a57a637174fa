import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { UserView } from '../../../../src/members/user-schema.js'
import { useFormats } from '../../texts/formats.js'
import { Facts } from '../../ui/layout/facts.js'
import { Page, PathLink } from '../../ui/layout/page.js'
import { Panel } from '../../ui/layout/panel.js'
import { EmptyState } from '../../ui/state/empty-state.js'
import { Loadable } from '../../ui/state/loadable.js'
import { usePathParam } from '../../ui/use-path-param.js'
import { usersQuery } from '../parts/queries.js'
import { useAdministrationTexts } from '../parts/texts.js'
import { useAdministered, useMayAdminister } from '../parts/use-administration.js'
import { AccountActs } from './account-acts.js'
import { signInKind } from './grants.js'
import { GrantsPanel } from './grants-panel.js'
import { usePeopleTexts } from './texts.js'
import { AccountBadge } from './use-people-columns.js'

/** One person or machine: their account, their roles by date. */
export function PersonPage() {
  const texts = usePeopleTexts()
  const userId = usePathParam('userId')
  const mayAct = useMayAdminister()
  const query = useQuery(usersQuery(useAdministered().id))
  const user = query.data?.find(({ id }) => id === userId)
  return (
    <Page
      title={user?.displayName ?? texts('title')}
      crumbs={[{ label: texts('title'), to: '/administration/personnes' }]}
      marks={user === undefined ? null : <AccountBadge of={user} />}
      subtitle={user === undefined ? null : subtitleOf(user, texts('machine'))}
      actions={mayAct && user !== undefined ? <AccountActs user={user} /> : null}
    >
      <Loadable query={query}>
        {() =>
          user === undefined ? (
            <EmptyState title={texts('missing')}>{texts('missingHint')}</EmptyState>
          ) : (
            <Stack gap="md">
              <Account of={user} />
              <GrantsPanel user={user} />
            </Stack>
          )
        }
      </Loadable>
    </Page>
  )
}

const subtitleOf = ({ kind, jobTitle }: UserView, machine: string): string =>
  kind === 'machine' ? machine : jobTitle

function Account({ of: user }: { readonly of: UserView }) {
  const texts = usePeopleTexts()
  const common = useAdministrationTexts()
  const formats = useFormats()
  const isPerson = user.kind === 'person'
  return (
    <Panel
      title={texts('account')}
      aside={
        <PathLink to="/administration/journal" search={{ personne: user.id }}>
          {texts('history')}
        </PathLink>
      }
    >
      <Facts
        items={[
          ...(isPerson
            ? [
                { label: texts('fact.email'), value: user.email },
                { label: texts('fact.jobTitle'), value: user.jobTitle || common('notSaid') },
              ]
            : []),
          { label: texts('fact.signIn'), value: texts(`factor.${signInKind(user)}`) },
          { label: texts('fact.since'), value: formats.date(user.createdAt) },
          ...(user.disabledAt === undefined
            ? []
            : [{ label: texts('fact.disabled'), value: formats.dateTime(user.disabledAt) }]),
        ]}
      />
    </Panel>
  )
}
