/*
 * peers.js: what others say of plates, documents, postcodes, keys, wallets, places
 * and user agents, for compare.js
 *
 * For each class: peers, as compare.js has them, and values to ask about beside
 * those of driver.c.  A rule is what a state or vendor published, as a regular
 * expression, where no package knows the class; the source is beside it.
 */
'use strict';

const validator = require('validator');
const wallets = require('multicoin-address-validator');
const { postcodeValidator, postcodeValidatorExistsForCountry } = require('postcode-validator');
const postcodes = require('postcode-validator/lib/cjs/postcode-regexes.js').POSTCODE_REGEXES;
const { parse } = require('mrz');
const { Geometry } = require('wkx');
const { convert } = require('geo-coordinates-parser');
const { default: NlPlate } = require('license-plate');
const crawlers = require('crawler-user-agents');
const browsers = require('top-user-agents');
const made = require('./made.js');

const { pick, ofPattern } = made;

/* Values of one of the patterns each. */
const ofPatterns = (...patterns) => (random) => ofPattern(random, pick(random, patterns));

const rule = (...patterns) => (value) => patterns.some((pattern) => pattern.test(value.toUpperCase()));

const more = {};

/* ---------- plates ---------- */

/* INF104 of the DVLA; of Northern Ireland, where marks have I or Z and up to four digits */
const GB_2001 = /^[A-HJ-PR-Y][A-HJ-PR-Y](0[2-9]|[12]\d|3[0-4]|5[1-9]|[67]\d|8[0-4]) ?[A-HJ-PR-Z]{3}$/;
const GB_PREFIX = /^[A-HJ-NP-TV-Y][1-9]\d{0,2} ?[A-HJ-PR-Y]{3}$/;
const GB_SUFFIX = /^[A-HJ-PR-Y]{3} ?[1-9]\d{0,2}[A-HJ-NPR-TV-Y]$/;
const GB_DATELESS = [/^[A-PR-Z]{1,2} ?[1-9]\d{0,3}$/, /^[A-PR-Z]{3} ?[1-9]\d{0,2}$/, /^[1-9]\d{0,3} ?[A-PR-Z]{1,2}$/, /^[1-9]\d{0,2} ?[A-PR-Z]{3}$/];
const GB_IRISH = [/^(?=[A-Z]*[IZ])[A-PR-Z]{2,3} ?[1-9]\d{0,3}$/, /^[1-9]\d{0,3} ?(?=[A-Z]*[IZ])[A-PR-Z]{2,3}$/];
more.gb_plate = {
	peers: {
		'rule of the DVLA': (v) => v.replace(/ /, '').length >= 4 &&
			rule(GB_2001, GB_PREFIX, GB_SUFFIX, ...GB_DATELESS, ...GB_IRISH)(v),
	},
	value: ofPatterns(GB_2001, GB_PREFIX, GB_SUFFIX, ...GB_DATELESS, /[A-Z]{1,3}I? ?[1-9]\d{0,3}/, /[1-9]\d{0,3} ?[A-Z]{1,2}[IZ]/,
		/[A-Z]{2}\d\d[ -]?[A-Z]{3}/, /[A-Z]\d{1,3} ?[A-Z]{3}/),
};

/* Arrêté du 9 février 2009 (SIV); arrêté du 5 novembre 1984 (FNI) */
const FR_SIV = /^(?!SS)[A-HJ-NP-TV-Z]{2}([ -]?)(?!000)\d{3}\1(?!SS)[A-HJ-NP-TV-Z]{2}$/;
const FR_FNI = /^[1-9]\d{0,3}([ -]?)[A-HJ-NP-TV-Z]{2,3}\1(0[1-9]|1\d|2[1-9]|[3-8]\d|9[0-5]|2[AB]|97[1-6])$/;
more.fr_plaque = {
	peers: { 'rule of 1984 and 2009': rule(FR_SIV, FR_FNI) },
	value: ofPatterns(FR_SIV, FR_FNI, /[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}/, /\d{1,4} [A-Z]{2,3} (\d{2,3}|2[A-C])/),
};

