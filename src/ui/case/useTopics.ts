import { useEffect, useState } from 'react';
import { keep, recall } from '../../actions/frames.ts';
import { useApp } from '../useApp.ts';

/** Under which name this tab's frames keep the topics this person used. */
const keptAs = 'topics';
const most = 30;

/** Topics to offer: the account's own first, then those used in this tab, newest first. */
export function useTopics(): { topics: string[]; addTopic: (topic: string) => void } {
  const app = useApp();
  const [used, setUsed] = useState<string[]>([]);
  useEffect(() => {
    let isOver = false;
    recall(app, keptAs).then((kept) => {
      if (!isOver && Array.isArray(kept)) setUsed(kept.map(String));
    });
    return () => {
      isOver = true;
    };
  }, [app]);
  const addTopic = (topic: string) => {
    const next = [topic, ...used.filter((other) => other !== topic)].slice(0, most);
    setUsed(next);
    keep(app, keptAs, next);
  };
  return { topics: [...new Set([...app.configuration.topics, ...used])], addTopic };
}
