import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People, their workspaces, and what they did. The schema `auth` is as better-auth wants it, by its own names; what a person may
 * see and do is ours.
 */
export class People1795722000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema auth;
      create table auth."user" (
        id uuid primary key default gen_random_uuid(),
        name text not null,
        email text not null unique,
        "emailVerified" boolean not null,
        image text,
        "createdAt" timestamptz not null default now(),
        "updatedAt" timestamptz not null default now()
      );
      create table auth.session (
        id uuid primary key default gen_random_uuid(),
        "expiresAt" timestamptz not null,
        token text not null unique,
        "createdAt" timestamptz not null default now(),
        "updatedAt" timestamptz not null,
        "ipAddress" text,
        "userAgent" text,
        "userId" uuid not null references auth."user" on delete cascade
      );
      create index "session_userId_idx" on auth.session ("userId");
      create table auth.account (
        id uuid primary key default gen_random_uuid(),
        "accountId" text not null,
        "providerId" text not null,
        "userId" uuid not null references auth."user" on delete cascade,
        "accessToken" text,
        "refreshToken" text,
        "idToken" text,
        "accessTokenExpiresAt" timestamptz,
        "refreshTokenExpiresAt" timestamptz,
        scope text,
        password text,
        "createdAt" timestamptz not null default now(),
        "updatedAt" timestamptz not null
      );
      create index "account_userId_idx" on auth.account ("userId");
      create table auth.verification (
        id uuid primary key default gen_random_uuid(),
        identifier text not null,
        value text not null,
        "expiresAt" timestamptz not null,
        "createdAt" timestamptz not null default now(),
        "updatedAt" timestamptz not null default now()
      );
      create index verification_identifier_idx on auth.verification (identifier);
    `);
    await runner.query(`
      create table workspace (
        id uuid primary key default gen_random_uuid(),
        name text not null,
        created_at timestamptz not null default now()
      );
      create table membership (
        workspace_id uuid not null references workspace on delete cascade,
        user_id uuid not null references auth."user" on delete cascade,
        role text not null constraint membership_role_check check (role in ('viewer', 'editor', 'admin')),
        created_at timestamptz not null default now(),
        primary key (workspace_id, user_id)
      );
      create index membership_user_id_idx on membership (user_id);
      create table invitation (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace on delete cascade,
        role text not null constraint invitation_role_check check (role in ('viewer', 'editor', 'admin')),
        email text not null,
        digest char(64) not null unique,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        accepted_at timestamptz
      );
      create index invitation_workspace_id_idx on invitation (workspace_id);
      create table api_key (
        id uuid primary key default gen_random_uuid(),
        workspace_id uuid not null references workspace on delete cascade,
        user_id uuid not null references auth."user" on delete cascade,
        name text not null,
        role text not null constraint api_key_role_check check (role in ('viewer', 'editor', 'admin')),
        start text not null,
        digest char(64) not null unique,
        created_at timestamptz not null default now(),
        used_at timestamptz,
        revoked_at timestamptz
      );
      create index api_key_workspace_id_idx on api_key (workspace_id);
      create table audit_entry (
        id uuid primary key default gen_random_uuid(),
        at timestamptz not null default clock_timestamp(),
        workspace_id uuid references workspace on delete cascade,
        user_id uuid references auth."user" on delete set null,
        api_key_id uuid references api_key on delete set null,
        action text not null,
        arguments jsonb not null,
        outcome text not null
      );
      create index audit_entry_workspace_id_at_id_idx on audit_entry (workspace_id, at, id);
      alter table experiment add column workspace_id uuid references workspace;
      create index experiment_workspace_id_created_at_id_idx on experiment (workspace_id, created_at, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table experiment drop column workspace_id;
      drop table audit_entry, api_key, invitation, membership, workspace;
      drop schema auth cascade;
    `);
  }
}
