/** The least a triage page can be: React, Garden's theme and the components of its first screen. */
import { Button } from '@zendeskgarden/react-buttons';
import { Checkbox, Field, Label } from '@zendeskgarden/react-forms';
import { Skeleton } from '@zendeskgarden/react-loaders';
import { Alert, Title } from '@zendeskgarden/react-notifications';
import { Tag } from '@zendeskgarden/react-tags';
import { ThemeProvider } from '@zendeskgarden/react-theming';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <ThemeProvider>
      <Field>
        <Checkbox>
          <Label>Ines P.</Label>
        </Checkbox>
      </Field>
      <Tag>
        <span>1/5</span>
      </Tag>
      <Button>Take it</Button>
      <Skeleton />
      <Alert type="info">
        <Title>As of</Title>
        09:12
      </Alert>
    </ThemeProvider>,
  );
}
