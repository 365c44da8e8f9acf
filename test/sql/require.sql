-- new columns that must have labels
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS breachvalue;
RESET client_min_messages;
CREATE SCHEMA crm;
CREATE SCHEMA elsewhere;
CREATE TABLE crm.old (id int, email text, note text);
SELECT breachvalue.require_labels('crm', 'refuse');
SELECT * FROM breachvalue.label_requirements;

-- a column that looks like personal data needs a label by the end of the transaction
CREATE TABLE crm.customer (id int PRIMARY KEY, email text, birth_date date, status text, "bsn" text);
SELECT to_regclass('crm.customer');
BEGIN;
CREATE TABLE crm.customer (id int PRIMARY KEY, email text, birth_date date, status text);
SELECT * FROM breachvalue.unlabelled_columns('crm.customer');
SELECT breachvalue.label('crm.customer', 'email', 'email'), breachvalue.label('crm.customer', 'birth_date', 'not_personal');
COMMIT;
SELECT * FROM breachvalue.unlabelled_columns('crm.customer');
-- one that is dropped, renamed or rolled back in the same transaction does not
BEGIN;
CREATE TABLE crm.draft (iban text);
DROP TABLE crm.draft;
ALTER TABLE crm.customer ADD COLUMN phone text;
ALTER TABLE crm.customer RENAME COLUMN phone TO colour;
ALTER TABLE crm.customer ADD COLUMN surname text;
ALTER TABLE crm.customer DROP COLUMN surname;
SAVEPOINT here;
ALTER TABLE crm.customer ADD COLUMN passport_number text;
ROLLBACK TO here;
COMMIT;
-- nor does any other column of an old table
ALTER TABLE crm.old ADD COLUMN size int, ALTER COLUMN email SET NOT NULL;
ALTER TABLE crm.old ADD COLUMN IF NOT EXISTS email text;
ALTER TABLE crm.old ALTER COLUMN note TYPE varchar(100);
ALTER TABLE crm.old RENAME TO older;
-- but one that becomes what it was not does
ALTER TABLE crm.older ADD COLUMN first_name text, ADD COLUMN last_name text, ADD COLUMN weight int;
ALTER TABLE crm.older RENAME COLUMN note TO email_address;
-- however tables are made
CREATE TABLE crm.copy AS SELECT * FROM crm.older;
SELECT * INTO crm.copy FROM crm.older;
CREATE TABLE crm.copy (LIKE crm.older);
CREATE TABLE elsewhere.moved (email text, other text);
ALTER TABLE elsewhere.moved SET SCHEMA crm;
DO $$BEGIN EXECUTE 'CREATE TABLE crm.copy (iban text)'; END$$;
CREATE FUNCTION elsewhere.make() RETURNS void LANGUAGE sql AS 'CREATE TABLE crm.copy (iban text)';
SELECT elsewhere.make();
-- partitions and children have the labels of their parents; temporary tables none
BEGIN;
CREATE TABLE crm.event (at date, email text) PARTITION BY RANGE (at);
SELECT breachvalue.label('crm.event', 'email', 'email');
COMMIT;
CREATE TABLE crm.event_1 PARTITION OF crm.event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE crm.child (weight int) INHERITS (crm.customer);
BEGIN;
CREATE TABLE crm.event_2 (at date, email text);
ALTER TABLE crm.event ATTACH PARTITION crm.event_2 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
COMMIT;
CREATE TABLE crm.niece (iban text) INHERITS (crm.customer);
-- not where the parent is elsewhere, and has none: also when it gets a column later
CREATE TABLE elsewhere.parent (id int, email text, other int);
CREATE TABLE elsewhere.parted (at date, email text) PARTITION BY RANGE (at);
CREATE TABLE crm.heir () INHERITS (elsewhere.parent);
CREATE TABLE crm.part PARTITION OF elsewhere.parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
SELECT breachvalue.label('elsewhere.parent', 'email', 'email'), breachvalue.label('elsewhere.parted', 'email', 'email');
CREATE TABLE crm.heir () INHERITS (elsewhere.parent);
CREATE TABLE crm.part PARTITION OF elsewhere.parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE crm.grandchild () INHERITS (crm.heir);
ALTER TABLE elsewhere.parent ADD COLUMN iban text;
ALTER TABLE elsewhere.parent RENAME COLUMN other TO birth_date;
ALTER TABLE elsewhere.parted ADD COLUMN iban text;
BEGIN;
ALTER TABLE elsewhere.parent ADD COLUMN iban text;
SELECT breachvalue.label('crm.heir', 'iban', 'iban');
COMMIT;
SELECT * FROM breachvalue.unlabelled_columns('crm.heir');
SELECT * FROM breachvalue.unlabelled_columns('crm.grandchild');
DROP TABLE elsewhere.parent, elsewhere.parted CASCADE;
CREATE TEMP TABLE guest (email text);
CREATE VIEW crm.mails AS SELECT email FROM crm.older;
-- other schemas are as free as before
CREATE TABLE elsewhere.guest (email text);

