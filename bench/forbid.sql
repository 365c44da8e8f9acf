-- What a forbidden class costs those who write: 200 bytes of text a row, nothing found.
\set QUIET on
\pset footer off
CREATE EXTENSION IF NOT EXISTS breachvalue;
\ir compare.sql

\if :{?rows}
\else
\set rows 1000000
\endif
CREATE TABLE bench.source AS
SELECT i AS id, rpad('customer ' || i || ' called on 2021-08-17 about the bill of ' || i % 100
	|| '.95 and will wait for a letter, ', 200, 'all work and no play ') AS body
FROM generate_series(1, :rows) i;
CREATE TABLE bench.plain (id integer, body text);
CREATE TABLE bench.guarded (id integer, body text);
SELECT breachvalue.forbid('bench.guarded', 'body', '{payment_card,us_ssn}') \gset ignored_
CREATE TABLE bench.guarded_mail (id integer, body text);
SELECT breachvalue.forbid('bench.guarded_mail', 'body', '{payment_card,us_ssn,email}') \gset ignored_
CREATE TABLE bench.guarded_all (id integer, body text);
SELECT breachvalue.forbid('bench.guarded_all', 'body', '{payment_card,us_ssn,email,phone,iban,ip_address,mac,vin}') \gset ignored_
CREATE FUNCTION bench.nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE bench.plpgsql (id integer, body text);
CREATE TRIGGER nothing BEFORE INSERT OR UPDATE ON bench.plpgsql FOR EACH ROW EXECUTE FUNCTION bench.nothing();
CREATE TABLE bench.captured (id integer, body text);
CREATE TRIGGER nothing AFTER INSERT ON bench.captured REFERENCING NEW TABLE AS rows
	FOR EACH STATEMENT EXECUTE FUNCTION bench.nothing();
VACUUM ANALYZE bench.source;
SELECT current_setting('data_directory') || '/bench_source.copy' AS file \gset
COPY bench.source TO :'file';

SET jit = off;
\set empty 'TRUNCATE bench.plain, bench.guarded, bench.guarded_mail, bench.guarded_all, bench.plpgsql, bench.captured'
\set insert_plain 'INSERT INTO bench.plain TABLE bench.source'
CALL bench.compare('bulk INSERT, two classes of numbers, against no trigger', :'insert_plain',
	'INSERT INTO bench.guarded TABLE bench.source', 15, :'empty');
CALL bench.compare('the same, with e-mail', :'insert_plain', 'INSERT INTO bench.guarded_mail TABLE bench.source', 15, :'empty');
CALL bench.compare('the same, eight classes', :'insert_plain', 'INSERT INTO bench.guarded_all TABLE bench.source', 15, :'empty');
CALL bench.compare('the same, a trigger in PL/pgSQL that does nothing', :'insert_plain',
	'INSERT INTO bench.plpgsql TABLE bench.source', 15, :'empty');
CALL bench.compare('the same, a transition table that nobody reads', :'insert_plain',
	'INSERT INTO bench.captured TABLE bench.source', 15, :'empty');
CALL bench.compare('COPY, two classes of numbers', format('COPY bench.plain FROM %L', :'file'),
	format('COPY bench.guarded FROM %L', :'file'), 15, :'empty');
TRUNCATE bench.plain, bench.guarded;
INSERT INTO bench.plain TABLE bench.source LIMIT 200000;
INSERT INTO bench.guarded TABLE bench.source LIMIT 200000;
CALL bench.compare('UPDATE of another column', 'UPDATE bench.plain SET id = -id', 'UPDATE bench.guarded SET id = -id', 15);
CALL bench.compare('UPDATE of the column', 'UPDATE bench.plain SET body = body || id % 10', 'UPDATE bench.guarded SET body = body || id % 10', 15);
CALL bench.compare('pii_carriers against sum(length())', 'SELECT sum(length(body)) FROM bench.source',
	'SELECT breachvalue.pii_carriers(body) FROM bench.source', 15);
TABLE bench.ratio;
