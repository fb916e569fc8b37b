import { oriented } from '../../care/orientation.ts';
import { isNative, type Rating } from '../../care/rating.ts';
import { Folded } from '../Folded.tsx';
import { Line, Quiet } from '../layout.ts';
import { originText } from '../originText.ts';
import { scoreText } from '../scoreText.ts';
import { useApp } from '../useApp.ts';

interface Props {
  /** What the places on this ticket say. */
  sources: readonly { ratings: readonly Rating[] }[];
  /** What is shown above. */
  shown: readonly (Rating | null)[];
}

/** Scores that other places on the ticket hold besides the one that counts. */
export function AlsoSaid({ sources, shown }: Props) {
  const { t, configuration } = useApp();
  const others = sources.flatMap(({ ratings }) => ratings).filter((rating) => !isShown(rating, shown));
  if (others.length === 0) return null;
  return (
    <Folded line={t('score.also', { count: others.length })}>
      {others.map((rating) => (
        <Line as="li" key={`${rating.source} ${rating.metric} ${rating.definition}`}>
          <Quiet as="span">{originText(t, rating, configuration)}</Quiet>
          <strong>{scoreText(t, oriented(rating, configuration))}</strong>
        </Line>
      ))}
    </Folded>
  );
}

/** Zendesk's own places speak of one and the same answer. */
const isShown = (rating: Rating, shown: Props['shown']) =>
  shown.some(
    (one) =>
      one?.metric === rating.metric && (one.source === rating.source || (isNative(one) && isNative(rating))),
  );
