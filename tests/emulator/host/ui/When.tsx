import { useDesk } from './DeskContext.tsx';
import { ago, fullDate } from './time.ts';

/** An instant, relative to the world's clock, with the full date as its title. */
export function When({ at }: { at: string }) {
  const desk = useDesk();
  const zone = desk.me()?.iana_time_zone ?? 'UTC';
  return (
    <time dateTime={at} title={fullDate(at, zone)}>
      {ago(at, desk.state().now)}
    </time>
  );
}
