-- classes that stay where they belong
CREATE TABLE regress_ticket (id integer, body text, nickname varchar(40), document jsonb, notes text[]);
SELECT breachvalue.forbid('regress_ticket', 'body', '{payment_card,us_ssn}');
SELECT breachvalue.forbid('regress_ticket', 'nickname', '{nl_bsn}', action => 'refuse');
SELECT breachvalue.forbid('regress_ticket', 'document', '{email}');
SELECT breachvalue.forbid('regress_ticket', 'notes', ARRAY['iban']);
SELECT * FROM breachvalue.forbidden ORDER BY trigger_name;
\d regress_ticket

-- what is nothing of them goes in, the rest not; the value is in no message
INSERT INTO regress_ticket VALUES (1, 'order 4111111111111111, mail a@b.nl', 'x123456782', '{"a": "b"}', '{none,"a@b.nl"}');
INSERT INTO regress_ticket VALUES (2, NULL, NULL, NULL, NULL), (3, '', '', '{}', '{}');
INSERT INTO regress_ticket (body) VALUES ('my cärd is 4111 1111 1111 1111, thanks');
INSERT INTO regress_ticket (body) VALUES ('  536904399');
INSERT INTO regress_ticket (nickname) VALUES ('123456782');
INSERT INTO regress_ticket (document) VALUES ('{"a": [1, {"b": "write to a@b.nl"}]}');
INSERT INTO regress_ticket (document) VALUES ('{"by address": {"a@b.nl": [1]}}');
INSERT INTO regress_ticket (notes) VALUES ('{"",NULL,"pay NL91 ABNA 0417 1643 00"}');
COPY regress_ticket (id, body) FROM stdin;
4	plain
5	card 4111 1111 1111 1111
\.
UPDATE regress_ticket SET body = 'SSN 536-90-4399' WHERE id = 1;
INSERT INTO regress_ticket (id, body) SELECT 6, 'card 5500000000000004' ON CONFLICT DO NOTHING;
WITH moved AS (DELETE FROM regress_ticket WHERE id = 3 RETURNING id)
INSERT INTO regress_ticket (id, body) SELECT id, 'card 5500000000000004' FROM moved;
SELECT count(*) FROM regress_ticket;
DO $$
DECLARE
	state text;
	schema_name text;
	table_name text;
	column_name text;
BEGIN
	INSERT INTO regress_ticket (body) VALUES ('536-90-4399');
EXCEPTION WHEN check_violation THEN
	GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE, schema_name = SCHEMA_NAME, table_name = TABLE_NAME,
		column_name = COLUMN_NAME;
	RAISE NOTICE '% % % %', state, schema_name, table_name, column_name;
END $$;

-- what does not change is not looked at again
ALTER TABLE regress_ticket DISABLE TRIGGER zzzz_forbid_body;
SELECT column_name, enabled FROM breachvalue.forbidden ORDER BY 1;
UPDATE regress_ticket SET body = 'SSN 536-90-4399' WHERE id = 1;
ALTER TABLE regress_ticket ENABLE ALWAYS TRIGGER zzzz_forbid_body;
UPDATE regress_ticket SET id = 11 WHERE id = 1;
UPDATE regress_ticket SET body = body || '.' WHERE id = 11;

-- what is said later counts; the column may be renamed
SELECT breachvalue.forbid('regress_ticket', 'body', '{email}');
ALTER TABLE regress_ticket RENAME body TO "Text";
ALTER TABLE regress_ticket RENAME TO "Regress Ticket";
INSERT INTO "Regress Ticket" ("Text") VALUES ('536-90-4399'), ('write to a@b.nl');
SELECT table_name, column_name, classes, trigger_name FROM breachvalue.forbidden ORDER BY 2;
ALTER TABLE "Regress Ticket" ADD body text;
SELECT breachvalue.forbid('"Regress Ticket"', 'body', '{phone}');
SELECT column_name, trigger_name FROM breachvalue.forbidden ORDER BY 1;

-- the column cannot go unnoticed
ALTER TABLE "Regress Ticket" DROP COLUMN body;
ALTER TABLE "Regress Ticket" DROP COLUMN body CASCADE;
SELECT breachvalue.permit('"Regress Ticket"', 'Text');
SELECT breachvalue.permit('"Regress Ticket"', 'Text');
INSERT INTO "Regress Ticket" ("Text") VALUES ('536-90-4399, write to a@b.nl');
SELECT column_name FROM breachvalue.forbidden ORDER BY 1;
DROP TABLE "Regress Ticket";

