/*
 * made.js: values that driver.c cannot make, for compare.js
 *
 * Addresses with check sums that no luck finds, zones of passports, values of
 * patterns, and damage to them.  All that is random comes from one seed.
 */
'use strict';

const crypto = require('crypto');
const { bech32, bech32m } = require('bech32');
const RandExp = require('randexp');

/* mulberry32, by Tommy Ettinger: enough for test data, and the same everywhere */
function randomFrom(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6D2B79F5) >>> 0;
		let bits = Math.imul(state ^ (state >>> 15), 1 | state);
		bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
		return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
	};
}

const below = (random, limit) => Math.floor(random() * limit);
const pick = (random, list) => list[below(random, list.length)];
const bytes = (random, count) => Buffer.from(Array.from({ length: count }, () => below(random, 256)));

/* Text of a regular expression. */
function ofPattern(random, pattern) {
	const maker = new RandExp(pattern);
	maker.max = 12;
	maker.randInt = (from, to) => from + below(random, to - from + 1);
	return maker.gen();
}

/* One change, as people and programs make them. */
function damaged(random, value) {
	const at = below(random, value.length);
	const swapped = value.slice(0, at) + (value[at + 1] || '') + value[at] + value.slice(at + 2);
	const other = /[0-9]/.test(value[at]) ? pick(random, [...'0123456789']) :
		/[A-Z]/.test(value[at]) ? pick(random, [...'ABCDEFGHJKLMNPQRSTUVWXYZ']) :
			/[a-z]/.test(value[at]) ? pick(random, [...'abcdefghijkmnopqrstuvwxyz']) : pick(random, [...' -./:']);
	return pick(random, [
		value.slice(0, at) + other + value.slice(at + 1),
		value.slice(0, at) + value.slice(at + 1),
		value.slice(0, at) + value[at] + value.slice(at),
		swapped,
		value.slice(0, at) + pick(random, [...' -./']) + value.slice(at),
		pick(random, [value.toUpperCase(), value.toLowerCase(), value.slice(0, -1)]),
	]);
}

/* ---------- wallets ---------- */

const BITCOIN = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const RIPPLE = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';

function base58(alphabet, data) {
	let number = BigInt('0x' + (data.toString('hex') || '0'));
	let text = '';
	for (; number > 0n; number /= 58n)
		text = alphabet[Number(number % 58n)] + text;
	for (const byte of data) {
		if (byte !== 0)
			break;
		text = alphabet[0] + text;
	}
	return text;
}

const sha256 = (data) => crypto.createHash('sha256').update(data).digest();

function base58Check(alphabet, version, payload) {
	const data = Buffer.concat([Buffer.from(version, 'hex'), payload]);
	return base58(alphabet, Buffer.concat([data, sha256(sha256(data)).subarray(0, 4)]));
}

/* Stellar, SEP 23 */
function strKey(payload) {
	const data = Buffer.concat([Buffer.from([6 << 3]), payload]);
	let crc = 0;
	for (const byte of data) {
		crc ^= byte << 8;
		for (let bit = 0; bit < 8; bit++)
			crc = (crc << 1) ^ (crc & 0x8000 ? 0x11021 : 0);
	}
	const all = Buffer.concat([data, Buffer.from([crc & 255, crc >> 8])]);
	let number = BigInt('0x' + all.toString('hex'));
	let text = '';
	for (let i = 0; i < 56; i++, number /= 32n)
		text = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number(number % 32n)] + text;
	return text;
}

function segwit(part, version, program) {
	const words = [version, ...bech32.toWords(program)];
	return (version === 0 ? bech32 : bech32m).encode(part, words, 120);
}

/* symbol of a currency, as multicoin-address-validator has it: how its addresses are made */
const wallets = {
	btc: [(r) => base58Check(BITCOIN, pick(r, ['00', '05']), bytes(r, 20)), (r) => segwit('bc', 0, bytes(r, pick(r, [20, 32]))),
		(r) => segwit('bc', 1, bytes(r, 32)), (r) => segwit('bc', 0, bytes(r, 20)).toUpperCase(),
		/* none of these is one */
		(r) => base58Check(BITCOIN, '00', bytes(r, 19)), (r) => segwit('bc', 0, bytes(r, 25)), (r) => bech32.encode('bc', [1, ...bech32.toWords(bytes(r, 32))], 120)],
	ltc: [(r) => base58Check(BITCOIN, pick(r, ['30', '32']), bytes(r, 20)), (r) => segwit('ltc', 0, bytes(r, 20))],
	doge: [(r) => base58Check(BITCOIN, pick(r, ['1e', '16']), bytes(r, 20))],
	dash: [(r) => base58Check(BITCOIN, pick(r, ['4c', '10']), bytes(r, 20))],
	zec: [(r) => base58Check(BITCOIN, pick(r, ['1cb8', '1cbd']), bytes(r, 20))],
	trx: [(r) => base58Check(BITCOIN, '41', bytes(r, 20))],
	xtz: [(r) => base58Check(BITCOIN, pick(r, ['06a19f', '06a1a1', '06a1a4', '025a79']), bytes(r, 20))],
	xrp: [(r) => base58Check(RIPPLE, '00', bytes(r, 20))],
	xlm: [(r) => strKey(bytes(r, 32))],
	ada: [(r) => bech32.encode('addr', bech32.toWords(Buffer.concat([Buffer.from([0x01]), bytes(r, 56)])), 120)],
};

/* ---------- zones of passports, ICAO 9303 part 4 ---------- */

function checkDigit(text) {
	const worth = (c) => c === '<' ? 0 : /\d/.test(c) ? Number(c) : c.charCodeAt(0) - 55;
	return String([...text].reduce((sum, c, i) => sum + worth(c) * [7, 3, 1][i % 3], 0) % 10);
}

function passportZone(random) {
	const name = ofPattern(random, /[A-Z]{3,9}<<[A-Z]{3,7}(<[A-Z]{3,6})?/);
	const country = pick(random, ['UTO', 'D<<', 'NLD', 'FRA', 'GBR', 'USA', 'POL', 'SWE']);
	const number = ofPattern(random, /[A-Z0-9]{7,9}/).padEnd(9, '<');
	const born = ofPattern(random, /[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])/);
	const expires = ofPattern(random, /2[5-9](0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])/);
	const optional = pick(random, ['<'.repeat(14), ofPattern(random, /[A-Z0-9]{9}<{5}/)]);
	const first = (pick(random, ['P<', 'PD', 'PO']) + country + name).padEnd(44, '<');
	const parts = [number + checkDigit(number), born + checkDigit(born), expires + checkDigit(expires),
		optional + pick(random, [checkDigit(optional)])];
	const second = parts[0] + country + parts[1] + pick(random, ['M', 'F', '<']) + parts[2] + parts[3] + checkDigit(parts.join(''));
	return pick(random, [first + second, second]);
}

/* ---------- keys ---------- */

/* GitHub's and npm's tokens end with a CRC-32 in base 62 (github.blog, 5 April 2021). */
function withSum(random) {
	const text = ofPattern(random, /[0-9A-Za-z]{30}/);
	let crc = 0xFFFFFFFF;
	for (const byte of Buffer.from(text)) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++)
			crc = (crc >>> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
	}
	let sum = '';
	for (let rest = (crc ^ 0xFFFFFFFF) >>> 0, i = 0; i < 6; i++, rest = Math.floor(rest / 62))
		sum = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[rest % 62] + sum;
	return pick(random, ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'npm_']) + text + sum;
}

module.exports = { randomFrom, below, pick, ofPattern, damaged, wallets, passportZone, withSum };
