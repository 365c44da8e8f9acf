/*
 * compare.js: our validators against other implementations
 *
 *     node compare.js DRIVER [COUNT [CLASS...]]
 *
 * For each class that others know too, values are made (see driver.c) and
 * judged by all, packages of npm here and in peers.js, python-stdnum in judge.py.
 * Where they disagree a row of settled.tsv has to say who is right, by which rule;
 * the run fails on disagreements without such a row.  Values themselves are made up.
 */
'use strict';

const { execFileSync } = require('child_process');
const fs = require('fs');
const path = require('path');

const { stdnum } = require('stdnum');
const validator = require('validator');
const ibantools = require('ibantools');
const { isValidPhoneNumber } = require('libphonenumber-js/max');
const bitcoin = require('bitcoin-address-validation');
const cards = require('card-validator');
const made = require('./made.js');
const more = require('./peers.js');

const DRIVER = process.argv[2];
const PYTHON = process.env.PYTHON || '/usr/bin/python3';
const JUDGE = path.join(__dirname, 'judge.py');
const COUNT = Number(process.argv[3] || 2000);
const ONLY = process.argv.slice(4);
const SEED = 20240229;
const EXAMPLES = 3;

const number = (country, name) => (value) => stdnum[country][name].validate(value).isValid;
const any = (...judges) => (value) => judges.some((judge) => judge(value));
const tax = (locale) => (value) => validator.isTaxID(value, locale);
const card = (locale) => (value) => validator.isIdentityCard(value, locale);
const plate = (locale) => (value) => validator.isLicensePlate(value, locale);