/* Orden de 15 de septiembre de 2000; before that the province in front (Código de la circulación, art. 233) */
const ES_2000 = /^\d{4}([ -]?)[BCDFGHJ-NPR-TV-Z]{3}$/;
const ES_PROVINCE = /^(A|AB|AL|AV|B|BA|BI|BU|C|CA|CC|CE|CO|CR|CS|CU|GC|GE|GI|GR|GU|H|HU|IB|J|L|LE|LO|LU|M|MA|ML|MU|NA|O|OR|OU|P|PM|PO|S|SA|SE|SG|SO|SS|T|TE|TF|TO|V|VA|VI|Z|ZA)([ -]?)\d{4}\2[A-PS-Z]{1,2}$/;
more.es_matricula = {
	peers: { 'rule of 2000, and before': rule(ES_2000, ES_PROVINCE) },
	value: ofPatterns(ES_2000, ES_PROVINCE, /\d{4}[ -]?[A-Z]{3}/, /[A-Z]{1,2}[ -]?\d{4}[ -]?[A-Z]{1,2}/),
};

/* D.P.R. 495/1992, art. 255 with its annex */
const IT_1994 = /^[A-HJ-NPR-TV-Z]{2}([ -]?)\d{3}\1[A-HJ-NPR-TV-Z]{2}$/;
more.it_targa = {
	peers: { 'rule of 1994': rule(IT_1994) },
	value: ofPatterns(IT_1994, /[A-Z]{2}[ -]?\d{3}[ -]?[A-Z]{2}/),
};

more.nl_kenteken = {
	peers: { 'license-plate': (v) => new NlPlate(v).valid() },
	value: ofPatterns(/[A-Z]{2}-\d{2}-\d{2}/, /\d{2}-\d{2}-[A-Z]{2}/, /\d{2}-[A-Z]{2}-\d{2}/, /[A-Z]{2}-\d{2}-[A-Z]{2}/, /[A-Z]{2}-[A-Z]{2}-\d{2}/,
		/\d{2}-[A-Z]{2}-[A-Z]{2}/, /\d{2}-[A-Z]{3}-\d/, /\d-[A-Z]{3}-\d{2}/, /[A-Z]{2}-\d{3}-[A-Z]/, /[A-Z]-\d{3}-[A-Z]{2}/, /[A-Z]{3}-\d{2}-[A-Z]/,
		/\d-[A-Z]{2}-\d{3}/, /[BDFGHJKLNPRSTVXZ]{2}\d{3}[BDFGHJKLNPRSTVXZ]/, /\d{3}-[A-Z]{2}-\d/),
};

const PLATES = ['cs-CZ', 'de-DE', 'de-LI', 'en-IN', 'en-SG', 'es-AR', 'fi-FI', 'hu-HU', 'pt-BR', 'pt-PT', 'sq-AL', 'en-PK'];
more.license_plate = {
	peers: { validator: (v) => PLATES.some((locale) => validator.isLicensePlate(v, locale)) },
	value: ofPatterns(/[1-9][A-Z]\d \d{4}/, /FL ?\d{1,5}[UZ]?/, /[A-Z]{2} \d{2} [A-Z]{1,2} \d{4}/, /[A-Z]{2}\d{2}[A-Z]{2}\d{4}/, /S[A-Z]{2} ?\d{4} ?[A-Z]/,
		/[A-Z]{2} ?\d{3} ?[A-Z]{2}/, /[A-Z]{3} ?\d{3}/, /[A-Z]{2,3}-\d{1,3}/, /[A-N][A-P][A-H]-[1-9]\d{2}/, /[A-Z]{3}\d[A-Z]\d{2}/, /[A-Z]{3}-\d{4}/,
		/[A-Z]{2}-\d{2}-[A-Z]{2}/, /\d{2}-[A-Z]{2}-\d{2}/, /[A-Z]{3}-\d{3,4}/, /[A-Z]{2} \d{4}/),
};

/* ---------- passports, identity cards, driving licences ---------- */

const isZone = (v) => {
	try {
		return parse(v.match(/.{1,44}/g)).valid;
	} catch {
		return false;
	}
};

