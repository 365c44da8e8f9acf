-- identifiers inside free text: where they are, in characters
SELECT f.*, substr(d.document, f.start, f.length) AS found
FROM (VALUES ('Grüße an jürgen.müller@example.de, Karte 4111 1111 1111 1111, Tel. +49 30 1234567')) d (document),
	breachvalue.find_pii(d.document) f;
SELECT * FROM breachvalue.find_pii('Order 123456782 of 2021-08-17, 19.99; SSN 536-90-4399');
SELECT * FROM breachvalue.find_pii('nothing here but 12 pears');
SELECT * FROM breachvalue.find_pii('');
SELECT * FROM breachvalue.find_pii(NULL);
-- no more is looked for than is asked
SELECT * FROM breachvalue.find_pii(repeat('a@b.nl ', 100000)) LIMIT 1;

-- one card number in ten thousand notes
CREATE TABLE regress_note (id integer, body text);
INSERT INTO regress_note
SELECT i, 'Customer ' || i || ' called on 2021-08-' || 1 + i % 28 || ' at 1' || i % 10 || ':30 about invoice '
	|| 4111111111111111 || ' of ' || i || '.95 euro, version 1.2.' || i
FROM generate_series(1, 10000) i;
UPDATE regress_note SET body = body || ' and read us card 5500 0000 0000 0004' WHERE id = 7777;
SELECT breachvalue.pii_carriers(body) FROM regress_note;
SELECT n.id, f.* FROM regress_note n, breachvalue.find_pii(n.body) f;

-- documents are counted once for a class, and NULLs not at all
SELECT breachvalue.pii_carriers(v.document)
FROM (VALUES ('a@b.nl, c@d.nl'), ('4111111111111111 a@b.nl'), ('none'), (''), (NULL)) v (document);
SELECT c.class, c.documents, round(c.share, 3) AS share
FROM (SELECT breachvalue.pii_carriers(v.document) AS counts
	FROM (VALUES ('a@b.nl, c@d.nl'), ('4111111111111111 a@b.nl'), ('none')) v (document)) s,
	breachvalue.carrier_classes(s.counts) c;
SELECT breachvalue.pii_carriers(NULL), breachvalue.pii_carriers(document) FROM (SELECT 'a@b.nl' WHERE false) v (document);
SELECT * FROM breachvalue.carrier_classes('{"documents": 0, "carriers": 0}');
SELECT breachvalue.pii_carriers_final('{0,0}');

-- the same by groups, filters and workers
SELECT id % 2 AS part, breachvalue.pii_carriers(body) FILTER (WHERE id < 9000) FROM regress_note GROUP BY 1 ORDER BY 1;
ALTER TABLE regress_note SET (parallel_workers = 2);
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
EXPLAIN (COSTS OFF) SELECT breachvalue.pii_carriers(body) FROM regress_note;
SELECT breachvalue.pii_carriers(body) FROM regress_note;
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;

-- states that somebody makes up are refused
CREATE AGGREGATE regress_carriers(text) (SFUNC = breachvalue.pii_carriers_add, STYPE = bigint[], INITCOND = '{1,NULL}');
SELECT regress_carriers('a@b.nl');
DROP AGGREGATE regress_carriers(text);
CREATE AGGREGATE regress_carriers(text) (SFUNC = breachvalue.pii_carriers_add, STYPE = bigint[], INITCOND = '{}');
SELECT regress_carriers('a@b.nl');
DROP AGGREGATE regress_carriers(text);

-- large text, also compressed, and a reader without rights on anything but the function
CREATE TABLE regress_large (body text);
INSERT INTO regress_large VALUES (repeat('all work and no play ', 100000) || 'j.doe@example.org');
SELECT f.* FROM regress_large, breachvalue.find_pii(body) f;
CREATE ROLE regress_reader;
SET ROLE regress_reader;
SELECT class FROM breachvalue.find_pii('mail a@b.nl');
RESET ROLE;
DROP ROLE regress_reader;
DROP TABLE regress_note, regress_large;

-- positions are in characters in any encoding of the server
CREATE DATABASE regress_find_latin1 TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C';
CREATE DATABASE regress_find_euc TEMPLATE template0 ENCODING 'EUC_JP' LC_COLLATE 'C' LC_CTYPE 'C';
\c regress_find_latin1
SET client_encoding = 'UTF8';
CREATE EXTENSION breachvalue;
SELECT f.*, substr(d.document, f.start, f.length) AS found
FROM (VALUES ('Grüße: jürgen@example.de, é4111111111111111')) d (document), breachvalue.find_pii(d.document) f;
\c regress_find_euc
SET client_encoding = 'UTF8';
CREATE EXTENSION breachvalue;
SELECT f.*, substr(d.document, f.start, f.length) AS found
FROM (VALUES ('電話：+81312345678、メールa@b.jpです')) d (document), breachvalue.find_pii(d.document) f;
\c contrib_regression
DROP DATABASE regress_find_latin1;
DROP DATABASE regress_find_euc;

-- what is found can be written in one way and is valid, also where a line ends in it
SELECT f.class, replace(replace(part, E'\r', '\r'), E'\n', '\n') AS part, breachvalue.normalized(part, f.class),
	breachvalue.is_valid(part, f.class) AS is_valid, f.class = ANY (breachvalue.class_names(breachvalue.classes_of(part))) AS is_of
FROM (VALUES (E'please charge 4111 1111\n1111 1111 today'), (E'> card: 4111-1111-1111\r\n> 1111, thanks'),
	(E'IBAN: DE89 3704 0044\n0532 0130 00'), ('Call +31 6 12345678, SSN 536-90-4399, born 29/02/1980'),
	(E'NHS 943 476 5919, plate AB12 CDE, from 2001:DB8::1')) d (document),
	breachvalue.find_pii(d.document) f, substr(d.document, f.start, f.length) part;
-- a line end is none of a separator that values have elsewhere
SELECT breachvalue.is_valid(E'4111\n1111\n1111\n1111', 'payment_card'), breachvalue.normalized(E'123\n456782', 'nl_bsn') IS NULL AS "null";
