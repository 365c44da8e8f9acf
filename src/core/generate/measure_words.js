/*
 * measure_words.js: how often words of names and places are found where they are,
 * and where they are not
 *
 *     ./sources held-out && node measure_words.js
 *
 * True values come from lists that lexicon.js does not read (Debian's ruby-ffaker
 * and ruby-faker); a share of their names is in the other lists as well, as the
 * names that people have are.  The others are words, titles, products and codes.
 */
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');
const {execFileSync} = require('child_process');

const place = path.join(__dirname, 'sources.d');

/* The only folder that a pattern with one star stands for. */
function expand(pattern)
{
	const [before, after] = pattern.split('*');
	const parent = path.dirname(path.join(place, before + 'x'));

	return path.join(parent, fs.readdirSync(parent).filter(name => name.startsWith(path.basename(before + 'x').slice(0, -1)))[0] + after);
}
const ffaker = expand('ruby-ffaker/usr/share/rubygems-integration/all/gems/ffaker-*/lib/ffaker/data');
const faker = expand('ruby-faker/usr/share/rubygems-integration/all/gems/faker-*/lib/locales');

const lines = file => fs.existsSync(file) ? fs.readFileSync(file, 'utf8').split('\n').map(x => x.trim()).filter(x => x) : [];
const ff = (...names) => names.flatMap(name => lines(path.join(ffaker, name)));