more.passport = {
	peers: {
		/* it drops white space wherever it stands */
		validator: (v) => (v.length > 40 || /\s/.test(v) ? undefined : validator.passportNumberLocales.some((country) => validator.isPassportNumber(v, country))),
		mrz: (v) => (v.length === 88 ? isZone(v) : undefined),
	},
	value: (random) => pick(random, [made.passportZone, ofPatterns(/[A-Z]{2}\d{7}/, /[A-Z]{3}\d{6}/, /[A-Z]\d{7}/, /[A-Z]\d{8}/, /[A-Z]{2}\d{6}/, /\d{9}/,
		/[A-Z]\d{6}[A-Z]{2}/, /E[A-Z0-9]\d{7}/, /[A-Z](\d{6}|\d{8})/, /\d{8}/, /[CFGHJKLMNPRTVWXYZ0-9]{9}/, /\d{2}[A-Z]{2}\d{5}/, /[A-Z]-?\d{7}/,
		/[A-Z0-9]{8}/, /\d{7}/, /[A-Z]{2}[A-Z0-9]{6}\d/, /(L[ADFH]|E[AP]|N)\d{6}/, /[A-Z]\d{7}[A-Z]/, /[A-Z]{1,2}\d{6,7}/, /[A-Z]\d{5}/, /[MSROD]\d{3}[A-Z]\d{4}/)])(random),
};

/* Fahrerlaubnis-Verordnung, annex 8; D.M. 17 October 2013; Arrêté du 20 avril 2012; RDW; IMT */
const LICENCES = [/^[A-Z]\d[0-9A-Z]{7}\d[0-9A-Z]$/, /^[A-Z]{2}\d{7}[A-Z]$/, /^U1[0-9B-HJ-NPR-UW-Z]{7}[A-Z]$/, /^\d{12}$/, /^\d{10}$/, /^([A-Z]-\d{6,7}|[A-Z]{2}-\d{5,7}) \d$/,
	/* Korea, Poland */
	/^\d{2}-\d{2}-\d{6}-\d{2}$/, /^\d{5}\/\d{2}\/\d{4}$/,
	/* United Kingdom: surname, decade, month (50 more for women), day, year, initials, tie breaker, check */
	/^([A-Z]{5}|[A-Z]{4}9|[A-Z]{3}99|[A-Z]{2}999|[A-Z]9999)\d([05][1-9]|[16][0-2])(0[1-9]|[12]\d|3[01])\d([A-Z][A-Z9]|99)[0-9A-Z][A-Z]{2}$/];
more.drivers_licence = {
	peers: { 'rules of the issuers': rule(...LICENCES) },
	value: ofPatterns(...LICENCES.slice(0, -1), /[A-Z]\d{2}[0-9A-Z]{6}\d[0-9A-Z]/, /[A-Z]{3}99[0-9](0[1-9]|1[0-2])(0[1-9]|[12]\d)\d[A-Z][A-Z9][0-9A-Z][A-Z]{2}/),
};

more.gb_driving_licence = {
	peers: { 'rule of the DVLA': rule(LICENCES[LICENCES.length - 1]) },
	value: ofPatterns(/[A-Z]{5}\d(0[1-9]|1[0-2]|5[1-9]|6[0-2])(0[1-9]|[12]\d|3[01])\d[A-Z][A-Z9][0-9A-Z][A-Z]{2}/,
		/[A-Z]{3}99\d(0[1-9]|1[0-2]|5[1-9]|6[0-2])(0[1-9]|[12]\d|3[01])\d[A-Z]9[0-9A-Z][A-Z]{2}/, /[A-Z9]{5}\d{6}[A-Z9]{2}\d[A-Z]{2}/),
};

/* Ministero dell'Interno: on paper, and the electronic ones 2.0 and 3.0 */
more.it_id_card = {
	peers: { 'rule of the ministry': rule(/^[A-Z]{2} ?\d{7}$/i, /^\d{7}[A-Z]{2}$/i, /^[A-Z]{2}\d{5}[A-Z]{2}$/i, /^[A-Z]{2} \d{5} [A-Z]{2}$/i) },
	value: ofPatterns(/[A-Z]{2} ?\d{7}/, /\d{7} ?[A-Z]{2}/, /C[A-Z]\d{5}[A-Z]{2}/, /[A-Z]{2} \d{5} [A-Z]{2}/),
};