/* class: { name of the implementation: judge } */
const peers = {
	email: { validator: (v) => validator.isEmail(v.trim(), { allow_utf8_local_part: true }) },
	phone: {
		libphonenumber: (v) => (v.startsWith('+') ? isValidPhoneNumber(v) : undefined),
	},
	us_ssn: { stdnum: number('US', 'ssn') },
	us_itin: {},
	us_ein: { stdnum: number('US', 'ein'), validator: tax('en-US') },
	us_aba: { validator: (v) => validator.isAbaRouting(v) },
	nl_bsn: { stdnum: number('NL', 'bsn'), validator: tax('nl-NL') },
	se_personnummer: { stdnum: number('SE', 'personnummer'), validator: tax('sv-SE') },
	no_fodselsnummer: { stdnum: number('NO', 'fodselsnummer'), validator: card('NO') },
	dk_cpr: { stdnum: number('DK', 'cpr'), validator: tax('dk-DK') },
	fi_hetu: { stdnum: number('FI', 'hetu'), validator: card('FI') },
	is_kennitala: { stdnum: number('IS', 'kennitala') },
	de_steuer_id: { stdnum: number('DE', 'idnr'), validator: tax('de-DE') },
	de_steuernummer: { stdnum: number('DE', 'stnr') },
	de_svnr: { stdnum: number('DE', 'svnr') },
	de_ausweis: { stdnum: number('DE', 'passport') },
	at_svnr: { stdnum: number('AT', 'vnr') },
	ch_ahv: { stdnum: number('CH', 'ssn') },
	fr_nir: { stdnum: number('FR', 'nir') },
	fr_spi: { stdnum: number('FR', 'nif'), validator: tax('fr-FR') },
	be_nrn: { stdnum: any(number('BE', 'nn'), number('BE', 'bis')), validator: tax('nl-BE') },
	lu_matricule: { validator: tax('fr-LU') },
	es_dni: { stdnum: number('ES', 'dni'), validator: card('ES') },
	es_nie: { stdnum: number('ES', 'nie'), validator: card('ES') },
	es_nuss: { stdnum: number('ES', 'nss') },
	pt_nif: { stdnum: number('PT', 'nif'), validator: tax('pt-PT') },
	pt_cc: { stdnum: number('PT', 'cc') },
	it_codice_fiscale: { stdnum: number('IT', 'codicefiscale'), validator: tax('it-IT') },
	it_id_card: { validator: card('IT') },
	gr_amka: { stdnum: number('GR', 'amka') },
	gr_afm: { stdnum: number('GR', 'vat'), validator: tax('el-GR') },
	ie_pps: { stdnum: number('IE', 'pps'), validator: tax('en-IE') },
	gb_nino: { stdnum: number('GB', 'nino') },
	gb_utr: { stdnum: number('GB', 'utr'), validator: tax('en-GB') },
	pl_pesel: { stdnum: number('PL', 'pesel'), validator: card('PL') },
	pl_nip: { stdnum: number('PL', 'nip'), validator: (v) => validator.isVAT(v, 'PL') },
	cz_rodne_cislo: { stdnum: number('CZ', 'rc'), validator: tax('cs-CZ') },
	ro_cnp: { stdnum: number('RO', 'cnp'), validator: tax('ro-RO') },
	bg_egn: { stdnum: number('BG', 'egn'), validator: tax('bg-BG') },
	hr_oib: { stdnum: number('HR', 'oib'), validator: tax('hr-HR') },
	jmbg: { stdnum: number('RS', 'jmbg') },
	ee_isikukood: { stdnum: any(number('EE', 'ik'), number('LT', 'asmens')), validator: any(tax('et-EE'), tax('lt-LT')) },
	lv_personas_kods: { validator: tax('lv-LV') },
	ua_rnokpp: { stdnum: number('UA', 'rntrc'), validator: tax('uk-UA') },
	ru_inn: { stdnum: number('RU', 'inn') },
	tr_tckn: { stdnum: number('TR', 'tckimlik') },
	il_id: { stdnum: number('IL', 'idnr'), validator: card('he-IL') },
	in_aadhaar: { stdnum: number('IN', 'aadhaar'), validator: card('IN') },
	in_pan: { stdnum: number('IN', 'pan') },
	in_epic: { stdnum: number('IN', 'epic') },
	cn_ric: { stdnum: number('CN', 'ric'), validator: card('zh-CN') },
	kr_rrn: { stdnum: number('KR', 'rrn') },
	my_nric: { stdnum: number('MY', 'nric') },
	th_id: { stdnum: number('TH', 'idnr'), validator: card('TH') },
	pk_cnic: { stdnum: number('PK', 'cnic') },
	tw_id: { stdnum: any(number('TW', 'natid'), number('TW', 'ui')), validator: card('zh-TW') },
	hk_id: { stdnum: number('HK', 'hkid'), validator: card('zh-HK') },
	au_tfn: { stdnum: number('AU', 'tfn') },
	nz_ird: { stdnum: number('NZ', 'ird') },
	ca_sin: { stdnum: number('CA', 'sin'), validator: tax('en-CA') },
	br_cpf: { stdnum: number('BR', 'cpf'), validator: tax('pt-BR') },
	mx_curp: { stdnum: number('MX', 'curp') },
	mx_rfc: { stdnum: number('MX', 'rfc') },
	ar_cuit: { stdnum: number('AR', 'cuit'), validator: tax('es-AR') },
	cl_rut: { stdnum: any(number('CL', 'rut'), number('CL', 'run')) },
	co_nit: { stdnum: number('CO', 'nit') },
	ec_ci: { stdnum: number('EC', 'ci') },
	do_cedula: { stdnum: number('DO', 'cedula') },
	za_id: { stdnum: number('ZA', 'idnr') },
	iban: { ibantools: (v) => ibantools.isValidIBAN(ibantools.electronicFormatIBAN(v) || ''), validator: (v) => validator.isIBAN(v) },
	bic: { ibantools: (v) => ibantools.isValidBIC(v.toUpperCase()), validator: (v) => validator.isBIC(v) },
	payment_card: {
		'card-validator': (v) => cards.number(v).isValid,
		validator: (v) => validator.isCreditCard(v),
	},
	crypto_wallet: {
		'bitcoin-address-validation': (v) => (/^0x/i.test(v) || /^[0-9a-f]{40}$/i.test(v) ? undefined : bitcoin.validate(v, 'mainnet')),
		validator: (v) => (/^0x/i.test(v) && !(/[a-f]/.test(v) && /[A-F]/.test(v.slice(2))) ? validator.isEthereumAddress(v) : undefined),
	},
	imei: { validator: (v) => validator.isIMEI(v) || validator.isIMEI(v, { allow_hyphens: true }) },
	mac: { validator: (v) => validator.isMACAddress(v) },
	ip_address: { validator: (v) => validator.isIP(v) },
	url: { validator: (v) => validator.isURL(v, { require_protocol: true, require_tld: false, protocols: ['http', 'https', 'ftp'] }) },
	jwt: { validator: (v) => validator.isJWT(v) },
	se_regnr: { validator: plate('sv-SE') },
	de_kennzeichen: { validator: plate('de-DE') },
	geo_point: { validator: (v) => validator.isLatLong(v) },
};

