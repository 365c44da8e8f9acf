-- Exposures: how many records there are of each kind ---------------------------

CREATE TYPE breachvalue.exposure;

CREATE FUNCTION breachvalue.exposure_in(cstring) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_in'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_in(cstring) IS
'I/O';

CREATE FUNCTION breachvalue.exposure_out(breachvalue.exposure) RETURNS cstring
AS 'MODULE_PATHNAME', 'breachvalue_exposure_out'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_out(breachvalue.exposure) IS
'I/O';

CREATE FUNCTION breachvalue.exposure_recv(internal) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_recv'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_recv(internal) IS
'I/O';

CREATE FUNCTION breachvalue.exposure_send(breachvalue.exposure) RETURNS bytea
AS 'MODULE_PATHNAME', 'breachvalue_exposure_send'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_send(breachvalue.exposure) IS
'I/O';

CREATE TYPE breachvalue.exposure (
	INPUT = breachvalue.exposure_in,
	OUTPUT = breachvalue.exposure_out,
	RECEIVE = breachvalue.exposure_recv,
	SEND = breachvalue.exposure_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE breachvalue.exposure IS
'how many records there are of each kind, such as 1200 x {email,us_ssn}, 7 x 0.01';

-- Two exposures

CREATE FUNCTION breachvalue.exposure_plus(breachvalue.exposure, breachvalue.exposure) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_plus'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_plus(breachvalue.exposure, breachvalue.exposure) IS
'implementation of + operator';

CREATE OPERATOR pg_catalog.+ (
	LEFTARG = breachvalue.exposure, RIGHTARG = breachvalue.exposure,
	FUNCTION = breachvalue.exposure_plus,
	COMMUTATOR = OPERATOR(pg_catalog.+)
);
COMMENT ON OPERATOR pg_catalog.+ (breachvalue.exposure, breachvalue.exposure) IS 'all records of both';

CREATE FUNCTION breachvalue.exposure_minus(breachvalue.exposure, breachvalue.exposure) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_minus'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_minus(breachvalue.exposure, breachvalue.exposure) IS
'implementation of - operator';

CREATE OPERATOR pg_catalog.- (
	LEFTARG = breachvalue.exposure, RIGHTARG = breachvalue.exposure,
	FUNCTION = breachvalue.exposure_minus
);
COMMENT ON OPERATOR pg_catalog.- (breachvalue.exposure, breachvalue.exposure) IS 'what remains without the records of the other';

CREATE FUNCTION breachvalue.exposure_eq(breachvalue.exposure, breachvalue.exposure) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_exposure_eq'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_eq(breachvalue.exposure, breachvalue.exposure) IS
'implementation of = operator';

CREATE OPERATOR pg_catalog.= (
	LEFTARG = breachvalue.exposure, RIGHTARG = breachvalue.exposure,
	FUNCTION = breachvalue.exposure_eq,
	COMMUTATOR = OPERATOR(pg_catalog.=), NEGATOR = OPERATOR(pg_catalog.<>),
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR pg_catalog.= (breachvalue.exposure, breachvalue.exposure) IS 'equal';

CREATE FUNCTION breachvalue.exposure_ne(breachvalue.exposure, breachvalue.exposure) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_exposure_ne'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_ne(breachvalue.exposure, breachvalue.exposure) IS
'implementation of <> operator';

CREATE OPERATOR pg_catalog.<> (
	LEFTARG = breachvalue.exposure, RIGHTARG = breachvalue.exposure,
	FUNCTION = breachvalue.exposure_ne,
	COMMUTATOR = OPERATOR(pg_catalog.<>), NEGATOR = OPERATOR(pg_catalog.=),
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR pg_catalog.<> (breachvalue.exposure, breachvalue.exposure) IS 'not equal';

CREATE FUNCTION breachvalue.exposure_lt(breachvalue.exposure, breachvalue.exposure) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_exposure_lt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_lt(breachvalue.exposure, breachvalue.exposure) IS
'implementation of < operator';

CREATE OPERATOR pg_catalog.< (
	LEFTARG = breachvalue.exposure, RIGHTARG = breachvalue.exposure,
	FUNCTION = breachvalue.exposure_lt,
	COMMUTATOR = OPERATOR(pg_catalog.>), NEGATOR = OPERATOR(pg_catalog.>=),
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR pg_catalog.< (breachvalue.exposure, breachvalue.exposure) IS 'less than, in an order for sorting alone';

CREATE FUNCTION breachvalue.exposure_le(breachvalue.exposure, breachvalue.exposure) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_exposure_le'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_le(breachvalue.exposure, breachvalue.exposure) IS
'implementation of <= operator';

CREATE OPERATOR pg_catalog.<= (
	LEFTARG = breachvalue.exposure, RIGHTARG = breachvalue.exposure,
	FUNCTION = breachvalue.exposure_le,
	COMMUTATOR = OPERATOR(pg_catalog.>=), NEGATOR = OPERATOR(pg_catalog.>),
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR pg_catalog.<= (breachvalue.exposure, breachvalue.exposure) IS 'less than or equal, in an order for sorting alone';

CREATE FUNCTION breachvalue.exposure_ge(breachvalue.exposure, breachvalue.exposure) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_exposure_ge'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_ge(breachvalue.exposure, breachvalue.exposure) IS
'implementation of >= operator';

CREATE OPERATOR pg_catalog.>= (
	LEFTARG = breachvalue.exposure, RIGHTARG = breachvalue.exposure,
	FUNCTION = breachvalue.exposure_ge,
	COMMUTATOR = OPERATOR(pg_catalog.<=), NEGATOR = OPERATOR(pg_catalog.<),
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR pg_catalog.>= (breachvalue.exposure, breachvalue.exposure) IS 'greater than or equal, in an order for sorting alone';

CREATE FUNCTION breachvalue.exposure_gt(breachvalue.exposure, breachvalue.exposure) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_exposure_gt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_gt(breachvalue.exposure, breachvalue.exposure) IS
'implementation of > operator';

CREATE OPERATOR pg_catalog.> (
	LEFTARG = breachvalue.exposure, RIGHTARG = breachvalue.exposure,
	FUNCTION = breachvalue.exposure_gt,
	COMMUTATOR = OPERATOR(pg_catalog.<), NEGATOR = OPERATOR(pg_catalog.<=),
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR pg_catalog.> (breachvalue.exposure, breachvalue.exposure) IS 'greater than, in an order for sorting alone';

CREATE FUNCTION breachvalue.exposure_cmp(breachvalue.exposure, breachvalue.exposure) RETURNS integer
AS 'MODULE_PATHNAME', 'breachvalue_exposure_cmp'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_cmp(breachvalue.exposure, breachvalue.exposure) IS
'less-equal-greater';

CREATE OPERATOR CLASS breachvalue.exposure_ops DEFAULT FOR TYPE breachvalue.exposure USING btree AS
	OPERATOR 1 pg_catalog.<,
	OPERATOR 2 pg_catalog.<=,
	OPERATOR 3 pg_catalog.=,
	OPERATOR 4 pg_catalog.>=,
	OPERATOR 5 pg_catalog.>,
	FUNCTION 1 breachvalue.exposure_cmp(breachvalue.exposure, breachvalue.exposure);

CREATE FUNCTION breachvalue.exposure_hash(breachvalue.exposure) RETURNS integer
AS 'MODULE_PATHNAME', 'breachvalue_exposure_hash'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_hash(breachvalue.exposure) IS
'hash';

CREATE FUNCTION breachvalue.exposure_hash_extended(breachvalue.exposure, bigint) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_exposure_hash_extended'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_hash_extended(breachvalue.exposure, bigint) IS
'hash';

CREATE OPERATOR CLASS breachvalue.exposure_ops DEFAULT FOR TYPE breachvalue.exposure USING hash AS
	OPERATOR 1 pg_catalog.=,
	FUNCTION 1 breachvalue.exposure_hash(breachvalue.exposure),
	FUNCTION 2 breachvalue.exposure_hash_extended(breachvalue.exposure, bigint);

-- Aggregates: the state is an exposure with spare room; equal records give equal
-- bytes, whatever the plan, their order, or the number of workers

CREATE FUNCTION breachvalue.exposure_combine(breachvalue.exposure, breachvalue.exposure) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_combine'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_combine(breachvalue.exposure, breachvalue.exposure) IS
'aggregate combine function';

CREATE FUNCTION breachvalue.exposure_final(breachvalue.exposure) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_final'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_final(breachvalue.exposure) IS
'aggregate final function';

CREATE FUNCTION breachvalue.exposure_add_numeric(breachvalue.exposure, numeric) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_add_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_add_numeric(breachvalue.exposure, numeric) IS
'aggregate transition function';

CREATE FUNCTION breachvalue.exposure_remove_numeric(breachvalue.exposure, numeric) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_remove_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_remove_numeric(breachvalue.exposure, numeric) IS
'aggregate inverse transition function';

CREATE AGGREGATE breachvalue.exposure(price numeric) (
	SFUNC = breachvalue.exposure_add_numeric,
	STYPE = breachvalue.exposure,
	SSPACE = 512,
	INITCOND = 'empty',
	FINALFUNC = breachvalue.exposure_final,
	COMBINEFUNC = breachvalue.exposure_combine,
	MSFUNC = breachvalue.exposure_add_numeric,
	MINVFUNC = breachvalue.exposure_remove_numeric,
	MSTYPE = breachvalue.exposure,
	MSSPACE = 512,
	MINITCOND = 'empty',
	MFINALFUNC = breachvalue.exposure_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.exposure(numeric) IS
'exposure of records of that price each, in currency units';

CREATE FUNCTION breachvalue.exposure_add_bigint(breachvalue.exposure, bigint) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_add_bigint(breachvalue.exposure, bigint) IS
'aggregate transition function';

CREATE FUNCTION breachvalue.exposure_remove_bigint(breachvalue.exposure, bigint) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_remove_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_remove_bigint(breachvalue.exposure, bigint) IS
'aggregate inverse transition function';

CREATE AGGREGATE breachvalue.exposure(price bigint) (
	SFUNC = breachvalue.exposure_add_bigint,
	STYPE = breachvalue.exposure,
	SSPACE = 512,
	INITCOND = 'empty',
	FINALFUNC = breachvalue.exposure_final,
	COMBINEFUNC = breachvalue.exposure_combine,
	MSFUNC = breachvalue.exposure_add_bigint,
	MINVFUNC = breachvalue.exposure_remove_bigint,
	MSTYPE = breachvalue.exposure,
	MSSPACE = 512,
	MINITCOND = 'empty',
	MFINALFUNC = breachvalue.exposure_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.exposure(bigint) IS
'exposure of records of that price each, in whole currency units';

CREATE FUNCTION breachvalue.exposure_add_double(breachvalue.exposure, double precision) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_add_double'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_add_double(breachvalue.exposure, double precision) IS
'aggregate transition function';

CREATE FUNCTION breachvalue.exposure_remove_double(breachvalue.exposure, double precision) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_remove_double'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_remove_double(breachvalue.exposure, double precision) IS
'aggregate inverse transition function';

CREATE AGGREGATE breachvalue.exposure(price double precision) (
	SFUNC = breachvalue.exposure_add_double,
	STYPE = breachvalue.exposure,
	SSPACE = 512,
	INITCOND = 'empty',
	FINALFUNC = breachvalue.exposure_final,
	COMBINEFUNC = breachvalue.exposure_combine,
	MSFUNC = breachvalue.exposure_add_double,
	MINVFUNC = breachvalue.exposure_remove_double,
	MSTYPE = breachvalue.exposure,
	MSSPACE = 512,
	MINITCOND = 'empty',
	MFINALFUNC = breachvalue.exposure_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.exposure(double precision) IS
'exposure of records of that price each, in currency units';

CREATE FUNCTION breachvalue.exposure_add_classes(breachvalue.exposure, breachvalue.class_set) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_add_classes'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_add_classes(breachvalue.exposure, breachvalue.class_set) IS
'aggregate transition function';

CREATE FUNCTION breachvalue.exposure_remove_classes(breachvalue.exposure, breachvalue.class_set) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_remove_classes'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_remove_classes(breachvalue.exposure, breachvalue.class_set) IS
'aggregate inverse transition function';

CREATE AGGREGATE breachvalue.exposure(classes breachvalue.class_set) (
	SFUNC = breachvalue.exposure_add_classes,
	STYPE = breachvalue.exposure,
	SSPACE = 512,
	INITCOND = 'empty',
	FINALFUNC = breachvalue.exposure_final,
	COMBINEFUNC = breachvalue.exposure_combine,
	MSFUNC = breachvalue.exposure_add_classes,
	MINVFUNC = breachvalue.exposure_remove_classes,
	MSTYPE = breachvalue.exposure,
	MSSPACE = 512,
	MINITCOND = 'empty',
	MFINALFUNC = breachvalue.exposure_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.exposure(breachvalue.class_set) IS
'exposure of records that hold these classes';

-- The same where numbers from 256 on do not stand for classes of this database

CREATE FUNCTION breachvalue.exposure_add_classes(breachvalue.exposure, breachvalue.class_set, text[]) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_add_classes'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_add_classes(breachvalue.exposure, breachvalue.class_set, text[]) IS
'aggregate transition function';

CREATE FUNCTION breachvalue.exposure_remove_classes(breachvalue.exposure, breachvalue.class_set, text[]) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_remove_classes'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_remove_classes(breachvalue.exposure, breachvalue.class_set, text[]) IS
'aggregate inverse transition function';

CREATE AGGREGATE breachvalue.exposure(classes breachvalue.class_set, names text[]) (
	SFUNC = breachvalue.exposure_add_classes,
	STYPE = breachvalue.exposure,
	SSPACE = 512,
	INITCOND = 'empty',
	FINALFUNC = breachvalue.exposure_final,
	COMBINEFUNC = breachvalue.exposure_combine,
	MSFUNC = breachvalue.exposure_add_classes,
	MINVFUNC = breachvalue.exposure_remove_classes,
	MSTYPE = breachvalue.exposure,
	MSSPACE = 512,
	MINITCOND = 'empty',
	MFINALFUNC = breachvalue.exposure_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.exposure(breachvalue.class_set, text[]) IS
'exposure of records that hold these classes, where number 256 stands for the first of the names, 257 for the next: of classes of users, or class/protection';

CREATE FUNCTION breachvalue.exposure_remove_exposure(breachvalue.exposure, breachvalue.exposure) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_remove_exposure'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_remove_exposure(breachvalue.exposure, breachvalue.exposure) IS
'aggregate inverse transition function';

CREATE AGGREGATE breachvalue.exposure(exposure breachvalue.exposure) (
	SFUNC = breachvalue.exposure_combine,
	STYPE = breachvalue.exposure,
	SSPACE = 512,
	INITCOND = 'empty',
	FINALFUNC = breachvalue.exposure_final,
	COMBINEFUNC = breachvalue.exposure_combine,
	MSFUNC = breachvalue.exposure_combine,
	MINVFUNC = breachvalue.exposure_remove_exposure,
	MSTYPE = breachvalue.exposure,
	MSSPACE = 512,
	MINITCOND = 'empty',
	MFINALFUNC = breachvalue.exposure_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.exposure(breachvalue.exposure) IS
'all records of all exposures';

