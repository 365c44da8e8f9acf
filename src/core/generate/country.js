/*
 * country.js: makes country_table.c from the CLDR's and ISO 3166-1's names of countries
 *
 *     npm install && node country.js > ../country_table.c
 */
'use strict';

const fs = require('fs');
const path = require('path');
const {words, hash, rows} = require('./fold.js');

const mappings = require('cldr-core/supplemental/codeMappings.json').supplemental.codeMappings;
const {iso31661} = require('iso-3166');
const cldr = path.dirname(require.resolve('cldr-localenames-full/package.json'));
const version = require('cldr-localenames-full/package.json').version;

const languages = [
	'en', 'nl', 'de', 'fr', 'es', 'it', 'pt', 'pt-PT', 'sv', 'pl', 'da', 'nb', 'fi', 'cs', 'sk', 'hu', 'ro',
	'hr', 'sl', 'et', 'lv', 'lt', 'is', 'ga', 'ca', 'eu', 'gl', 'cy', 'sq', 'mt', 'lb', 'tr', 'id', 'ms',
	'vi', 'fil', 'sw', 'af', 'az', 'bs', 'uz', 'sr-Latn', 'el', 'ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk',
	'ar', 'he', 'fa', 'hi', 'th', 'zh', 'zh-Hant', 'ja', 'ko', 'hy', 'ka', 'bn', 'ur',
];

/* Names in use that neither list has. */
const aliases = {
	AE: ['UAE', 'U.A.E.', 'Emirates'], BA: ['Bosnia', 'Bosnia-Hercegovina'], BN: ['Brunei'], BO: ['Bolivia'],
	BQ: ['Bonaire'], CD: ['Zaire', 'Democratic Republic of the Congo', 'DR Congo', 'DRC', 'Congo DR'],
	CG: ['Republic of the Congo', 'Congo Republic'], CI: ['Ivory Coast', "Cote d'Ivoire"], CV: ['Cape Verde'],
	CZ: ['Czech Republic', 'Tsjechische Republiek', 'Tschechische Republik'], FM: ['Micronesia'],
	GB: ['UK', 'U.K.', 'Great Britain', 'Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland',
		'Groot-Brittannië', 'Engeland', 'Schotland', 'Großbritannien', 'Schottland', 'Angleterre', 'Écosse',
		'Grande-Bretagne', 'Gran Bretaña', 'Inglaterra', 'Inghilterra', 'Gran Bretagna', 'Storbritannien',
		'Anglia', 'Storbritannia', 'Velká Británie'],
	IE: ['Eire', 'Republic of Ireland', 'Irish Republic'], IR: ['Iran'], KP: ['North Korea', 'DPRK'],
	KR: ['South Korea', 'Korea', 'Republic of Korea'], LA: ['Laos'], MD: ['Moldova'], MK: ['Macedonia', 'FYROM'],
	MM: ['Burma', 'Birma'], NL: ['Holland', 'The Netherlands', 'Niederland', 'Holanda', 'Hollande', 'Olanda'],
	PS: ['Palestine'], RU: ['Russia', 'USSR', 'Soviet Union'], SY: ['Syria'], SZ: ['Swaziland'], TL: ['East Timor'],
	TR: ['Turkey'], TW: ['Taiwan', 'Republic of China'], TZ: ['Tanzania'],
	US: ['USA', 'U.S.A.', 'U.S.', 'United States of America', 'America', 'Verenigde Staten van Amerika', 'VS',
		'Vereinigte Staaten von Amerika', "États-Unis d'Amérique", 'Estados Unidos de América', 'EE.UU.', 'EEUU',
		"Stati Uniti d'America", 'Amerikas förenta stater', 'Stany Zjednoczone Ameryki'],
	VA: ['Vatican', 'Holy See'], VE: ['Venezuela'], VN: ['Vietnam', 'Viet Nam'], CN: ["People's Republic of China", 'PRC'],
};

/* What is left out of a name, as in country.c. */
const little = new Set(['and', 'the', 'of']);

function key(name)
{
	return words(name).filter(word => !little.has(word)).join('');
}

const countries = Object.keys(mappings)
	.filter(code => /^[A-Z]{2}$/.test(code) && mappings[code]._alpha3 && mappings[code]._numeric)
	.filter(code => code === 'XK' || iso31661.some(row => row.alpha2 === code && row.state === 'assigned'))
	.sort();
const english = JSON.parse(fs.readFileSync(path.join(cldr, 'main/en/territories.json')))
	.main.en.localeDisplayNames.territories;
const owners = new Map();		/* key: the countries that it means */

/* Two or three Latin letters are a name only where people use them as one. */
function add(code, name, shortest = 4)
{
	const folded = key(name);

	if (Buffer.byteLength(folded) < shortest)
		return;
	if (!owners.has(folded))
		owners.set(folded, []);
	if (!owners.get(folded).includes(code))
		owners.get(folded).push(code);
}

for (const code of countries)
{
	for (const alias of aliases[code] || [])
		add(code, alias, 2);
}
for (const language of languages)
{
	const names = JSON.parse(fs.readFileSync(path.join(cldr, 'main', language, 'territories.json')))
		.main[language].localeDisplayNames.territories;

	for (const code of countries)
	{
		for (const variant of [code, `${code}-alt-variant`, `${code}-alt-short`])
		{
			if (names[variant] && names[variant] !== code)
				add(code, names[variant]);
		}
	}
}
for (const row of iso31661)
{
	if (countries.includes(row.alpha2))
	{
		add(row.alpha2, row.name);
		add(row.alpha2, row.name.replace(/\s*\(.*\)/, ''));
	}
}

/* A name that means two countries is the one's who had it first: English comes before. */
const names = [...owners].map(([folded, codes]) => ({
	fingerprint: Number(hash([folded]) >> 32n),
	country: countries.indexOf(codes[0]),
})).sort((a, b) => a.fingerprint - b.fingerprint);

for (let i = 1; i < names.length; i++)
{
	if (names[i].fingerprint === names[i - 1].fingerprint)
		throw new Error('two names have one fingerprint');
}

console.log(`/*
 * country_table.c: the countries of ISO 3166-1, and what they are called
 *
 * Made by generate/country.js; not to be edited.  Names in ${languages.length} languages are those of
 * the Unicode CLDR ${version} (Unicode License v3) and of ISO 3166-1 as in the npm package
 * iso-3166 ${require('iso-3166/package.json').version} (MIT).  XK, Kosovo, is not in the standard but in use.
 * Of the names there are fingerprints: the high half of bv_fold_hash().
 */
#include "country.h"
#include "country_names.h"

const BvCountry bv_countries[] = {`);
for (const code of countries)
{
	const row = mappings[code];

	console.log(`\t{"${code}", "${row._alpha3 === 'XKK' ? 'XKX' : row._alpha3}", ${Number(row._numeric)}, ` +
		`"${english[code].replace(/&/g, 'and')}"},`);
}
console.log(`};

const int	bv_country_count = ${countries.length};

const uint16_t bv_country_name_bucket[257] = {
${rows(Array.from({length: 257}, (_, i) => names.filter(name => name.fingerprint < i * 0x1000000).length), 92)}
};

const uint32_t bv_country_name_fingerprint[] = {
${rows(names.map(name => name.fingerprint), 92)}
};

const uint8_t bv_country_name_owner[] = {
${rows(names.map(name => name.country), 92)}
};`);
console.error(`${countries.length} countries, ${names.length} names in ${languages.length} languages; ambiguous:`,
	[...owners].filter(([, codes]) => codes.length > 1).map(([folded, codes]) => `${folded}=${codes}`).join(' '));
