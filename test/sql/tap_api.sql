\set ECHO none
\set QUIET 1
\pset format unaligned
\pset tuples_only on
\pset pager off
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pgtap;
CREATE EXTENSION IF NOT EXISTS breachvalue;
\set reference `cat doc/reference.md`
BEGIN;
SELECT plan(9);

CREATE TEMP VIEW member AS
SELECT classid, objid, pg_describe_object(classid, objid, 0) AS object
FROM pg_depend
WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
	AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'breachvalue');
SELECT cmp_ok(count(*), '>', 100::bigint, 'the extension has members') FROM member;

SELECT is_empty($$
	SELECT object FROM member
	WHERE classid IN ('pg_proc'::regclass, 'pg_class'::regclass, 'pg_operator'::regclass, 'pg_type'::regclass)
		AND NOT (classid = 'pg_type'::regclass AND (SELECT typtype = 'c' OR typelem <> 0 FROM pg_type WHERE oid = objid))
		AND NOT (classid = 'pg_class'::regclass AND (SELECT relkind IN ('i', 't') FROM pg_class WHERE oid = objid))
		AND obj_description(objid, classid::regclass::name) IS NULL$$,
	'everything that can be called or read has a comment');
SELECT is_empty($$
	SELECT objid::regclass, attname FROM member JOIN pg_class ON pg_class.oid = objid AND relkind = 'r'
		JOIN pg_attribute ON attrelid = objid AND attnum > 0 AND NOT attisdropped
	WHERE classid = 'pg_class'::regclass AND col_description(objid, attnum) IS NULL$$,
	'so has every column of a table');
SELECT is_empty($$
	SELECT object, obj_description(objid, 'pg_proc') FROM member
	WHERE classid = 'pg_proc'::regclass AND obj_description(objid, 'pg_proc') ~ '^[A-Z][a-z]|[.]$'$$,
	'comments begin in lower case and have no full stop');

-- A function that a user may call, and every table and view, is in the reference.
SELECT is_empty(format($$
	SELECT DISTINCT name FROM (
		SELECT proname::text AS name FROM member JOIN pg_proc ON pg_proc.oid = objid
		WHERE classid = 'pg_proc'::regclass AND prorettype <> 'trigger'::regtype
			AND proname !~ '^(class_set|exposure|total_value|report|record|held|pii_carriers)_.*|^(column_profile|classify)_(in|out|recv|send|plus|combine|final|.*transition)$'
		UNION ALL
		SELECT relname FROM member JOIN pg_class ON pg_class.oid = objid
		WHERE classid = 'pg_class'::regclass AND relkind IN ('r', 'v')) documented
	WHERE strpos(%L, '`' || name) = 0$$, :'reference'), 'the reference has them all');

-- A trusted extension must do nothing on its caller's behalf that the caller could not.
SELECT is_empty($$SELECT object FROM member JOIN pg_proc ON pg_proc.oid = objid
	WHERE classid = 'pg_proc'::regclass AND (prosecdef OR proconfig IS NOT NULL)$$, 'nothing runs with other rights');
SELECT is_empty($$SELECT object FROM member JOIN pg_proc ON pg_proc.oid = objid
	WHERE classid = 'pg_proc'::regclass AND pronamespace <> 'breachvalue'::regnamespace$$, 'functions stay in their schema');
SELECT is_empty($$
	SELECT object FROM member JOIN pg_class ON pg_class.oid = objid
	WHERE classid = 'pg_class'::regclass AND relkind IN ('r', 'v')
		AND NOT has_table_privilege('public', objid, 'SELECT')
		AND objid <> ALL ('{breachvalue.budget,breachvalue.budget_member,breachvalue.budget_slot}'::regclass[])$$,
	'everybody may read tables and views, but for those that count what tables hold');
SELECT is_empty($$
	SELECT object FROM member JOIN pg_class ON pg_class.oid = objid
	WHERE classid = 'pg_class'::regclass AND relkind IN ('r', 'v')
		AND has_table_privilege('public', objid, 'INSERT, UPDATE, DELETE, TRUNCATE')$$, 'nobody else may write them');
SELECT * FROM finish();
ROLLBACK;
