-- Sets of classes of personal data --------------------------------------------
--
-- Text of a set writes users' classes by number, and so can be restored before they
-- are; it reads them by name as well, and arrays have their names.  What knows
-- these names is STABLE: classes can be made and dropped.

CREATE TYPE breachvalue.class_set;

CREATE FUNCTION breachvalue.class_set_in(cstring) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_in'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
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
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set(text[]) IS 'the set of the classes so named';

CREATE FUNCTION breachvalue.class_names(classes breachvalue.class_set) RETURNS text[]
AS 'MODULE_PATHNAME', 'breachvalue_class_set_to_array'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_names(breachvalue.class_set) IS
'names of the classes in a set, in the order of the catalogue';

CREATE CAST (text[] AS breachvalue.class_set)
	WITH FUNCTION breachvalue.class_set(text[]) AS IMPLICIT;
CREATE CAST (breachvalue.class_set AS text[])
	WITH FUNCTION breachvalue.class_names(breachvalue.class_set) AS ASSIGNMENT;

-- Operators.  They take a class set as an operand: a type of the same bytes, to which
-- a class_set goes by itself, as varchar does to text, but no array does.  Were they
-- of class_set, then text[] = text[] would not be unique any more for anybody who can
-- see them, as a text[] is a class_set as well.  That an array may stand on one side
-- of a class set is said by variants of their own.

CREATE TYPE breachvalue.class_set_operand;

CREATE FUNCTION breachvalue.class_set_operand_in(cstring) RETURNS breachvalue.class_set_operand
AS 'MODULE_PATHNAME', 'breachvalue_class_set_in'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_operand_in(cstring) IS 'I/O';

CREATE FUNCTION breachvalue.class_set_operand_out(breachvalue.class_set_operand) RETURNS cstring
AS 'MODULE_PATHNAME', 'breachvalue_class_set_out'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_operand_out(breachvalue.class_set_operand) IS 'I/O';

CREATE FUNCTION breachvalue.class_set_operand_recv(internal) RETURNS breachvalue.class_set_operand
AS 'MODULE_PATHNAME', 'breachvalue_class_set_recv'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_operand_recv(internal) IS 'I/O';

CREATE FUNCTION breachvalue.class_set_operand_send(breachvalue.class_set_operand) RETURNS bytea
AS 'MODULE_PATHNAME', 'breachvalue_class_set_send'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_operand_send(breachvalue.class_set_operand) IS 'I/O';

CREATE TYPE breachvalue.class_set_operand (
	INPUT = breachvalue.class_set_operand_in,
	OUTPUT = breachvalue.class_set_operand_out,
	RECEIVE = breachvalue.class_set_operand_recv,
	SEND = breachvalue.class_set_operand_send,
	LIKE = breachvalue.class_set
);
COMMENT ON TYPE breachvalue.class_set_operand IS
'a class_set as operators take it; not for columns';

CREATE CAST (breachvalue.class_set AS breachvalue.class_set_operand)
	WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (breachvalue.class_set_operand AS breachvalue.class_set)
	WITHOUT FUNCTION AS ASSIGNMENT;

