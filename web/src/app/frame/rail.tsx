import { Button, Divider, Stack } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useSession } from '../../api/session.js'
import { usePlaceChoice } from '../place.js'
import { type Space, spacesOf } from '../spaces.js'
import { useFrameTexts } from '../texts.js'
import classes from './frame.module.css'
import { LateChoice } from './late-choice.js'
import { useCounts } from './use-counts.js'

interface Props {
  readonly space: Space | undefined
  readonly path: string
}

/** The spaces of the person, the sections of this one, and what waits in each. */
export function Rail({ space, path }: Props) {
  const texts = useFrameTexts()
  const sections = useSections(space)
  return (
    <Stack gap="xs">
      <SpaceSwitch space={space} />
      <Divider />
      <nav aria-label={texts('navigation')}>
        {sections.map((section) => (
          <SectionLink
            key={section.path}
            section={section}
            isHere={isHere(section.path, path, space)}
          />
        ))}
      </nav>
    </Stack>
  )
}

/** What the place the person acts for takes part in: a house without the laboratory sends no tubes. */
function useSections(space: Space | undefined): Space['sections'] {
  const groupings = usePlaceChoice()?.place.groupings
  const sections = space?.sections ?? []
  if (groupings === undefined) return sections
  return sections.filter(
    ({ kind }) => kind === undefined || groupings.some((grouping) => grouping.kind === kind),
  )
}

/** The home of a space is only itself; other sections also cover what opens below them. */
const isHere = (section: string, path: string, space: Space | undefined): boolean =>
  section === space?.path ? path === section : path.startsWith(section)

function SectionLink({
  section,
  isHere,
}: {
  readonly section: Space['sections'][number]
  readonly isHere: boolean
}) {
  const texts = useFrameTexts()
  const counts = useCounts()
  const count = counts[section.path] ?? 0
  return (
    <Link
      to={section.path}
      className={classes['section']}
      data-here={isHere || undefined}
      aria-current={isHere ? 'page' : undefined}
    >
      <section.icon size={20} stroke={1.6} aria-hidden />
      {texts.word('sections', section.id)}
      {count > 0 ? <span className={classes['count']}>{count}</span> : null}
    </Link>
  )
}

function SpaceSwitch({ space }: { readonly space: Space | undefined }) {
  const texts = useFrameTexts()
  const navigate = useNavigate()
  const spaces = spacesOf(useSession())
  const name = space === undefined ? texts('switchSpace') : texts.word('spaces', space.id)
  if (spaces.length === 1 && space !== undefined) {
    return (
      <Button
        variant="transparent"
        c="var(--nv-ink)"
        justify="flex-start"
        leftSection={<space.icon size={22} aria-hidden />}
        component={Link}
        to={space.path}
      >
        {name}
      </Button>
    )
  }
  return (
    <LateChoice
      fullWidth
      label={texts('switchSpace')}
      value={name}
      icon={space ? <space.icon size={22} aria-hidden /> : undefined}
      choices={spaces.map((each) => ({
        id: each.id,
        label: texts.word('spaces', each.id),
        icon: <each.icon key="icon" size={20} aria-hidden />,
        choose: () => void navigate({ to: each.path }),
      }))}
    />
  )
}
