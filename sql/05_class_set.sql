-- Sets of classes of personal data --------------------------------------------

CREATE TYPE breachvalue.class_set;

CREATE FUNCTION breachvalue.class_set_in(cstring) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_in'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_in(cstring) IS 'I/O';

CREATE FUNCTION breachvalue.class_set_out(breachvalue.class_set) RETURNS cstring
AS 'MODULE_PATHNAME', 'breachvalue_class_set_out'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_out(breachvalue.class_set) IS 'I/O';

CREATE FUNCTION breachvalue.class_set_recv(internal) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_recv'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_recv(internal) IS 'I/O';

CREATE FUNCTION breachvalue.class_set_send(breachvalue.class_set) RETURNS bytea
AS 'MODULE_PATHNAME', 'breachvalue_class_set_send'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_send(breachvalue.class_set) IS 'I/O';

CREATE TYPE breachvalue.class_set (
	INPUT = breachvalue.class_set_in,
	OUTPUT = breachvalue.class_set_out,
	RECEIVE = breachvalue.class_set_recv,
	SEND = breachvalue.class_set_send,
	INTERNALLENGTH = 48,
	ALIGNMENT = double
);
COMMENT ON TYPE breachvalue.class_set IS
'the classes of personal data that a record holds, such as {email,us_ssn}';

-- Casts

CREATE FUNCTION breachvalue.class_set(classes text[]) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_from_array'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set(text[]) IS 'the set of the classes so named';

CREATE FUNCTION breachvalue.class_names(classes breachvalue.class_set) RETURNS text[]
AS 'MODULE_PATHNAME', 'breachvalue_class_set_to_array'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_names(breachvalue.class_set) IS
'names of the classes in a set, in the order of the catalogue';

CREATE CAST (text[] AS breachvalue.class_set)
	WITH FUNCTION breachvalue.class_set(text[]) AS IMPLICIT;
CREATE CAST (breachvalue.class_set AS text[])
	WITH FUNCTION breachvalue.class_names(breachvalue.class_set) AS ASSIGNMENT;

-- Operators.  What no array has is in pg_catalog, to be found wherever functions are
-- called by their full names.  The others must not be there: as text[] goes to
-- class_set by itself, text[] = text[] would no longer be unique for anybody.

CREATE FUNCTION breachvalue.class_set_or(breachvalue.class_set, breachvalue.class_set) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_or'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_or(breachvalue.class_set, breachvalue.class_set) IS
'implementation of | operator';

CREATE OPERATOR pg_catalog.| (
	LEFTARG = breachvalue.class_set, RIGHTARG = breachvalue.class_set,
	FUNCTION = breachvalue.class_set_or,
	COMMUTATOR = OPERATOR(pg_catalog.|)
);
COMMENT ON OPERATOR pg_catalog.| (breachvalue.class_set, breachvalue.class_set) IS 'union';

CREATE FUNCTION breachvalue.class_set_and(breachvalue.class_set, breachvalue.class_set) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_and'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_and(breachvalue.class_set, breachvalue.class_set) IS
'implementation of & operator';

CREATE OPERATOR pg_catalog.& (
	LEFTARG = breachvalue.class_set, RIGHTARG = breachvalue.class_set,
	FUNCTION = breachvalue.class_set_and,
	COMMUTATOR = OPERATOR(pg_catalog.&)
);
COMMENT ON OPERATOR pg_catalog.& (breachvalue.class_set, breachvalue.class_set) IS 'intersection';

CREATE FUNCTION breachvalue.class_set_minus(breachvalue.class_set, breachvalue.class_set) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_minus'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_minus(breachvalue.class_set, breachvalue.class_set) IS
'implementation of - operator';

CREATE OPERATOR pg_catalog.- (
	LEFTARG = breachvalue.class_set, RIGHTARG = breachvalue.class_set,
	FUNCTION = breachvalue.class_set_minus
);
COMMENT ON OPERATOR pg_catalog.- (breachvalue.class_set, breachvalue.class_set) IS 'difference';

CREATE FUNCTION breachvalue.class_set_contains(breachvalue.class_set, breachvalue.class_set) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_contains'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_contains(breachvalue.class_set, breachvalue.class_set) IS
'implementation of @> operator';

CREATE OPERATOR breachvalue.@> (
	LEFTARG = breachvalue.class_set, RIGHTARG = breachvalue.class_set,
	FUNCTION = breachvalue.class_set_contains,
	COMMUTATOR = OPERATOR(breachvalue.<@), RESTRICT = contsel, JOIN = contjoinsel
);
COMMENT ON OPERATOR breachvalue.@> (breachvalue.class_set, breachvalue.class_set) IS 'contains';

CREATE FUNCTION breachvalue.class_set_contained(breachvalue.class_set, breachvalue.class_set) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_contained'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_contained(breachvalue.class_set, breachvalue.class_set) IS
'implementation of <@ operator';

CREATE OPERATOR breachvalue.<@ (
	LEFTARG = breachvalue.class_set, RIGHTARG = breachvalue.class_set,
	FUNCTION = breachvalue.class_set_contained,
	COMMUTATOR = OPERATOR(breachvalue.@>), RESTRICT = contsel, JOIN = contjoinsel
);
COMMENT ON OPERATOR breachvalue.<@ (breachvalue.class_set, breachvalue.class_set) IS 'is contained by';

CREATE FUNCTION breachvalue.class_set_eq(breachvalue.class_set, breachvalue.class_set) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_eq'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_eq(breachvalue.class_set, breachvalue.class_set) IS
'implementation of = operator';

