import { useEffect, useState } from 'react';
import { useApp } from '../useApp.ts';

/** Where the tab's hub keeps topics this person used. */
const keptAs = 'topics';
const most = 30;

/** Topics to offer: the account's own first, then those used in this tab, newest first. */
export function useTopics(): { topics: string[]; addTopic: (topic: string) => void } {
  const { configuration, zendesk } = useApp();
  const { hub } = zendesk;
  const [used, setUsed] = useState<string[]>([]);
  useEffect(() => {
    let isOver = false;
    hub.recall(keptAs).then((kept) => {
      if (!isOver && Array.isArray(kept)) setUsed(kept.map(String));
    });
    return () => {
      isOver = true;
    };
  }, [hub]);
  const addTopic = (topic: string) => {
    const next = [topic, ...used.filter((other) => other !== topic)].slice(0, most);
    setUsed(next);
    hub.keep(keptAs, next);
  };
  return { topics: [...new Set([...configuration.topics, ...used])], addTopic };
}