-- a warning, once in a transaction; ten columns are named
SELECT breachvalue.require_labels(schema_name => 'crm');
CREATE TABLE crm.warned (email text);
BEGIN;
CREATE TABLE crm.wide (email text, phone text, iban text, bsn text, first_name text, last_name text, birth_date date, passport_number text, ssn text, imei text, street text, credit_card_number text);
ALTER TABLE crm.warned ADD COLUMN phone text;
COMMIT;

-- they get one
SELECT breachvalue.require_labels('crm', 'auto');
CREATE TABLE crm.labelled (id int, email text, "birth date" date, quantity int);
ALTER TABLE crm.labelled ADD COLUMN phone text;
CREATE TABLE crm.labelled_copy AS SELECT email AS "e-mail" FROM crm.labelled;
SELECT relation, column_name, label FROM breachvalue.labels WHERE table_name ~ 'labelled' ORDER BY 1, 2;

-- who may say so
CREATE ROLE regress_breachvalue_maker;
GRANT USAGE, CREATE ON SCHEMA crm TO regress_breachvalue_maker;
SET ROLE regress_breachvalue_maker;
SELECT breachvalue.require_labels('crm', 'warn');
SELECT breachvalue.drop_label_requirement('crm');
SET breachvalue.require_labels = off;
UPDATE breachvalue.label_requirement SET action = 'warn';
CREATE TABLE crm.made (email text);
SELECT action, enforced FROM breachvalue.label_requirements;
RESET ROLE;
SELECT breachvalue.require_labels('crm', 'refuse');
SET ROLE regress_breachvalue_maker;
ALTER TABLE crm.made ADD COLUMN phone text;
CREATE EVENT TRIGGER mine ON ddl_command_end EXECUTE FUNCTION breachvalue.note_new_columns();
SET application_name = 'pg_restore';
ALTER TABLE crm.made ADD COLUMN phone text;
RESET ROLE;
-- whoever restores a dump owns the database, and is warned
CREATE TABLE crm.restored (email text);
RESET application_name;
SET breachvalue.require_labels = off;
CREATE TABLE crm.silently_restored (email text);
RESET breachvalue.require_labels;
SELECT breachvalue.require_labels('crm', 'ask');
SELECT breachvalue.require_labels('nowhere');
SELECT breachvalue.unlabelled_columns(1);
SELECT breachvalue.drop_label_requirement('elsewhere');

-- a requirement goes by the name of a schema
ALTER SCHEMA crm RENAME TO renamed;
SELECT * FROM breachvalue.label_requirements;
ALTER SCHEMA renamed RENAME TO crm;
SELECT * FROM breachvalue.label_requirements;

-- the inverse; nothing is left of it
SELECT breachvalue.drop_label_requirement('crm');
CREATE TABLE crm.free (email text);
SELECT count(*) FROM pg_event_trigger WHERE evtname ~ 'breachvalue';
-- it goes with the extension, and does not hold it
SELECT breachvalue.require_labels('crm', 'refuse');
BEGIN;
SELECT count(*) FROM pg_event_trigger WHERE evtname ~ 'breachvalue';
CREATE TABLE crm.gone (email text);
SET LOCAL client_min_messages = warning;
DROP EXTENSION breachvalue;
SELECT count(*) FROM pg_event_trigger WHERE evtname ~ 'breachvalue';
COMMIT;
CREATE TABLE crm.afterwards (email text);
CREATE EXTENSION breachvalue;

SET client_min_messages = warning;
DROP SCHEMA crm, elsewhere CASCADE;
DROP ROLE regress_breachvalue_maker;