CREATE OPERATOR breachvalue.= (
	LEFTARG = breachvalue.class_set, RIGHTARG = breachvalue.class_set,
	FUNCTION = breachvalue.class_set_eq,
	COMMUTATOR = OPERATOR(breachvalue.=), NEGATOR = OPERATOR(breachvalue.<>),
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR breachvalue.= (breachvalue.class_set, breachvalue.class_set) IS 'equal';

CREATE FUNCTION breachvalue.class_set_ne(breachvalue.class_set, breachvalue.class_set) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_ne'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_ne(breachvalue.class_set, breachvalue.class_set) IS
'implementation of <> operator';

CREATE OPERATOR breachvalue.<> (
	LEFTARG = breachvalue.class_set, RIGHTARG = breachvalue.class_set,
	FUNCTION = breachvalue.class_set_ne,
	COMMUTATOR = OPERATOR(breachvalue.<>), NEGATOR = OPERATOR(breachvalue.=),
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR breachvalue.<> (breachvalue.class_set, breachvalue.class_set) IS 'not equal';

CREATE FUNCTION breachvalue.class_set_lt(breachvalue.class_set, breachvalue.class_set) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_lt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_lt(breachvalue.class_set, breachvalue.class_set) IS
'implementation of < operator';

CREATE OPERATOR breachvalue.< (
	LEFTARG = breachvalue.class_set, RIGHTARG = breachvalue.class_set,
	FUNCTION = breachvalue.class_set_lt,
	COMMUTATOR = OPERATOR(breachvalue.>), NEGATOR = OPERATOR(breachvalue.>=),
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR breachvalue.< (breachvalue.class_set, breachvalue.class_set) IS 'less than';

CREATE FUNCTION breachvalue.class_set_le(breachvalue.class_set, breachvalue.class_set) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_le'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_le(breachvalue.class_set, breachvalue.class_set) IS
'implementation of <= operator';

CREATE OPERATOR breachvalue.<= (
	LEFTARG = breachvalue.class_set, RIGHTARG = breachvalue.class_set,
	FUNCTION = breachvalue.class_set_le,
	COMMUTATOR = OPERATOR(breachvalue.>=), NEGATOR = OPERATOR(breachvalue.>),
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR breachvalue.<= (breachvalue.class_set, breachvalue.class_set) IS 'less than or equal';

CREATE FUNCTION breachvalue.class_set_gt(breachvalue.class_set, breachvalue.class_set) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_gt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_gt(breachvalue.class_set, breachvalue.class_set) IS
'implementation of > operator';

CREATE OPERATOR breachvalue.> (
	LEFTARG = breachvalue.class_set, RIGHTARG = breachvalue.class_set,
	FUNCTION = breachvalue.class_set_gt,
	COMMUTATOR = OPERATOR(breachvalue.<), NEGATOR = OPERATOR(breachvalue.<=),
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR breachvalue.> (breachvalue.class_set, breachvalue.class_set) IS 'greater than';

CREATE FUNCTION breachvalue.class_set_ge(breachvalue.class_set, breachvalue.class_set) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_ge'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_ge(breachvalue.class_set, breachvalue.class_set) IS
'implementation of >= operator';

CREATE OPERATOR breachvalue.>= (
	LEFTARG = breachvalue.class_set, RIGHTARG = breachvalue.class_set,
	FUNCTION = breachvalue.class_set_ge,
	COMMUTATOR = OPERATOR(breachvalue.<=), NEGATOR = OPERATOR(breachvalue.<),
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR breachvalue.>= (breachvalue.class_set, breachvalue.class_set) IS 'greater than or equal';

-- Sorting and hashing

CREATE FUNCTION breachvalue.class_set_cmp(breachvalue.class_set, breachvalue.class_set) RETURNS integer
AS 'MODULE_PATHNAME', 'breachvalue_class_set_cmp'
LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_cmp(breachvalue.class_set, breachvalue.class_set) IS
'less-equal-greater';

CREATE OPERATOR CLASS breachvalue.class_set_ops DEFAULT FOR TYPE breachvalue.class_set USING btree AS
	OPERATOR 1 breachvalue.<,
	OPERATOR 2 breachvalue.<=,
	OPERATOR 3 breachvalue.=,
	OPERATOR 4 breachvalue.>=,
	OPERATOR 5 breachvalue.>,
	FUNCTION 1 breachvalue.class_set_cmp(breachvalue.class_set, breachvalue.class_set);

CREATE FUNCTION breachvalue.class_set_hash(breachvalue.class_set) RETURNS integer
AS 'MODULE_PATHNAME', 'breachvalue_class_set_hash'
LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_hash(breachvalue.class_set) IS 'hash';

CREATE FUNCTION breachvalue.class_set_hash_extended(breachvalue.class_set, bigint) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_class_set_hash_extended'
LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_hash_extended(breachvalue.class_set, bigint) IS 'hash';

CREATE OPERATOR CLASS breachvalue.class_set_ops DEFAULT FOR TYPE breachvalue.class_set USING hash AS
	OPERATOR 1 breachvalue.=,
	FUNCTION 1 breachvalue.class_set_hash(breachvalue.class_set),
	FUNCTION 2 breachvalue.class_set_hash_extended(breachvalue.class_set, bigint);

-- Aggregate

CREATE AGGREGATE breachvalue.class_set_union(classes breachvalue.class_set) (
	SFUNC = breachvalue.class_set_or,
	STYPE = breachvalue.class_set,
	INITCOND = '{}',
	COMBINEFUNC = breachvalue.class_set_or,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.class_set_union(breachvalue.class_set) IS
'all classes of all sets; those of one person''s records, say';