-- warned of: once in a transaction, whatever is written
CREATE TABLE regress_log (line text, doubled text GENERATED ALWAYS AS (line || ' ' || line) STORED);
SELECT breachvalue.forbid('regress_log', 'line', '{email}', 'warn');
INSERT INTO regress_log VALUES ('from a@b.nl'), ('from c@d.nl');
BEGIN;
INSERT INTO regress_log VALUES ('from a@b.nl');
SAVEPOINT one;
INSERT INTO regress_log VALUES ('from c@d.nl');
ROLLBACK TO one;
INSERT INTO regress_log VALUES ('from e@f.nl');
COMMIT;
INSERT INTO regress_log VALUES ('from a@b.nl');
SELECT count(*) FROM regress_log;

-- generated columns, whatever triggers make of a value, and the replica role
SELECT breachvalue.forbid('regress_log', 'doubled', '{payment_card}');
INSERT INTO regress_log VALUES ('4111111111111111');
CREATE FUNCTION regress_append() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.line = NEW.line || ' 536-90-4399';
	RETURN NEW;
END $$;
SELECT breachvalue.forbid('regress_log', 'line', '{us_ssn}');
CREATE TRIGGER append BEFORE INSERT OR UPDATE ON regress_log FOR EACH ROW EXECUTE FUNCTION regress_append();
INSERT INTO regress_log VALUES ('a');
UPDATE regress_log SET line = line;
ALTER TRIGGER append ON regress_log RENAME TO "~append";
INSERT INTO regress_log VALUES ('a');
DROP TRIGGER "~append" ON regress_log;

-- also into a column that the UPDATE does not name; nothing is told twice where it does
ALTER TABLE regress_log ADD id integer;
INSERT INTO regress_log (line, id) VALUES ('a', 1);
CREATE TRIGGER append BEFORE UPDATE ON regress_log FOR EACH ROW EXECUTE FUNCTION regress_append();
UPDATE regress_log SET id = 2;
INSERT INTO regress_log (line, id) VALUES ('b', 2) ON CONFLICT DO NOTHING;
SELECT breachvalue.forbid('regress_log', 'line', '{us_ssn}', 'warn');
UPDATE regress_log SET id = 3 WHERE id = 1;
UPDATE regress_log SET line = line || ',' WHERE id = 3;
ALTER TABLE regress_log DISABLE TRIGGER zzzz_forbid_line_update;
SELECT column_name, action, enabled FROM breachvalue.forbidden ORDER BY 1;
UPDATE regress_log SET id = 4 WHERE id = 3;
UPDATE regress_log SET line = line || '.' WHERE id = 4;
ALTER TABLE regress_log DISABLE TRIGGER zzzz_forbid_line;
UPDATE regress_log SET line = line || '.' WHERE id = 4;
DROP TRIGGER append ON regress_log;
SELECT breachvalue.forbid('regress_log', 'line', '{us_ssn}');
SET session_replication_role = replica;
INSERT INTO regress_log VALUES ('536-90-4399');
RESET session_replication_role;
DROP TABLE regress_log;
DROP FUNCTION regress_append();

-- partitions, also those that come later, and moves between them
CREATE TABLE regress_part (id integer, body text) PARTITION BY RANGE (id);
CREATE TABLE regress_part_1 PARTITION OF regress_part FOR VALUES FROM (0) TO (10);
SELECT breachvalue.forbid('regress_part', 'body', '{email}');
CREATE TABLE regress_part_2 (body text, id integer);
ALTER TABLE regress_part ATTACH PARTITION regress_part_2 FOR VALUES FROM (10) TO (20);
INSERT INTO regress_part VALUES (1, 'a@b.nl');
INSERT INTO regress_part VALUES (11, 'a@b.nl');
INSERT INTO regress_part_2 VALUES ('a@b.nl', 12);
SET session_replication_role = replica;
INSERT INTO regress_part VALUES (12, 'a@b.nl');
RESET session_replication_role;
INSERT INTO regress_part VALUES (1, 'a');
UPDATE regress_part SET id = 12;
UPDATE regress_part SET id = 1, body = 'a@b.nl';
SELECT table_name, column_name FROM breachvalue.forbidden;
SELECT breachvalue.permit('regress_part_2', 'body');
SELECT breachvalue.permit('regress_part', 'body');
DROP TABLE regress_part;

