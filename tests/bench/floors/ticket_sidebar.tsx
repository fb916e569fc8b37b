/** The least a ticket sidebar can be: React, Garden's theme and the components of its first screen. */
import { Button } from '@zendeskgarden/react-buttons';
import { Field, Input, Label, Textarea } from '@zendeskgarden/react-forms';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { Tag } from '@zendeskgarden/react-tags';
import { ThemeProvider } from '@zendeskgarden/react-theming';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ThemeProvider>
      <Tag>
        <span>2/5</span>
      </Tag>
      <p>Explained it to four people before anyone could help.</p>
      <Button>Agent</Button>
      <Field>
        <Label>Topic</Label>
        <Input />
      </Field>
      <Field>
        <Label>Note</Label>
        <Textarea />
      </Field>
      <Skeleton />
      <Alert type="info">
        <Title>Case</Title>
        in progress
      </Alert>
    </ThemeProvider>,
  );
}
