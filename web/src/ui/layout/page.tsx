import { Anchor, Group, Stack, Title } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useUiTexts } from '../texts.js'

interface Crumb {
  readonly label: string
  readonly to: string
}

interface Props {
  readonly title: string
  /** What stands beside the title: state, urgency, storage. */
  readonly marks?: ReactNode
  /** The way back. */
  readonly crumbs?: readonly Crumb[]
  /** The acts of the page, the main one last. */
  readonly actions?: ReactNode
  /** One line below the title: whose, when, for which run. */
  readonly subtitle?: ReactNode
  readonly children: ReactNode
}

/** The frame of every page: where I am, what this is, what I can do. */
export function Page({ title, marks, crumbs = [], actions, subtitle, children }: Props) {
  const texts = useUiTexts()
  useEffect(() => {
    document.title = `${title} · Navette`
  }, [title])
  return (
    <Stack gap="md">
      <Stack gap={4}>
        {crumbs.length > 0 ? (
          <Group gap={6} component="nav" aria-label={texts('crumbs')}>
            {crumbs.map((crumb, index) => (
              <Group gap={6} key={crumb.to}>
                <span aria-hidden>{index === 0 ? '‹' : '/'}</span>
                <PathLink to={crumb.to}>{crumb.label}</PathLink>
              </Group>
            ))}
          </Group>
        ) : null}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Group gap="sm" align="center">
            <Title order={1}>{title}</Title>
            {marks}
          </Group>
          {actions ? <Group gap="xs">{actions}</Group> : null}
        </Group>
        {subtitle ? <div style={{ color: 'var(--nv-dimmed)' }}>{subtitle}</div> : null}
      </Stack>
      {children}
    </Stack>
  )
}

interface PathLinkProps {
  readonly to: string
  readonly search?: Readonly<Record<string, unknown>>
  readonly children: ReactNode
}

/** A link to a page by its path, which crosses spaces; the router does not load the page again. */
export function PathLink({ to, search, children }: PathLinkProps) {
  const target: LinkProps = search === undefined ? { to } : { to, search }
  return (
    <Anchor component={Link} {...target}>
      {children}
    </Anchor>
  )
}