-- as a dump has it, for a table whose columns have other numbers
CREATE TABLE regress_dump (gone text, body text);
ALTER TABLE regress_dump DROP COLUMN gone;
SELECT breachvalue.forbid('regress_dump', 'body', '{email}', 'warn');
SELECT pg_get_triggerdef(oid) AS definition FROM pg_trigger WHERE tgname = 'zzzz_forbid_body' \gset
DROP TABLE regress_dump;
CREATE TABLE regress_dump (body text, more text);
INSERT INTO regress_dump VALUES ('a@b.nl');
:definition;
ALTER TABLE regress_dump ENABLE ALWAYS TRIGGER zzzz_forbid_body;
INSERT INTO regress_dump VALUES ('a@b.nl', 'c@d.nl');
SELECT table_name, column_name, classes, action FROM breachvalue.forbidden;
DROP TABLE regress_dump;

-- other types
CREATE DOMAIN regress_label AS varchar(100);
CREATE TABLE regress_types (a json, b regress_label, c bigint, d xml, e char(30), f regress_label[], g inet, h date);
SELECT breachvalue.forbid('regress_types', c, '{payment_card,email,ip_address}')
FROM unnest('{a,b,c,d,e,f,g}'::text[]) c;
INSERT INTO regress_types (a) VALUES ('{"x": "y", "z": "a@b.nl"}');
INSERT INTO regress_types (b) VALUES ('is a@b.nl');
INSERT INTO regress_types (c) VALUES (4111111111111111);
INSERT INTO regress_types (d) VALUES ('<a>a@b.nl</a>');
INSERT INTO regress_types (e) VALUES ('a@b.nl');
INSERT INTO regress_types (f) VALUES ('{a,a@b.nl}');
INSERT INTO regress_types (g) VALUES ('203.0.113.7');
INSERT INTO regress_types VALUES ('{}', 'b', 4111111111111112, '<a/>', 'e', '{}', '203.0.0.0/16', '2021-08-17');
DROP TABLE regress_types;
DROP DOMAIN regress_label;

-- errors
CREATE TABLE regress_error (id integer, body text, day date);
CREATE VIEW regress_view AS SELECT * FROM regress_error;
SELECT breachvalue.forbid('regress_error', 'body', '{emial}');
SELECT breachvalue.forbid('regress_error', 'body', '{}');
SELECT breachvalue.forbid('regress_error', 'body', '{religion}');
SELECT breachvalue.forbid('regress_error', 'body', '{class_300}');
SELECT breachvalue.forbid('regress_error', 'body', '{email}', 'ignore');
SELECT breachvalue.forbid('regress_error', 'nobody', '{email}');
SELECT breachvalue.forbid('regress_error', 'ctid', '{email}');
SELECT breachvalue.forbid('regress_error', 'day', '{email}');
SELECT breachvalue.forbid('regress_view', 'body', '{email}');
SELECT breachvalue.forbid(NULL, 'body', '{email}');
SELECT breachvalue.forbid('regress_error', 'body', NULL);
SELECT breachvalue.forbid(4294967295::regclass, 'body', '{email}');
SELECT breachvalue.permit('regress_error', 'body');
CREATE ROLE regress_writer;
GRANT ALL ON regress_error TO regress_writer;
SET ROLE regress_writer;
SELECT breachvalue.forbid('regress_error', 'body', '{email}');
SELECT breachvalue.permit('regress_error', 'body');
SELECT count(*) FROM breachvalue.forbidden;
RESET ROLE;

-- triggers that are made by hand
SELECT breachvalue.keep_out();
CREATE TRIGGER hand AFTER INSERT ON regress_error FOR EACH STATEMENT EXECUTE FUNCTION breachvalue.keep_out('{email}', 'refuse');
INSERT INTO regress_error (body) VALUES ('a');
DROP TRIGGER hand ON regress_error;
CREATE TRIGGER hand BEFORE INSERT ON regress_error FOR EACH ROW EXECUTE FUNCTION breachvalue.keep_out('{email}', 'refuse');
INSERT INTO regress_error (body) VALUES ('a');
DROP TRIGGER hand ON regress_error;
CREATE TRIGGER hand BEFORE INSERT ON regress_error FOR EACH ROW WHEN (NEW.body IS NOT NULL) EXECUTE FUNCTION breachvalue.keep_out('x');
INSERT INTO regress_error (body) VALUES ('a');
SELECT classes, action FROM breachvalue.forbidden;
DROP TRIGGER hand ON regress_error;
CREATE TRIGGER hand BEFORE INSERT ON regress_error FOR EACH ROW WHEN (NEW.body IS NOT NULL) EXECUTE FUNCTION breachvalue.keep_out('{nonsense}', 'refuse');
INSERT INTO regress_error (body) VALUES ('a');
SELECT classes, action FROM breachvalue.forbidden;
DROP TRIGGER hand ON regress_error;