/* What a program that reads values says of them: [[class, value]] to [true or false]. */
function run(program, args, pairs) {
	if (pairs.length === 0)
		return [];
	const input = pairs.map(([name, value]) => `${name}\t${value}\n`).join('');
	return execFileSync(program, args, { input, maxBuffer: 1 << 28 })
		.toString().trimEnd().split('\n').map((line) => line === '1');
}

/* Of pairs or of triples, with the kind between. */
const judge = (values) => run(DRIVER, ['judge'], values.map((fields) => [fields[0], fields[fields.length - 1]]));

/* Verdicts of python-stdnum are had for many values at once, and remembered. */
const verdicts = new Map();

function judgePython(pairs) {
	const unknown = [...new Map(pairs.filter((pair) => !verdicts.has(pair.join('\t')))
		.map((pair) => [pair.join('\t'), pair])).values()];
	run(PYTHON, [JUDGE], unknown).forEach((verdict, i) => verdicts.set(unknown[i].join('\t'), verdict));
}

for (const name of execFileSync(PYTHON, [JUDGE, '--classes']).toString().trim().split('\n')) {
	peers[name] = peers[name] || {};
	peers[name].python = (value) => verdicts.get(`${name}\t${value}`);
}

for (const [name, { peers: others }] of Object.entries(more))
	peers[name] = { ...peers[name], ...others };

/* Values that driver.c does not make, and for each the same with one change. */
function makeMore(name) {
	const random = made.randomFrom([...name].reduce((hash, c) => (hash * 31 + c.charCodeAt(0)) | 0, SEED));
	const found = [];
	for (let i = 0; more[name]?.value !== undefined && i < COUNT; i++) {
		const value = more[name].value(random);
		found.push([name, 'theirs', value]);
		if (!more[name].whole)
			found.push([name, 'theirs, damaged', made.damaged(random, value)]);
	}
	return found.filter(([, , value]) => value !== '' && !/[\t\n\0]/.test(value));
}

function ask(theirs, value) {
	try {
		return theirs(value);
	} catch {
		return false;
	}
}

const compact = (value) => value.replace(/[^0-9A-Za-z]/g, '');

/* What a value looks like: its digits and letters do not matter. */
const shapeOf = (value) => value.replace(/[0-9]/g, '9').replace(/[A-Z]/g, 'A').replace(/[a-z]/g, 'a');

const rows = fs.readFileSync(path.join(__dirname, 'settled.tsv'), 'utf8').split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'))
	.map((line) => {
		const [name, peer, verdict, when, right, reason] = line.split('\t');
		/* all names, one, or a pattern of names */
		const names = new RegExp(name === '*' ? '.' : `^(${name})$`);
		return { name, names, peer, verdict, when, right, reason, count: 0, example: null };
	});