/* ---------- postcodes ---------- */

const SAME_LETTERS = (v) => v.toUpperCase();

/* Codes of the country whose post it is, or was: told as that one's. */
const ELSEWHERE = ('JE GG IM AX GF GP MQ RE YT PM NC PF WF BL MF AS GU MP VI FM MH UM CC NF HM EH CS YU CK').split(' ');
for (const country of new Set([...postcodes.keys(), ...validator.isPostalCodeLocales])) {
	if (country === 'UK' || country.length !== 2 || ELSEWHERE.includes(country))
		continue;
	more[`postcode:${country}`] = { peers: {} };
	if (validator.isPostalCodeLocales.includes(country))
		more[`postcode:${country}`].peers.validator = (v) => validator.isPostalCode(SAME_LETTERS(v), country);
	if (postcodeValidatorExistsForCountry(country)) {
		more[`postcode:${country}`].peers['postcode-validator'] = (v) => postcodeValidator(SAME_LETTERS(v), country);
		more[`postcode:${country}`].value = ofPatterns(postcodes.get(country), /\d{3,7}/);
	} else
		more[`postcode:${country}`].value = ofPatterns(/\d{3,7}/);
}

/* ---------- wallets ---------- */

const symbols = Object.keys(made.wallets);
more.crypto_wallet = {
	peers: {
		'multicoin-address-validator': (v) => symbols.some((symbol) => wallets.validate(v, symbol, 'both')) || wallets.validate(v, 'bch') ||
			wallets.validate(v, 'xmr') || wallets.validate(v, 'eth'),
	},
	value: (random) => pick(random, made.wallets[pick(random, symbols)])(random),
};

/* ---------- places ---------- */

const isPlace = (v) => {
	try {
		const place = convert(v);
		return Math.abs(place.decimalLatitude) <= 90 && Math.abs(place.decimalLongitude) <= 180;
	} catch {
		return false;
	}
};

const isPoint = (v) => {
	try {
		if (/^01/.test(v) && !/^[0-9A-F]{50}$/i.test(v))
			return false;
		const point = Geometry.parse(/^[0-9A-F]+$/i.test(v) ? Buffer.from(v, 'hex') : v);
		return Math.abs(point.y) <= 90 && Math.abs(point.x) <= 180 && (point.srid === undefined || point.srid === 4326);
	} catch {
		return false;
	}
};

/* EWKB of a point, with its SRID, the lowest byte first */
function pointInHex(random) {
	const bytes = Buffer.alloc(25);
	bytes.writeUInt8(1, 0);
	bytes.writeUInt32LE(0x20000001, 1);
	bytes.writeUInt32LE(pick(random, [4326, 4326, 4326, 28992]), 5);
	bytes.writeDoubleLE(random() * 400 - 200, 9);
	bytes.writeDoubleLE(random() * 200 - 100, 17);
	return pick(random, [bytes.toString('hex'), bytes.toString('hex').toUpperCase()]);
}

more.geo_point = {
	peers: {
		wkx: (v) => (/^(srid|point|01)/i.test(v) ? isPoint(v) : undefined),
		'geo-coordinates-parser': (v) => (/^(srid|point|geo|01)/i.test(v) ? undefined : isPlace(v)),
	},
	value: (random) => pick(random, [pointInHex, ofPatterns(/-?\d{1,2}\.\d{4,6}, ?-?\d{1,3}\.\d{4,6}/, /\d{1,2}°\d{2}'\d{2}"[NS] \d{1,3}°\d{2}'\d{2}"[EW]/,
		/\d{1,2}° \d{1,2}' \d{1,2}\.\d" [NS], \d{1,3}° \d{1,2}' \d{1,2}\.\d" [EW]/, /\d{1,2}\.\d{4}° [NS], \d{1,2}\.\d{4}° [EW]/, /[NS] \d{2}° \d{2}\.\d{3}' [EW] \d{2}° \d{2}\.\d{3}'/,
		/(SRID=4326;)?POINT ?\(-?\d{1,3}\.\d{1,6} -?\d{1,2}\.\d{1,6}\)/, /\d{2}\.\d{5}[NS] \d{2}\.\d{5}[EW]/)])(random),
};

