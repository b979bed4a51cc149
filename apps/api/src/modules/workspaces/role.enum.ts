import { roles } from '@kindred/core';
import { registerEnumType } from 'type-graphql';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';

export const RoleEnum = upperCaseEnum(roles);

registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What somebody may do in a workspace, each what those before it may too.',
  valuesConfig: {
    VIEWER: { description: 'Looks at everything.' },
    EDITOR: {
      description: 'Starts experiments, asks for pictures, evaluations and files, and writes notes.',
    },
    ADMIN: { description: 'Invites people, gives them roles, and sees what was done.' },
  },
});
