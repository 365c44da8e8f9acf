/*
 * phone_plan.js: makes phone_plan_table.c, every numbering plan as one automaton over digits
 *
 *     npm install && node phone_plan.js > ../phone_plan_table.c
 *
 * The patterns of the plans are finite: each is a set of strings of digits.  They
 * are put together and reduced to the smallest automaton that tells, for a string
 * of digits, in which countries it is a number, and of what kind.
 */
'use strict';

const metadata = require('libphonenumber-js/metadata.max.json');
const {rows} = require('./fold.js');

/* Countries whose numbers are known in the form in which they are dialled at home. */
const atHome = ('AE AR AT AU BA BE BG BR CA CH CL CN CO CZ DE DK DO EC EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS ' +
	'IT JP KE KR KZ LT LU LV ME MK MX MY NG NL NO NZ PE PH PK PL PT RO RS RU SA SE SG SI SK TH TR TW UA US VN ZA').split(' ');

/* As in phone_plan.h. */
const NUMBER = 1, ASSIGNED = 2, FIXED = 4, MOBILE = 8;

/* Regular expressions over digits: what the metadata use of them. */
function parse(text)
{
	let at = 0;

	function alternatives()
	{
		const list = [sequence()];

		while (text[at] === '|')
		{
			at++;
			list.push(sequence());
		}
		return {type: 'any', list};
	}

	function sequence()
	{
		const list = [];

		while (at < text.length && text[at] !== '|' && text[at] !== ')')
			list.push(repeated());
		return {type: 'all', list};
	}

	function repeated()
	{
		const node = atom();
		let match;

		if (text[at] === '?')
		{
			at++;
			return {type: 'repeat', node, least: 0, most: 1};
		}
		if ((match = /^\{(\d+)(?:,(\d+))?\}/.exec(text.slice(at))))
		{
			at += match[0].length;
			return {type: 'repeat', node, least: +match[1], most: +(match[2] || match[1])};
		}
		return node;
	}

	function atom()
	{
		let match;
		const rest = text.slice(at);

		if ((match = /^\(\?:/.exec(rest)))
		{
			at += 3;
			const node = alternatives();

			if (text[at++] !== ')')
				throw new Error(text);
			return node;
		}
		if ((match = /^\\d/.exec(rest)))
		{
			at += 2;
			return {type: 'digit', mask: 0x3ff};
		}
		if ((match = /^\[([0-9-]+)\]/.exec(rest)))
		{
			let mask = 0;

			at += match[0].length;
			for (const range of match[1].match(/\d-\d|\d/g))
			{
				for (let digit = +range[0]; digit <= +range[range.length - 1]; digit++)
					mask |= 1 << digit;
			}
			return {type: 'digit', mask};
		}
		if ((match = /^\d/.exec(rest)))
		{
			at++;
			return {type: 'digit', mask: 1 << +match[0]};
		}
		throw new Error(`cannot read ${text} at ${at}`);
	}

	const node = alternatives();

	if (at !== text.length)
		throw new Error(`cannot read ${text} at ${at}`);
	return node;
}

/* A nondeterministic automaton; each step leads over a digit, or over none. */
const over = [];				/* [mask, to] of each state */
const free = [];				/* the states that each leads to over none */
const accepted = [];			/* what each state is: {code, country, flags, least, most digits}, or undefined */

function state()
{
	over.push([]);
	free.push([]);
	accepted.push(undefined);
	return over.length - 1;
}

/* Builds what leads from one state over a node; returns where. */
function build(node, from)
{
	let to;

	switch (node.type)
	{
		case 'digit':
			to = state();
			over[from].push([node.mask, to]);
			return to;
		case 'all':
			return node.list.reduce((at, part) => build(part, at), from);
		case 'any':
			to = state();
			for (const part of node.list)
				free[build(part, from)].push(to);
			return to;
		case 'repeat':
			to = state();
			for (let i = 0; i < node.most; i++)
			{
				if (i >= node.least)
					free[from].push(to);
				from = build(node.node, from);
			}
			free[from].push(to);
			return to;
	}
	throw new Error(node.type);
}

function add(start, prefix, pattern, code, country, flags, least = 0, most = 99)
{
	let at = start;

	for (const digit of prefix)
		at = build({type: 'digit', mask: 1 << +digit}, at);
	at = build(parse(pattern), at);
	accepted[at] = {code, country, flags, least, most};
}

function closure(states)
{
	const seen = new Set(states);
	const stack = [...states];

	while (stack.length > 0)
	{
		for (const next of free[stack.pop()])
		{
			if (!seen.has(next))
			{
				seen.add(next);
				stack.push(next);
			}
		}
	}
	return [...seen].sort((a, b) => a - b);
}

/* What a number is: calling code and country where they are one, else 0 and none; kinds. */
const owners = metadata.country_calling_codes;
const mains = Object.entries(owners).filter(([code, names]) => code !== '1' && names.length > 1)
	.map(([, names]) => names[0]);

function codeOf(name)
{
	return metadata.countries[name] && metadata.countries[name][0];
}

const labels = [];
const labelIndex = new Map();

function labelOf(code, country, flags)
{
	const key = `${code} ${country} ${flags}`;

	if (!labelIndex.has(key))
	{
		labelIndex.set(key, labels.length);
		labels.push({code, country, flags});
	}
	return labelIndex.get(key);
}
labelOf(0, '', 0);

function only(list)
{
	return list.every(item => item === list[0]) ? list[0] : undefined;
}

/*
 * The only country, or the one to which the others with its calling code belong;
 * in North America no country is another's.
 */
function countryOf(list)
{
	const main = list.find(name => mains.includes(name));

	return only(list) || (main && list.every(name => codeOf(name) === codeOf(main)) ? main : '');
}

function label(states, depth)
{
	const all = states.map(s => accepted[s])
		.filter(item => item !== undefined && depth >= item.least && depth <= item.most);
	const assigned = all.filter(item => item.flags & ASSIGNED);
	const found = assigned.length > 0 ? assigned : all;

	if (found.length === 0)
		return 0;
	return labelOf(only(found.map(item => item.code)) || 0, countryOf(found.map(item => item.country)),
		found.reduce((flags, item) => flags | item.flags, NUMBER));
}

/* The smallest automaton: states that accept the same are one. */
const states = [];				/* {label, to: [10 states]}; 0 accepts nothing */
const byContent = new Map();

function intern(label, to)
{
	const key = `${label}:${to}`;

	if (!byContent.has(key))
	{
		byContent.set(key, states.length);
		states.push({label, to});
	}
	return byContent.get(key);
}
intern(0, new Array(10).fill(0));

const known = new Map();

function reduce(set, depth)
{
	const key = `${depth}:${set}`;

	if (known.has(key))
		return known.get(key);
	const to = [];

	for (let digit = 0; digit < 10; digit++)
	{
		const next = new Set();

		for (const s of set)
		{
			for (const [mask, target] of over[s])
			{
				if (mask & 1 << digit)
					next.add(target);
			}
		}
		to.push(next.size === 0 || depth >= 18 ? 0 : reduce(closure([...next]), depth + 1));
	}
	const result = intern(label(set, depth), to);

	known.set(key, result);
	return result;
}

const international = state();
const national = state();
const bare = state();
const plain = state();

for (const [name, plan] of [...Object.entries(metadata.countries), ...Object.entries(metadata.nonGeographic)])
{
	const [code, , general, , , trunk] = plan;
	/* Luxembourg's plan has numbers of any length, nearly all of which are not in use */
	const most = name === 'LU' ? 9 : 13;
	/* the country is known by the code, unless it has several */
	const owner = owners[code] && owners[code].length > 1 ? name : '';
	/* 0 fixed, 1 mobile, 2 toll-free, 3 premium, 4 personal, 5 voicemail, 6 UAN, 7 pager, 8 VoIP, 9 shared cost */
	const kinds = [FIXED, MOBILE, 0, 0, 0, 0, 0, 0, FIXED, 0];
	const patterns = (plan[11] || [[general]])
		.map((type, i) => [type && type[0], plan[11] ? kinds[i] : FIXED | MOBILE])
		.filter(([pattern]) => pattern);

	add(international, code, general, 0, owner, 0);
	for (const [pattern, kind] of patterns)
	{
		add(international, code, pattern, 0, owner, ASSIGNED | kind);
		/* as phone.c does it: with its calling code and no + */
		add(plain, code, pattern, 0, '', ASSIGNED, 9, 15);
	}
	if (!atHome.includes(name))
		continue;
	for (const [pattern, kind] of patterns.filter(item => item[1] !== 0))
	{
		add(plain, trunk || '', pattern, 0, '', ASSIGNED, 7, most);
		if (trunk)
			add(plain, '', pattern, 0, '', ASSIGNED, 7, trunk === '1' ? 13 : 11);
		if (trunk)
			add(national, trunk, pattern, +code, name, ASSIGNED | kind);
		/* North America's trunk prefix is left out where ten digits are dialled */
		if (!trunk || trunk === '1')
			add(national, '', pattern, +code, name, ASSIGNED | kind, 0, most);
		else
			add(bare, '', pattern, +code, name, ASSIGNED | kind);
	}
}

const starts = [international, national, bare].map(s => reduce(closure([s]), 0));

/* Digits and nothing else, where all that is asked is whether they can be a number. */
const labelled = states.length;
const plainStart = reduce(closure([plain]), 0);
const plainStates = [];

function walk(s)
{
	if (plainStates.includes(s))
		return;
	plainStates.push(s);
	states[s].to.forEach(walk);
}
walk(0);
walk(plainStart);

const plainRows = plainStates.map(s => states[s].to.map(next => plainStates.indexOf(next)));

const plainLabels = plainStates.map(s => states[s].label === 0 ? 0 : 1);

states.length = labelled;		/* what was added is in rows of its own */
const runs = [];
const compact = states.map(({to}) =>
{
	let starts = 0;
	const first = runs.length;

	for (let digit = 0; digit < 10; digit++)
	{
		if (digit === 0 || to[digit] !== to[digit - 1])
		{
			starts |= 1 << digit;
			runs.push(to[digit]);
		}
	}
	return {starts, first};
});

if (states.length > 65535 || runs.length > 65535 || labels.length > 256)
	throw new Error('the automaton has outgrown its numbers');

const codes = [...new Set([...Object.keys(owners), ...Object.keys(metadata.nonGeographic)])].map(Number)
	.sort((a, b) => a - b)
	.map(code =>
	{
		const names = owners[code] || [];
		const plan = metadata.countries[names[0]] || [];

		return `\t{${code}, "${names.length === 1 ? names[0] : ''}", "${plan[5] || ''}"},`;
	});

console.log(`/*
 * phone_plan_table.c: the numbering plans of the world as one automaton over digits
 *
 * Made by generate/phone_plan.js from the metadata of Google's libphonenumber
 * (Apache License 2.0) as in the npm package libphonenumber-js
 * ${require('libphonenumber-js/package.json').version} (MIT); not to be edited.
 */
#include "phone_plan.h"

const BvCallingCode bv_calling_codes[] = {
${codes.join('\n')}
};

const int	bv_calling_code_count = ${codes.length};

const uint16_t bv_phone_international = ${starts[0]};
const uint16_t bv_phone_national = ${starts[1]};
const uint16_t bv_phone_bare = ${starts[2]};

const uint16_t bv_phone_plain = ${plainStates.indexOf(plainStart)};

const uint16_t bv_phone_plain_steps[][10] = {
${plainRows.map(row => `\t{${row.join(', ')}},`).join('\n')}
};

const bool bv_phone_plain_number[] = {
${rows(plainLabels, 92)}
};

const BvPhoneLabel bv_phone_labels[] = {
${labels.map(({code, country, flags}) => `\t{${code}, ${flags}, "${country}"},`).join('\n')}
};

const BvPhoneState bv_phone_states[] = {
${rows(compact.map(({starts, first}, i) => `{${starts}, ${first}}`), 92)}
};

const uint8_t bv_phone_state_label[] = {
${rows(states.map(item => item.label), 92)}
};

const uint16_t bv_phone_steps[] = {
${rows(runs, 92)}
};`);
console.error(`${states.length} states, ${runs.length} steps, ${labels.length} labels, ` +
	`${states.length * 5 + runs.length * 2} bytes; ` +
	`${plainStates.length} plain states, ${plainStates.length * 21} bytes`);
