import { Button } from '@zendeskgarden/react-buttons';
import { type RefObject, useRef, useState } from 'react';
import { type WorkflowKind, workflowKinds } from '../../../care/workflows/workflow.ts';
import { Line, Quiet, Stack } from '../../layout.ts';
import { useApp } from '../../useApp.ts';
import { useOnOpen } from '../../useOnOpen.ts';
import { Box, GroupName, Row, Strong } from '../layout.ts';

interface Props {
  isFull: boolean;
  buttonRef: RefObject<HTMLButtonElement>;
  onAdd: (kind: WorkflowKind) => void;
}

/** Three kinds to begin with; where there are five already, the reason why there is no sixth. */
export function AddWorkflow({ isFull, buttonRef, onAdd }: Props) {
  const { t } = useApp();
  const [isAsking, setAsking] = useState(false);
  const onEnd = () => {
    setAsking(false);
    buttonRef.current?.focus();
  };
  return (
    <Stack $gap={8}>
      <Line>
        <Button size="small" ref={buttonRef} aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
          {t('workflows.add')}
        </Button>
      </Line>
      {isAsking && isFull && <p role="alert">{t('workflows.full')}</p>}
      {isAsking && !isFull && (
        <Kinds
          onCancel={onEnd}
          onChoose={(kind) => {
            setAsking(false);
            onAdd(kind);
          }}
        />
      )}
    </Stack>
  );
}

interface KindsProps {
  onChoose: (kind: WorkflowKind) => void;
  onCancel: () => void;
}

function Kinds({ onChoose, onCancel }: KindsProps) {
  const { t } = useApp();
  const title = useRef<HTMLHeadingElement>(null);
  useOnOpen(() => title.current?.focus());
  return (
    <Box $gap={12} as="section" aria-label={t('workflows.add_which')}>
      <GroupName ref={title} tabIndex={-1}>
        {t('workflows.add_which')}
      </GroupName>
      {workflowKinds.map((kind) => (
        <Row key={kind}>
          <div style={{ flex: 1, minWidth: 0 }}>
            <Strong as="h3">{t(`workflows.kind.${kind}`)}</Strong>
            <Quiet>{t(`workflows.kind.${kind}_why`)}</Quiet>
          </div>
          <Button
            size="small"
            aria-label={t('workflows.add_named', { name: t(`workflows.kind.${kind}`) })}
            onClick={() => onChoose(kind)}
          >
            {t('workflows.add_this')}
          </Button>
        </Row>
      ))}
      <Line>
        <Button size="small" isBasic onClick={onCancel}>
          {t('workflows.add_cancel')}
        </Button>
      </Line>
    </Box>
  );
}