function applies(row, found) {
	if (!row.names.test(found.name) || (row.peer !== '*' && row.peer !== found.peer) ||
		(row.verdict !== '*' && row.verdict !== (found.ours ? 'accept' : 'refuse')))
		return false;
	if (row.when === 'separators')
		return found.compactAgrees;
	if (row.when === 'space')
		return found.value !== found.value.trim() && ask(peers[found.name][found.peer], found.value.trim()) === found.ours;
	return new RegExp(row.when, 'u').test(found.value);
}

async function main() {
	const names = Object.keys(peers).filter((name) => ONLY.length === 0 || ONLY.includes(name));
	const values = execFileSync(DRIVER, ['make', String(SEED), String(COUNT), ...names.filter((one) => !one.includes(':'))], { maxBuffer: 1 << 30 })
		.toString().trimEnd().split('\n').map((line) => line.split('\t')).filter((fields) => fields.length === 4);
	const theirs = names.flatMap(makeMore);
	judge(theirs).forEach((verdict, i) => values.push([...theirs[i], verdict ? '1' : '0']));
	for (const name of names.filter((one) => more[one]?.prepare !== undefined))
		await more[name].prepare(values.filter(([of]) => of === name).map(([, , value]) => value));
	judgePython(values.filter(([name]) => peers[name].python !== undefined).map(([name, , value]) => [name, value]));
	const disagreements = [];
	const compared = {};

	for (const [name, kind, value, verdict] of values) {
		for (const [peer, theirs] of Object.entries(peers[name])) {
			const their = ask(theirs, value);
			if (their === undefined)
				continue;
			const key = `${name} ${peer}`;
			compared[key] = compared[key] || { total: 0, valid: 0 };
			compared[key].total++;
			compared[key].valid += verdict === '1' && their;
			if (their !== (verdict === '1'))
				disagreements.push({ name, kind, peer, value, ours: verdict === '1' });
		}
	}

	judgePython(disagreements.filter(({ peer }) => peer === 'python')
		.flatMap(({ name, value }) => [[name, compact(value)], [name, value.trim()]]));

	/* Is it about separators alone, because both accept it without any? */
	const stripped = judge(disagreements.map(({ name, value }) => [name, compact(value)]));
	disagreements.forEach((found, i) => {
		const bare = compact(found.value);
		found.compactAgrees = bare !== found.value && stripped[i] && ask(peers[found.name][found.peer], bare) === true;
	});

	const open = new Map();
	for (const found of disagreements) {
		const row = rows.find((candidate) => applies(candidate, found));
		if (row !== undefined) {
			row.count++;
			row.example = row.example || shapeOf(found.value);
		} else {
			const key = `${found.name}: ${found.peer} ${found.ours ? 'refuses' : 'accepts'} what we ${found.ours ? 'accept' : 'refuse'}`;
			if (!open.has(key))
				open.set(key, []);
			open.get(key).push(`${found.value} (${found.kind})`);
		}
	}

	for (const [key, { total, valid }] of Object.entries(compared))
		console.log(`# ${key}: ${total} values, ${valid} valid for both`);
	for (const name of names.filter((one) => !values.some(([of]) => of === one)))
		console.log(`# ${name}: nothing to compare, it has no validator`);
	console.log('class\timplementation\twe\tcount\texample\tright\treason');
	for (const row of rows.filter((one) => one.count > 0))
		console.log([row.name, row.peer, row.verdict, row.count, row.example, row.right, row.reason].join('\t'));
	for (const [key, found] of open)
		console.log(`NOT SETTLED ${key}: ${found.length}, as ${found.slice(0, EXAMPLES).join(', ')}`);
	if (ONLY.length === 0)
		rows.filter((row) => row.count === 0).forEach((row) => console.log(`# not met: ${row.name} ${row.peer} ${row.verdict} ${row.when}`));
	console.log(`${values.length} values, ${disagreements.length} disagreements, ${[...open.values()].flat().length} not settled`);
	return open.size > 0 ? 1 : 0;
}

/* secretlint measures itself for long after the last value: there is no waiting for that */
main().then((code) => process.stdout.write('', () => process.exit(code)));
