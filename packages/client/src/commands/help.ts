import { columns } from './columns.ts';
import type { Command, Operand, Option } from './command.ts';
import { globalOptions } from './global-options.ts';

/** What there is. */
export function help(commands: readonly Command[]): string {
  return [
    'kindred <command> [options]',
    columns(commands.map((command) => [usage(command), command.summary])),
    `Options of every command\n${options(globalOptions)}`,
    'kindred <command> --help says more of one.',
  ].join('\n\n');
}

/** All of one command. */
export function commandHelp(command: Command): string {
  const own = Object.keys(command.options).length > 0 ? [options(command.options)] : [];
  const operands = command.operands.map((operand) => [show(operand), operand.help]);
  return [
    `kindred ${usage(command)} [options]\n${command.summary}`,
    ...(operands.length > 0 ? [columns(operands)] : []),
    ...own,
    options(globalOptions),
  ].join('\n\n');
}

/** `compare <A> <B>` */
export function usage({ name, operands }: Command): string {
  return [name, ...operands.map(show)].join(' ');
}

function show({ name, takes = 'one' }: Operand): string {
  if (takes === 'one or none') return `[${name}]`;
  return takes === 'one' ? `<${name}>` : `<${name}…>`;
}

function options(known: Readonly<Record<string, Option>>): string {
  return columns(
    Object.entries(known).map(([name, { value, help, default: otherwise }]) => [
      `--${name}${value ? ` <${value}>` : ''}`,
      otherwise === undefined ? help : `${help} (default ${otherwise})`,
    ]),
  );
}