/* ---------- user agents ---------- */

const agents = [...browsers, ...crawlers.flatMap((crawler) => crawler.instances)];
const isAgent = new Set(agents);
const isBrowser = new Set(browsers);
more.user_agent = {
	peers: {
		'top-user-agents': (v) => isBrowser.has(v) || undefined,
		'crawler-user-agents': (v) => (isAgent.has(v) && !isBrowser.has(v)) || undefined,
	},
	value: (random) => pick(random, agents),
	whole: true,
};

/* ---------- keys to services ---------- */

const SECRETS = [
	/AKIA[A-Z2-7]{16}/, /ASIA[A-Z2-7]{16}/, /AIza[0-9A-Za-z_-]{35}/, /github_pat_[0-9A-Za-z]{22}_[0-9A-Za-z]{59}/, 
	/xox[bp]-\d{12}-\d{12}-[0-9A-Za-z]{24}/, /xapp-1-A[0-9A-Z]{10}-\d{13}-[0-9a-f]{64}/, /SG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43}/,
	/sk-ant-api03-[0-9A-Za-z_-]{93}AA/, /sk-ant-admin01-[0-9A-Za-z_-]{93}AA/, /sk-(proj|svcacct|admin)-[0-9A-Za-z_-]{74}T3BlbkFJ[0-9A-Za-z_-]{74}/,
	/sk-[0-9A-Za-z]{20}T3BlbkFJ[0-9A-Za-z]{20}/, /lin_api_[0-9A-Za-z]{40}/, /ops_eyJ[0-9A-Za-z]{300}/, /glpat-[0-9A-Za-z_-]{20}/, /gldt-[0-9A-Za-z_-]{20}/,
	/glrt-[0-9A-Za-z_-]{20}/, /dapi[0-9a-f]{32}/, /dckr_pat_[0-9A-Za-z_-]{27}/, /figd_[0-9A-Za-z_-]{40}/, /glsa_[0-9A-Za-z]{32}_[0-9a-f]{8}/, /glc_eyJ[0-9A-Za-z]{80}/,
	/gsk_[0-9A-Za-z]{52}/, /hvs\.[0-9A-Za-z_-]{95}/, /hf_[A-Za-z]{34}/, /ntn_\d{11}[0-9A-Za-z]{35}/, /secret_[0-9A-Za-z]{43}/, /shp(at|ca|pa|ss)_[0-9a-f]{32}/,
	/(sk|rk)_(live|test)_[0-9A-Za-z]{24}/, /tskey-(auth|api)-k[0-9A-Za-z]{10}CNTRL-[0-9A-Za-z]{32}/, /vercel_blob_rw_[0-9A-Za-z]{16}_[0-9A-Za-z]{30}/,
];
more.api_secret = {
	peers: { secretlint: (v) => isSecret.get(v) },
	value: (random) => pick(random, [ofPatterns(...SECRETS), ofPatterns(...SECRETS), made.withSum])(random),
};

/* Verdicts of secretlint, which come later than they are asked for: all are had at once. */
const isSecret = new Map();

/* what has other classes here, or is no key of a service */
const OTHERS = /privatekey|basicauth|database-connection|filter-comments/;

more.api_secret.prepare = async (values) => {
	const { lintSource } = await import('@secretlint/core');
	const { creator } = await import('@secretlint/secretlint-rule-preset-recommend');
	const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
	for (const value of values) {
		const { messages } = await lintSource({
			source: { filePath: 'value.txt', content: value, contentType: 'text' },
			options: { config, noPhysicFilePath: true },
		});
		/* it finds keys in texts: here the value has to be one as a whole */
		isSecret.set(value, messages.some(({ ruleId, range }) => !OTHERS.test(ruleId) && range[0] === 0 && range[1] === value.length));
	}
};

module.exports = more;
