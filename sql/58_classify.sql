-- Profiles of columns, and what they tell -----------------------------------------

CREATE TYPE breachvalue.column_profile;

CREATE FUNCTION breachvalue.column_profile_in(cstring) RETURNS breachvalue.column_profile
AS 'MODULE_PATHNAME', 'breachvalue_column_profile_in'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.column_profile_in(cstring) IS
'I/O';

CREATE FUNCTION breachvalue.column_profile_out(breachvalue.column_profile) RETURNS cstring
AS 'MODULE_PATHNAME', 'breachvalue_column_profile_out'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.column_profile_out(breachvalue.column_profile) IS
'I/O';

CREATE FUNCTION breachvalue.column_profile_recv(internal) RETURNS breachvalue.column_profile
AS 'MODULE_PATHNAME', 'breachvalue_column_profile_recv'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.column_profile_recv(internal) IS
'I/O';

CREATE FUNCTION breachvalue.column_profile_send(breachvalue.column_profile) RETURNS bytea
AS 'MODULE_PATHNAME', 'breachvalue_column_profile_send'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.column_profile_send(breachvalue.column_profile) IS
'I/O';

CREATE TYPE breachvalue.column_profile (
	INPUT = breachvalue.column_profile_in,
	OUTPUT = breachvalue.column_profile_out,
	RECEIVE = breachvalue.column_profile_recv,
	SEND = breachvalue.column_profile_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE breachvalue.column_profile IS
'what the values of a column are like: counts, and a sample of distinct values as hashes; to be guarded like the data';

CREATE FUNCTION breachvalue.column_profile_plus(breachvalue.column_profile, breachvalue.column_profile)
RETURNS breachvalue.column_profile
AS 'MODULE_PATHNAME', 'breachvalue_column_profile_plus'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.column_profile_plus(breachvalue.column_profile, breachvalue.column_profile) IS
'implementation of + operator';

CREATE OPERATOR pg_catalog.+ (
	LEFTARG = breachvalue.column_profile, RIGHTARG = breachvalue.column_profile,
	FUNCTION = breachvalue.column_profile_plus,
	COMMUTATOR = OPERATOR(pg_catalog.+)
);
COMMENT ON OPERATOR pg_catalog.+ (breachvalue.column_profile, breachvalue.column_profile) IS
'all values of both';

CREATE FUNCTION breachvalue.profile_rows(profile breachvalue.column_profile) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_profile_rows'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.profile_rows(breachvalue.column_profile) IS
'how many rows a profile has seen';

CREATE FUNCTION breachvalue.profile_nulls(profile breachvalue.column_profile) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_profile_nulls'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.profile_nulls(breachvalue.column_profile) IS
'how many of the rows of a profile had no value';

CREATE FUNCTION breachvalue.profile_blanks(profile breachvalue.column_profile) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_profile_blanks'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.profile_blanks(breachvalue.column_profile) IS
'how many of the rows of a profile were empty or white space';

CREATE FUNCTION breachvalue.profile_distinct(profile breachvalue.column_profile) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_profile_distinct'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.profile_distinct(breachvalue.column_profile) IS
'how many different values a profile has seen, exactly below 256, else within about 6 %';

-- Aggregates: of text, and of what else reads as text

CREATE FUNCTION breachvalue.column_profile_transition(breachvalue.column_profile, text)
RETURNS breachvalue.column_profile
AS 'MODULE_PATHNAME', 'breachvalue_column_profile_transition'
LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.column_profile_transition(breachvalue.column_profile, text) IS
'aggregate transition function';

CREATE FUNCTION breachvalue.column_profile_any_transition(breachvalue.column_profile, anyelement)
RETURNS breachvalue.column_profile
AS 'MODULE_PATHNAME', 'breachvalue_column_profile_any_transition'
LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.column_profile_any_transition(breachvalue.column_profile, anyelement) IS
'aggregate transition function';

CREATE FUNCTION breachvalue.column_profile_combine(breachvalue.column_profile, breachvalue.column_profile)
RETURNS breachvalue.column_profile
AS 'MODULE_PATHNAME', 'breachvalue_column_profile_combine'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.column_profile_combine(breachvalue.column_profile, breachvalue.column_profile) IS
'aggregate combine function';

CREATE FUNCTION breachvalue.column_profile_final(breachvalue.column_profile)
RETURNS breachvalue.column_profile
AS 'MODULE_PATHNAME', 'breachvalue_column_profile_final'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.column_profile_final(breachvalue.column_profile) IS
'aggregate final function';

CREATE AGGREGATE breachvalue.column_profile(value text) (
	SFUNC = breachvalue.column_profile_transition,
	STYPE = breachvalue.column_profile,
	SSPACE = 25000,
	COMBINEFUNC = breachvalue.column_profile_combine,
	FINALFUNC = breachvalue.column_profile_final,
	FINALFUNC_MODIFY = READ_ONLY,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.column_profile(text) IS
'what the values of a column are like, without the values';

CREATE AGGREGATE breachvalue.column_profile(value anyelement) (
	SFUNC = breachvalue.column_profile_any_transition,
	STYPE = breachvalue.column_profile,
	SSPACE = 25000,
	COMBINEFUNC = breachvalue.column_profile_combine,
	FINALFUNC = breachvalue.column_profile_final,
	FINALFUNC_MODIFY = READ_ONLY,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.column_profile(anyelement) IS
'what the values of a column of numbers, dates, uuid, inet, macaddr or an enumeration are like';

CREATE AGGREGATE breachvalue.column_profile(profile breachvalue.column_profile) (
	SFUNC = breachvalue.column_profile_combine,
	STYPE = breachvalue.column_profile,
	SSPACE = 25000,
	COMBINEFUNC = breachvalue.column_profile_combine,
	FINALFUNC = breachvalue.column_profile_final,
	FINALFUNC_MODIFY = READ_ONLY,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.column_profile(breachvalue.column_profile) IS
'profiles of parts of a column put together';

-- Verdicts

CREATE TYPE breachvalue.verdict AS (
	class text,
	confidence numeric,
	runner_up text,
	runner_up_confidence numeric,
	shares jsonb,
	"values" bigint,
	distinct_values bigint,
	blank_share numeric,
	not_above numeric,
	evidence jsonb
);
COMMENT ON TYPE breachvalue.verdict IS
'what a column holds: class is null for nothing personal, confidence is the probability of what is stated';

CREATE FUNCTION breachvalue.classify(profile breachvalue.column_profile,
	column_name text DEFAULT NULL, data_type regtype DEFAULT NULL)
RETURNS breachvalue.verdict
AS 'MODULE_PATHNAME', 'breachvalue_classify_profile'
LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.classify(breachvalue.column_profile, text, regtype) IS
'what a column with that profile holds, and with that name and type if they are given';

CREATE FUNCTION breachvalue.classify_name(column_name text, data_type regtype DEFAULT NULL,
	table_name text DEFAULT NULL, comment text DEFAULT NULL)
RETURNS breachvalue.verdict
AS 'MODULE_PATHNAME', 'breachvalue_classify_name'
LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.classify_name(text, regtype, text, text) IS
'what a column of that name holds, in a table of that name if it is given, before a value is seen';

CREATE FUNCTION breachvalue.classify_named_transition(breachvalue.column_profile, text, text)
RETURNS breachvalue.column_profile
AS 'MODULE_PATHNAME', 'breachvalue_classify_named_transition'
LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.classify_named_transition(breachvalue.column_profile, text, text) IS
'aggregate transition function';

CREATE FUNCTION breachvalue.classify_named_any_transition(breachvalue.column_profile, anyelement, text)
RETURNS breachvalue.column_profile
AS 'MODULE_PATHNAME', 'breachvalue_classify_named_any_transition'
LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.classify_named_any_transition(breachvalue.column_profile, anyelement, text) IS
'aggregate transition function';

CREATE FUNCTION breachvalue.classify_final(breachvalue.column_profile)
RETURNS breachvalue.verdict
AS 'MODULE_PATHNAME', 'breachvalue_classify_final'
LANGUAGE C STABLE PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.classify_final(breachvalue.column_profile) IS
'aggregate final function';

CREATE AGGREGATE breachvalue.classify(value text) (
	SFUNC = breachvalue.column_profile_transition,
	STYPE = breachvalue.column_profile,
	SSPACE = 25000,
	COMBINEFUNC = breachvalue.column_profile_combine,
	FINALFUNC = breachvalue.classify_final,
	FINALFUNC_MODIFY = READ_ONLY,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.classify(text) IS
'what a column holds, by its values alone';

CREATE AGGREGATE breachvalue.classify(value anyelement) (
	SFUNC = breachvalue.column_profile_any_transition,
	STYPE = breachvalue.column_profile,
	SSPACE = 25000,
	COMBINEFUNC = breachvalue.column_profile_combine,
	FINALFUNC = breachvalue.classify_final,
	FINALFUNC_MODIFY = READ_ONLY,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.classify(anyelement) IS
'what a column of numbers, dates, uuid, inet, macaddr or an enumeration holds, by its values and type';

CREATE AGGREGATE breachvalue.classify(value text, column_name text) (
	SFUNC = breachvalue.classify_named_transition,
	STYPE = breachvalue.column_profile,
	SSPACE = 25000,
	COMBINEFUNC = breachvalue.column_profile_combine,
	FINALFUNC = breachvalue.classify_final,
	FINALFUNC_MODIFY = READ_ONLY,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.classify(text, text) IS
'what a column of that name holds, by its values and its name';

CREATE AGGREGATE breachvalue.classify(value anyelement, column_name text) (
	SFUNC = breachvalue.classify_named_any_transition,
	STYPE = breachvalue.column_profile,
	SSPACE = 25000,
	COMBINEFUNC = breachvalue.column_profile_combine,
	FINALFUNC = breachvalue.classify_final,
	FINALFUNC_MODIFY = READ_ONLY,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.classify(anyelement, text) IS
'what a column of numbers, dates, uuid, inet, macaddr or an enumeration holds, by its values, type and name';