CREATE FUNCTION breachvalue.class_set_or(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_or'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_or(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'implementation of | operator';

CREATE OPERATOR pg_catalog.| (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_or,
	COMMUTATOR = OPERATOR(pg_catalog.|)
);
COMMENT ON OPERATOR pg_catalog.| (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'union';

CREATE FUNCTION breachvalue.class_set_and(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_and'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_and(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'implementation of & operator';

CREATE OPERATOR pg_catalog.& (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_and,
	COMMUTATOR = OPERATOR(pg_catalog.&)
);
COMMENT ON OPERATOR pg_catalog.& (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'intersection';

CREATE FUNCTION breachvalue.class_set_minus(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_minus'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_minus(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'implementation of - operator';

CREATE OPERATOR pg_catalog.- (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_minus
);
COMMENT ON OPERATOR pg_catalog.- (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'difference';

CREATE FUNCTION breachvalue.class_set_contains(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_contains'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_contains(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'implementation of @> operator';

CREATE OPERATOR pg_catalog.@> (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_contains,
	COMMUTATOR = OPERATOR(pg_catalog.<@),
	RESTRICT = contsel, JOIN = contjoinsel
);
COMMENT ON OPERATOR pg_catalog.@> (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'contains';

CREATE FUNCTION breachvalue.class_set_contained(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_contained'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_contained(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'implementation of <@ operator';

CREATE OPERATOR pg_catalog.<@ (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_contained,
	COMMUTATOR = OPERATOR(pg_catalog.@>),
	RESTRICT = contsel, JOIN = contjoinsel
);
COMMENT ON OPERATOR pg_catalog.<@ (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'is contained by';

CREATE FUNCTION breachvalue.class_set_eq(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_eq'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_eq(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'implementation of = operator';

CREATE OPERATOR pg_catalog.= (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_eq,
	COMMUTATOR = OPERATOR(pg_catalog.=), NEGATOR = OPERATOR(pg_catalog.<>),
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR pg_catalog.= (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'equal';

CREATE FUNCTION breachvalue.class_set_ne(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_ne'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_ne(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'implementation of <> operator';

CREATE OPERATOR pg_catalog.<> (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_ne,
	COMMUTATOR = OPERATOR(pg_catalog.<>), NEGATOR = OPERATOR(pg_catalog.=),
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR pg_catalog.<> (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'not equal';

CREATE FUNCTION breachvalue.class_set_lt(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_lt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_lt(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'implementation of < operator';

CREATE OPERATOR pg_catalog.< (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_lt,
	COMMUTATOR = OPERATOR(pg_catalog.>), NEGATOR = OPERATOR(pg_catalog.>=),
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR pg_catalog.< (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'less than';

CREATE FUNCTION breachvalue.class_set_le(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_le'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_le(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'implementation of <= operator';

CREATE OPERATOR pg_catalog.<= (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_le,
	COMMUTATOR = OPERATOR(pg_catalog.>=), NEGATOR = OPERATOR(pg_catalog.>),
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR pg_catalog.<= (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'less than or equal';

CREATE FUNCTION breachvalue.class_set_gt(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_gt'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_gt(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'implementation of > operator';

CREATE OPERATOR pg_catalog.> (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_gt,
	COMMUTATOR = OPERATOR(pg_catalog.<), NEGATOR = OPERATOR(pg_catalog.<=),
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR pg_catalog.> (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'greater than';

CREATE FUNCTION breachvalue.class_set_ge(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_ge'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF;
COMMENT ON FUNCTION breachvalue.class_set_ge(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'implementation of >= operator';

CREATE OPERATOR pg_catalog.>= (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_ge,
	COMMUTATOR = OPERATOR(pg_catalog.<=), NEGATOR = OPERATOR(pg_catalog.<),
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR pg_catalog.>= (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'greater than or equal';

-- A class set and an array of names

CREATE FUNCTION breachvalue.class_set_or_array(breachvalue.class_set_operand, anyarray) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_or_array'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_or_array(breachvalue.class_set_operand, anyarray) IS
'implementation of | operator';

CREATE OPERATOR pg_catalog.| (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = anyarray,
	FUNCTION = breachvalue.class_set_or_array,
	COMMUTATOR = OPERATOR(pg_catalog.|)
);
COMMENT ON OPERATOR pg_catalog.| (breachvalue.class_set_operand, anyarray) IS 'union';

CREATE FUNCTION breachvalue.class_set_array_or(anyarray, breachvalue.class_set_operand) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_array_or'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_array_or(anyarray, breachvalue.class_set_operand) IS
'implementation of | operator';

CREATE OPERATOR pg_catalog.| (
	LEFTARG = anyarray, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_array_or,
	COMMUTATOR = OPERATOR(pg_catalog.|)
);
COMMENT ON OPERATOR pg_catalog.| (anyarray, breachvalue.class_set_operand) IS 'union';

CREATE FUNCTION breachvalue.class_set_and_array(breachvalue.class_set_operand, anyarray) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_and_array'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_and_array(breachvalue.class_set_operand, anyarray) IS
'implementation of & operator';

CREATE OPERATOR pg_catalog.& (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = anyarray,
	FUNCTION = breachvalue.class_set_and_array,
	COMMUTATOR = OPERATOR(pg_catalog.&)
);
COMMENT ON OPERATOR pg_catalog.& (breachvalue.class_set_operand, anyarray) IS 'intersection';

CREATE FUNCTION breachvalue.class_set_array_and(anyarray, breachvalue.class_set_operand) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_array_and'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_array_and(anyarray, breachvalue.class_set_operand) IS
'implementation of & operator';

CREATE OPERATOR pg_catalog.& (
	LEFTARG = anyarray, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_array_and,
	COMMUTATOR = OPERATOR(pg_catalog.&)
);
COMMENT ON OPERATOR pg_catalog.& (anyarray, breachvalue.class_set_operand) IS 'intersection';

CREATE FUNCTION breachvalue.class_set_minus_array(breachvalue.class_set_operand, anyarray) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_minus_array'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_minus_array(breachvalue.class_set_operand, anyarray) IS
'implementation of - operator';

CREATE OPERATOR pg_catalog.- (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = anyarray,
	FUNCTION = breachvalue.class_set_minus_array
);
COMMENT ON OPERATOR pg_catalog.- (breachvalue.class_set_operand, anyarray) IS 'difference';

CREATE FUNCTION breachvalue.class_set_array_minus(anyarray, breachvalue.class_set_operand) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_array_minus'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_array_minus(anyarray, breachvalue.class_set_operand) IS
'implementation of - operator';

CREATE OPERATOR pg_catalog.- (
	LEFTARG = anyarray, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_array_minus
);
COMMENT ON OPERATOR pg_catalog.- (anyarray, breachvalue.class_set_operand) IS 'difference';

CREATE FUNCTION breachvalue.class_set_contains_array(breachvalue.class_set_operand, anyarray) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_contains_array'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_contains_array(breachvalue.class_set_operand, anyarray) IS
'implementation of @> operator';

CREATE OPERATOR pg_catalog.@> (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = anyarray,
	FUNCTION = breachvalue.class_set_contains_array,
	COMMUTATOR = OPERATOR(pg_catalog.<@),
	RESTRICT = contsel, JOIN = contjoinsel
);
COMMENT ON OPERATOR pg_catalog.@> (breachvalue.class_set_operand, anyarray) IS 'contains';

CREATE FUNCTION breachvalue.class_set_array_contains(anyarray, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_array_contains'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_array_contains(anyarray, breachvalue.class_set_operand) IS
'implementation of @> operator';

CREATE OPERATOR pg_catalog.@> (
	LEFTARG = anyarray, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_array_contains,
	COMMUTATOR = OPERATOR(pg_catalog.<@),
	RESTRICT = contsel, JOIN = contjoinsel
);
COMMENT ON OPERATOR pg_catalog.@> (anyarray, breachvalue.class_set_operand) IS 'contains';

CREATE FUNCTION breachvalue.class_set_contained_array(breachvalue.class_set_operand, anyarray) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_contained_array'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_contained_array(breachvalue.class_set_operand, anyarray) IS
'implementation of <@ operator';

CREATE OPERATOR pg_catalog.<@ (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = anyarray,
	FUNCTION = breachvalue.class_set_contained_array,
	COMMUTATOR = OPERATOR(pg_catalog.@>),
	RESTRICT = contsel, JOIN = contjoinsel
);
COMMENT ON OPERATOR pg_catalog.<@ (breachvalue.class_set_operand, anyarray) IS 'is contained by';

CREATE FUNCTION breachvalue.class_set_array_contained(anyarray, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_array_contained'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_array_contained(anyarray, breachvalue.class_set_operand) IS
'implementation of <@ operator';

CREATE OPERATOR pg_catalog.<@ (
	LEFTARG = anyarray, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_array_contained,
	COMMUTATOR = OPERATOR(pg_catalog.@>),
	RESTRICT = contsel, JOIN = contjoinsel
);
COMMENT ON OPERATOR pg_catalog.<@ (anyarray, breachvalue.class_set_operand) IS 'is contained by';

CREATE FUNCTION breachvalue.class_set_eq_array(breachvalue.class_set_operand, anyarray) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_eq_array'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_eq_array(breachvalue.class_set_operand, anyarray) IS
'implementation of = operator';

CREATE OPERATOR pg_catalog.= (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = anyarray,
	FUNCTION = breachvalue.class_set_eq_array,
	COMMUTATOR = OPERATOR(pg_catalog.=), NEGATOR = OPERATOR(pg_catalog.<>),
	RESTRICT = eqsel, JOIN = eqjoinsel
);
COMMENT ON OPERATOR pg_catalog.= (breachvalue.class_set_operand, anyarray) IS 'equal';

CREATE FUNCTION breachvalue.class_set_array_eq(anyarray, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_array_eq'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_array_eq(anyarray, breachvalue.class_set_operand) IS
'implementation of = operator';

CREATE OPERATOR pg_catalog.= (
	LEFTARG = anyarray, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_array_eq,
	COMMUTATOR = OPERATOR(pg_catalog.=), NEGATOR = OPERATOR(pg_catalog.<>),
	RESTRICT = eqsel, JOIN = eqjoinsel
);
COMMENT ON OPERATOR pg_catalog.= (anyarray, breachvalue.class_set_operand) IS 'equal';

CREATE FUNCTION breachvalue.class_set_ne_array(breachvalue.class_set_operand, anyarray) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_ne_array'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_ne_array(breachvalue.class_set_operand, anyarray) IS
'implementation of <> operator';

CREATE OPERATOR pg_catalog.<> (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = anyarray,
	FUNCTION = breachvalue.class_set_ne_array,
	COMMUTATOR = OPERATOR(pg_catalog.<>), NEGATOR = OPERATOR(pg_catalog.=),
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR pg_catalog.<> (breachvalue.class_set_operand, anyarray) IS 'not equal';

CREATE FUNCTION breachvalue.class_set_array_ne(anyarray, breachvalue.class_set_operand) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_class_set_array_ne'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_array_ne(anyarray, breachvalue.class_set_operand) IS
'implementation of <> operator';

CREATE OPERATOR pg_catalog.<> (
	LEFTARG = anyarray, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_array_ne,
	COMMUTATOR = OPERATOR(pg_catalog.<>), NEGATOR = OPERATOR(pg_catalog.=),
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR pg_catalog.<> (anyarray, breachvalue.class_set_operand) IS 'not equal';

-- The same by the name of this schema

CREATE OPERATOR breachvalue.| (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_or,
	COMMUTATOR = OPERATOR(breachvalue.|)
);
COMMENT ON OPERATOR breachvalue.| (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'union';

CREATE OPERATOR breachvalue.& (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_and,
	COMMUTATOR = OPERATOR(breachvalue.&)
);
COMMENT ON OPERATOR breachvalue.& (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'intersection';

CREATE OPERATOR breachvalue.- (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_minus
);
COMMENT ON OPERATOR breachvalue.- (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'difference';

CREATE OPERATOR breachvalue.@> (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_contains,
	COMMUTATOR = OPERATOR(breachvalue.<@),
	RESTRICT = contsel, JOIN = contjoinsel
);
COMMENT ON OPERATOR breachvalue.@> (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'contains';

CREATE OPERATOR breachvalue.<@ (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_contained,
	COMMUTATOR = OPERATOR(breachvalue.@>),
	RESTRICT = contsel, JOIN = contjoinsel
);
COMMENT ON OPERATOR breachvalue.<@ (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'is contained by';

CREATE OPERATOR breachvalue.= (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_eq,
	COMMUTATOR = OPERATOR(breachvalue.=), NEGATOR = OPERATOR(breachvalue.<>),
	RESTRICT = eqsel, JOIN = eqjoinsel
);
COMMENT ON OPERATOR breachvalue.= (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'equal';

CREATE OPERATOR breachvalue.<> (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_ne,
	COMMUTATOR = OPERATOR(breachvalue.<>), NEGATOR = OPERATOR(breachvalue.=),
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR breachvalue.<> (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'not equal';

CREATE OPERATOR breachvalue.< (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_lt,
	COMMUTATOR = OPERATOR(breachvalue.>), NEGATOR = OPERATOR(breachvalue.>=),
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR breachvalue.< (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'less than';

CREATE OPERATOR breachvalue.<= (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_le,
	COMMUTATOR = OPERATOR(breachvalue.>=), NEGATOR = OPERATOR(breachvalue.>),
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR breachvalue.<= (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'less than or equal';

CREATE OPERATOR breachvalue.> (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_gt,
	COMMUTATOR = OPERATOR(breachvalue.<), NEGATOR = OPERATOR(breachvalue.<=),
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR breachvalue.> (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'greater than';

CREATE OPERATOR breachvalue.>= (
	LEFTARG = breachvalue.class_set_operand, RIGHTARG = breachvalue.class_set_operand,
	FUNCTION = breachvalue.class_set_ge,
	COMMUTATOR = OPERATOR(breachvalue.<=), NEGATOR = OPERATOR(breachvalue.<),
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR breachvalue.>= (breachvalue.class_set_operand, breachvalue.class_set_operand) IS 'greater than or equal';

-- Sorting and hashing

CREATE FUNCTION breachvalue.class_set_cmp(breachvalue.class_set_operand, breachvalue.class_set_operand) RETURNS integer
AS 'MODULE_PATHNAME', 'breachvalue_class_set_cmp'
LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_cmp(breachvalue.class_set_operand, breachvalue.class_set_operand) IS
'less-equal-greater';

CREATE OPERATOR CLASS breachvalue.class_set_ops DEFAULT FOR TYPE breachvalue.class_set_operand USING btree AS
	OPERATOR 1 pg_catalog.<,
	OPERATOR 2 pg_catalog.<=,
	OPERATOR 3 pg_catalog.=,
	OPERATOR 4 pg_catalog.>=,
	OPERATOR 5 pg_catalog.>,
	FUNCTION 1 breachvalue.class_set_cmp(breachvalue.class_set_operand, breachvalue.class_set_operand);

CREATE FUNCTION breachvalue.class_set_hash(breachvalue.class_set_operand) RETURNS integer
AS 'MODULE_PATHNAME', 'breachvalue_class_set_hash'
LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_hash(breachvalue.class_set_operand) IS 'hash';

CREATE FUNCTION breachvalue.class_set_hash_extended(breachvalue.class_set_operand, bigint) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_class_set_hash_extended'
LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_hash_extended(breachvalue.class_set_operand, bigint) IS 'hash';

CREATE OPERATOR CLASS breachvalue.class_set_ops DEFAULT FOR TYPE breachvalue.class_set_operand USING hash AS
	OPERATOR 1 pg_catalog.=,
	FUNCTION 1 breachvalue.class_set_hash(breachvalue.class_set_operand),
	FUNCTION 2 breachvalue.class_set_hash_extended(breachvalue.class_set_operand, bigint);

-- Aggregate

CREATE FUNCTION breachvalue.class_set_add(breachvalue.class_set, breachvalue.class_set) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_class_set_or'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.class_set_add(breachvalue.class_set, breachvalue.class_set) IS
'aggregate transition function';

CREATE AGGREGATE breachvalue.class_set_union(classes breachvalue.class_set) (
	SFUNC = breachvalue.class_set_add,
	STYPE = breachvalue.class_set,
	INITCOND = '{}',
	COMBINEFUNC = breachvalue.class_set_add,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.class_set_union(breachvalue.class_set) IS
'all classes of all sets; those of one person''s records, say';