/* The values of a key in one of ruby-faker's files. */
function rf(file, ...keys)
{
	const text = fs.readFileSync(path.join(faker, file), 'utf8');
	const found = [];

	for (const key of keys)
	{
		for (const match of text.matchAll(new RegExp(`^(\\s*)${key}:(.*)$`, 'gm')))
		{
			const rest = text.slice(match.index + match[0].length - match[2].length);
			const inline = /^\s*\[([^\]]*)\]/.exec(rest);
			const items = inline ? inline[1].split(',') :
				(/^[^\n]*\n((?:\s*-[^\n]*\n)*)/.exec(rest) || ['', ''])[1].split('\n').map(x => x.replace(/^\s*-\s*/, ''));

			found.push(...items.map(x => x.trim().replace(/^(["'])(.*)\1$/, '$2')).filter(x => x && !/[#{}]/.test(x)));
		}
	}
	return found;
}

const first = ['first_name', 'male_first_name', 'female_first_name', 'man_first_name', 'woman_first_name', 'first_name_men',
	'first_name_women'];
const last = ['last_name', 'male_last_name', 'female_last_name', 'last_names', 'family_name'];
const people = {
	en: [ff('name/first_names_female', 'name/first_names_male'), ff('name/last_names')],
	nl: [ff('name_nl/first_names_female', 'name_nl/first_names_male').concat(rf('nl.yml', ...first)),
		ff('name_nl/last_names').concat(rf('nl.yml', ...last))],
	de: [ff('name_de/first_names').concat(rf('de.yml', ...first)), ff('name_de/last_names').concat(rf('de.yml', ...last))],
	fr: [ff('name_fr/first_names').concat(rf('fr.yml', ...first)), ff('name_fr/last_names').concat(rf('fr.yml', ...last))],
	es: [rf('es.yml', ...first).concat(rf('es-MX.yml', ...first)), rf('es.yml', ...last).concat(rf('es-MX.yml', ...last))],
	it: [ff('name_it/first_names').concat(rf('it.yml', ...first)), ff('name_it/last_names').concat(rf('it.yml', ...last))],
	pt: [ff('name_br/first_names_female', 'name_br/first_names_male').concat(rf('pt-BR.yml', ...first), rf('pt.yml', ...first)),
		ff('name_br/last_names').concat(rf('pt-BR.yml', ...last), rf('pt.yml', ...last))],
	sv: [ff('name_se/first_names_female', 'name_se/first_names_male').concat(rf('sv.yml', ...first)),
		ff('name_se/last_names').concat(rf('sv.yml', ...last))],
	pl: [ff('name_pl/first_names_female', 'name_pl/first_names_male', 'name_pl/female_first_names', 'name_pl/male_first_names')
		.concat(rf('pl.yml', ...first)), ff('name_pl/last_names', 'name_pl/female_last_names', 'name_pl/male_last_names')
		.concat(rf('pl.yml', ...last))],
	da: [ff('name_da/first_names_female', 'name_da/first_names_male').concat(rf('da-DK.yml', ...first)),
		ff('name_da/last_names').concat(rf('da-DK.yml', ...last))],
	fi: [rf('fi-FI.yml', ...first), rf('fi-FI.yml', ...last)],
	cs: [ff('name_cs/first_names_female', 'name_cs/first_names_male'), ff('name_cs/last_names_female', 'name_cs/last_names_male')],
	tr: [rf('tr.yml', ...first), rf('tr.yml', ...last)],
	in: [ff('name_in/first_names', 'name_in/first_names_female', 'name_in/first_names_male', 'name_in/female_first_names',
		'name_in/male_first_names'), ff('name_in/last_names')],
	vi: [ff('name_vn/first_names'), ff('name_vn/last_names')],
	ng: [rf('en-NG.yml', ...first), rf('en-NG.yml', ...last)],
};
const cities = {
	nl: ff('address_nl/city'), de: ff('address_de/city'), fr: ff('address_fr/city'), it: ff('address_it/city'), pl: ff('address_pl/city'),
	se: ff('address_se/city'), da: ff('address_da/city'), fi: ff('address_fi/city'), br: ff('address_br/city'), in: ff('address_in/city'),
	mx: ['ags', 'bc', 'jal', 'nl', 'pue', 'ver', 'son'].flatMap(x => ff(`address_mx/${x}`)),
};

/* Whole names: as many as there are first names, each with a last name of the same language. */
function whole([given, family])
{
	return given.filter(() => family.length > 0).map((name, i) => `${name} ${family[i * 7919 % family.length]}`);
}

/* Lists that begin with the most frequent. */
people['nl frequent'] = [ff('name_nl/first_names_male').slice(0, 300).concat(ff('name_nl/first_names_female').slice(0, 300)),
	ff('name_nl/last_names').slice(0, 500)];

const lists = [];
const add = (name, values) => lists.push([name, [...new Set(values)].filter(value => value.length > 1)]);

for (const [language, [given, family]] of Object.entries(people))
{
	add(`given ${language}`, given);
	add(`family ${language}`, family);
	add(`full ${language}`, whole([given, family]));
}
for (const [country, values] of Object.entries(cities))
	add(`city ${country}`, values);
add('region us', ff('address_us/state'));
add('region us codes', ff('address_us/state_abbr'));
add('region nl', ff('address_nl/province'));
add('region de', ff('address_de/state'));
add('region fr', ff('address_fr/region'));
add('country en', ff('address/country'));
add('country fr', ff('address_fr/countries'));
add('country se', ff('address_se/countries'));
add('country codes', ff('address/country_code'));
add('street da', ff('address_da/street'));
add('street se', ff('address_se/street'));
add('street fi', ff('address_fi/street'));
add('street pl', ff('address_pl/street').map(name => `ul. ${name}`));
add('occupation en', ff('job/job_noun').flatMap((noun, i) => ff('job/job_adj').slice(i % 7, i % 7 + 2).map(x => `${x} ${noun}`)));
add('occupation fr', ff('job_fr/job_noun'));
add('occupation it', ff('job_it/job_nouns', 'job_it/job_noun'));

const dictionary = (name, file, pattern) =>
{
	const all = fs.readFileSync(path.join(place, file), 'utf8').split('\n').filter(word => pattern.test(word));

	add(name, all.filter((word, i) => i % Math.ceil(all.length / 20000) === 0));
};
add('words en frequent', fs.readFileSync(path.join(place, 'scowl/usr/share/dict/scowl/english-words.10'), 'latin1').split('\n'));
dictionary('words en', 'scowl/usr/share/dict/scowl/english-words.35', /^[a-z]{3,}$/);
dictionary('words nl', 'wdutch/usr/share/dict/dutch', /^[a-z]{3,9}$/);
dictionary('words de', 'wngerman/usr/share/dict/ngerman', /^[A-ZÄÖÜ][a-zäöüß]{2,9}$/);
dictionary('words fr', 'wfrench/usr/share/dict/french', /^[a-zà-ÿ]{3,9}$/);
dictionary('words es', 'wspanish/usr/share/dict/spanish', /^[a-zà-ÿ]{3,9}$/);
dictionary('words it', 'witalian/usr/share/dict/italian', /^[a-zà-ÿ]{3,9}$/);
dictionary('words sv', 'wswedish/usr/share/dict/swedish', /^[a-zà-ÿ]{3,9}$/);
dictionary('words pl', 'wpolish/usr/share/dict/polish', /^[a-zà-ÿąćęłńóśźż]{3,9}$/);
add('foods', ff('food/fruit', 'food/herb_spice', 'food/meat', 'food/vegetable'));
add('animals', ff('animal/common_names'));
add('colours', ff('color/names_list'));
add('sports', ff('sport/names'));
add('genres', ff('music/genres', 'book/genres', 'game/category', 'game/mechanic'));
add('songs and albums', ff('music/songs', 'music/albums'));
add('skills', ff('skill/tech_skills'));
add('products', ff('product/adj').flatMap((x, i) => ff('product/noun').slice(i % 5, i % 5 + 2).map(y => `${x} ${y}`)));
add('vehicles', ff('vehicle/makes_list', 'vehicle/models_list', 'vehicle/trims_list'));
add('company talk', ff('company/position_areas', 'company/catch_pre', 'company/catch_mid', 'company/catch_pos', 'company/bs_pos'));
add('films', rf('en/movie.yml', 'title').concat(rf('en/game.yml', 'title'), rf('en/book.yml', 'title'), rf('en/show.yml', 'play', 'musical')));
add('departments', rf('en/commerce.yml', 'department', 'material', 'product', 'adjective'));
add('states of things', ['active', 'inactive', 'pending', 'open', 'closed', 'new', 'paid', 'shipped', 'cancelled', 'draft', 'error', 'done',
	'failed', 'success', 'unknown', 'approved', 'rejected', 'low', 'medium', 'high', 'urgent', 'todo', 'in progress', 'on hold',
	'enabled', 'disabled', 'deleted', 'archived', 'queued', 'running', 'stopped', 'waiting', 'sent', 'delivered', 'returned',
	'refunded', 'expired', 'blocked', 'verified', 'public', 'private', 'admin', 'user', 'guest', 'manager', 'true', 'false', 'yes', 'no']);
add('codes', ['EUR', 'USD', 'GBP', 'SEK', 'AMS', 'LHR', 'JFK', 'CDG', 'A1', 'B2', 'XL', 'XXL', 'SKU', 'ABC', 'QWE', 'HTTP', 'JSON', 'PDF',
	'JPG', 'PNG', 'KG', 'CM', 'MM', 'LTR', 'PCS', 'VAT', 'BTW', 'TBD', 'NULL', 'N/A', 'GMT', 'CET', 'UTC', 'MON', 'TUE', 'WED', 'JAN', 'FEB']);

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'words'));
const core = path.join(__dirname, '..');
const sources = ['lexicon', 'lexicon_table', 'address', 'country', 'country_table', 'fold', 'fold_table', 'check_digit'];

execFileSync('cc', ['-O2', '-I', core, '-o', path.join(work, 'measure'), path.join(__dirname, 'measure_words.c'),
	...sources.map(name => path.join(core, `${name}.c`))]);
const input = lists.map(([name, values]) => values.map(value => `${name}\t${value}\n`).join('')).join('');
const output = execFileSync(path.join(work, 'measure'), {input, maxBuffer: 1 << 28}).toString().trim().split('\n');
const kinds = ['given', 'family', 'full', 'city', 'region', 'country', 'code', 'street', 'occup.', 'company', 'language', 'religion'];

console.log(`| list | values | ${kinds.join(' | ')} |\n|---|---:|${kinds.map(() => '---:').join('|')}|`);
for (const line of output)
{
	const [name, values, ...counts] = line.split('\t');
	const share = n => +(100 * n / values).toFixed(n / values < 0.0995 ? 1 : 0);

	console.log(`| ${name} | ${values} | ${kinds.map((kind, i) => counts[2 * i] === '0' ? '' :
		counts[2 * i] === counts[2 * i + 1] ? share(counts[2 * i]) : `${share(counts[2 * i])} (${share(counts[2 * i + 1])})`).join(' | ')} |`);
}
fs.rmSync(work, {recursive: true});
