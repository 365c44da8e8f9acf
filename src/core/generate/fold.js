/*
 * fold.js: how words are folded before they are looked up, and its table in C
 *
 *     node fold.js > ../fold_table.c
 *
 * One definition for both sides: the generators of the word tables call
 * fold(), the library reads the table that is printed here.
 */
'use strict';

/* Letters that Unicode does not take apart. */
const special = {
	'ß': 'ss', 'ẞ': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'þ': 'th',
	'ł': 'l', 'ı': 'i', 'ħ': 'h', 'ĸ': 'k', 'ŋ': 'n', 'ŧ': 't', 'ə': 'e', 'ĳ': 'ij',
	'ŀ': 'l', 'ŉ': 'n', 'ſ': 's', 'ƀ': 'b', 'ɓ': 'b', 'ƈ': 'c', 'ɖ': 'd', 'ɗ': 'd',
	'ƙ': 'k', 'ƴ': 'y', 'ƶ': 'z', 'ǝ': 'e', 'ǥ': 'g', 'ƒ': 'f', 'ɣ': 'g', 'ƞ': 'n',
	'ς': 'σ', 'ґ': 'г', 'ǆ': 'dz', 'ǉ': 'lj', 'ǌ': 'nj', 'ǳ': 'dz', 'ȼ': 'c', 'ɔ': 'o',
};

/* One character as what it is folded to: letters, or '' for a mark that is dropped. */
function foldCharacter(c)
{
	if (c >= '\u0300' && c <= '\u036f')
		return '';
	let lower = c.toLowerCase();

	lower = special[lower] !== undefined ? special[lower] : lower;
	lower = lower.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
	lower = [...lower].map(x => special[x] !== undefined ? special[x] : x).join('');
	return lower;
}

/* The first and last character of each run that the table covers. */
const runs = [[0x00c0, 0x04ff], [0x1e00, 0x1eff]];

function foldCode(code)
{
	const folded = foldCharacter(String.fromCodePoint(code));

	if (folded === '')
		return 0;
	/* what is no letter parts words */
	if (!/^\p{L}+$/u.test(folded))
		return 0x20;
	if (folded.length === 2 && /^[a-z]{2}$/.test(folded))
		return folded.charCodeAt(0) << 8 | folded.charCodeAt(1);
	return folded.charCodeAt(0);
}

/*
 * The words of a text: letters folded, apostrophes dropped, all else parts
 * them; digits are kept as letters are.
 */
function words(text)
{
	let out = '';

	for (const c of text)
	{
		const code = c.codePointAt(0);

		if (/[a-z0-9]/.test(c))
			out += c;
		else if (/[A-Z]/.test(c))
			out += c.toLowerCase();
		else if (c === "'" || c === '`' || c === '\u2018' || c === '\u2019' || c === '\u02bc')
			continue;
		else if (code < 0xc0)
			out += ' ';
		else if (runs.some(run => code >= run[0] && code <= run[1]))
		{
			const folded = foldCode(code);

			if (folded >= 0x6100)
				out += String.fromCharCode(folded >> 8, folded & 0xff);
			else if (folded !== 0)
				out += String.fromCharCode(folded);
		}
		else if (code >= 0x2000 && code <= 0x206f || code === 0x3000)
			out += ' ';
		else
			out += c;
	}
	return out.split(' ').filter(word => word !== '');
}

/* FNV-1a over the UTF-8 of words with a space between, finished by a mixing step. */
function hash(list)
{
	let h = 0xcbf29ce484222325n;

	for (const byte of Buffer.from(list.join(' '), 'utf8'))
		h = BigInt.asUintN(64, (h ^ BigInt(byte)) * 0x100000001b3n);
	h ^= h >> 32n;
	return BigInt.asUintN(64, h * 0x9e3779b97f4a7c15n);
}

/* Numbers as the rows of an initializer. */
function rows(numbers, width)
{
	const lines = [];
	let line = '';

	for (const number of numbers)
	{
		const text = `${number}, `;

		if (line.length + text.length > width)
		{
			lines.push('\t' + line.trimEnd());
			line = '';
		}
		line += text;
	}
	if (line !== '')
		lines.push('\t' + line.trimEnd());
	return lines.join('\n').replace(/,$/, '');
}

module.exports = {words, hash, rows};

if (require.main === module)
{
	const table = [];

	for (const [first, last] of runs)
	{
		for (let code = first; code <= last; code++)
			table.push(foldCode(code));
	}
	const ascii = [];

	for (let code = 0; code < 0x80; code++)
	{
		const c = String.fromCharCode(code);

		ascii.push(/[a-z0-9]/.test(c) ? code : /[A-Z]/.test(c) ? code + 32 : c === "'" || c === '`' ? 39 : 0);
	}
	console.log(`/*
 * fold_table.c: what letters with marks, and of other cases, are folded to
 *
 * Made by generate/fold.js from the character data of Unicode; not to be edited.
 * U+00C0 to U+04FF, then U+1E00 to U+1EFF: a letter, two ASCII letters (the
 * first in the high byte), a space for what is no letter, 0 for what is dropped.
 */
#include "fold.h"

const char	bv_fold_ascii[128] = {
${rows(ascii, 92)}
};

const uint16_t bv_fold_table[] = {
${rows(table, 92)}
};`);
}