-- what is stored out of line or compressed, long and short; and a condition as it was made before
CREATE TRIGGER hand BEFORE INSERT OR UPDATE ON regress_error FOR EACH ROW WHEN (NEW.body IS NOT NULL)
	EXECUTE FUNCTION breachvalue.keep_out('{payment_card}', 'refuse');
CREATE TABLE regress_long (body text);
INSERT INTO regress_long VALUES (repeat('no number ', 1000) || '4111 1111 1111 1111'), (repeat('no 12345678901 number ', 1000)),
	(repeat('x', 60) || ' 4111 1111 1111 1111'), (NULL);
ALTER TABLE regress_long ALTER body SET STORAGE EXTERNAL;
INSERT INTO regress_long SELECT body || '.' FROM regress_long;
INSERT INTO regress_error (body) SELECT body FROM regress_long WHERE body ~ '4111' AND ctid = '(0,1)';
INSERT INTO regress_error (body) SELECT body FROM regress_long WHERE body ~ '4111' AND ctid = '(0,5)';
INSERT INTO regress_error (body) SELECT body FROM regress_long WHERE length(body) < 100;
INSERT INTO regress_error (id, body) SELECT 7, body FROM regress_long WHERE body ~ '12345678901' OR body IS NULL;
UPDATE regress_error SET id = 8 WHERE id = 7;
UPDATE regress_error SET body = body || ' 4111111111111111' WHERE id = 8;
DROP TABLE regress_long;
DROP TRIGGER hand ON regress_error;

-- text too long to be one value: what has no trace of anything, and what has some
CREATE TABLE regress_trace (body text);
SELECT breachvalue.forbid('regress_trace', 'body', '{payment_card,nl_bsn,email,iban,phone,ip_address,api_secret,birth_date}');
INSERT INTO regress_trace SELECT rpad(t, 200, 'all work and no play ') FROM unnest('{
	"customer 12345 called on 2021-08-17 at 10:30 about the bill of 12.95, ",
	"Am 17.08.2021 rief Frau Müller an – „wegen 3 Äpfeln“, ", "1 2 3 4 5 6 7 a 8"}'::text[]) t;
INSERT INTO regress_trace SELECT rpad('', 150, 'no play ') || ', card 4111 1111 1111 1111';
INSERT INTO regress_trace SELECT rpad('', 150, 'no play ') || ', BSN 123456782';
INSERT INTO regress_trace SELECT rpad('', 150, 'kein Spiel für Müller ') || ', mail a@b.nl';
INSERT INTO regress_trace SELECT rpad('', 150, 'no play ') || ', NL91 ABNA 0417 1643 00';
INSERT INTO regress_trace SELECT rpad('', 150, 'no play ') || ', call +31 6 12345678';
INSERT INTO regress_trace SELECT rpad('', 150, 'no play ') || ', from 198.51.100.7';
INSERT INTO regress_trace SELECT rpad('', 150, 'no play ') || ', from 2001:db8::17';
INSERT INTO regress_trace SELECT rpad('', 150, 'no play ') || ', AKIAQWERTYUIOPASDFGH';
INSERT INTO regress_trace SELECT rpad('', 150, 'no play ') || ', born 1980-02-29';
INSERT INTO regress_trace SELECT rpad('', 150, 'no play ') || ', card ４１１１ 1111 1111 1111';
SELECT count(*) FROM regress_trace;
DROP TABLE regress_trace;

-- a hostile path
CREATE SCHEMA regress_evil;
CREATE FUNCTION regress_evil.keep_out() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'evil'; END $$;
SET search_path = regress_evil, public;
SELECT breachvalue.forbid('regress_error', 'body', '{email}');
INSERT INTO regress_error (body) VALUES ('a@b.nl');
RESET search_path;
DROP SCHEMA regress_evil CASCADE;
DROP TABLE regress_error CASCADE;
DROP ROLE regress_writer;
