-- Whole rows: what they hold, by the labels of their columns -----------------------

CREATE FUNCTION breachvalue.held_classes(record) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_held_classes_record'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION breachvalue.held_classes(record) IS
'the classes that a row of a table or view holds, by the labels of its columns';

CREATE FUNCTION breachvalue.exposure_add_record(breachvalue.exposure, record) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_add_record'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION breachvalue.exposure_add_record(breachvalue.exposure, record) IS
'aggregate transition function';

CREATE FUNCTION breachvalue.exposure_remove_record(breachvalue.exposure, record) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_remove_record'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION breachvalue.exposure_remove_record(breachvalue.exposure, record) IS
'aggregate inverse transition function';

-- the second argument tells the type of the records, even where there was none
CREATE FUNCTION breachvalue.exposure_final_record(breachvalue.exposure, record) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_final_record'
LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_final_record(breachvalue.exposure, record) IS
'aggregate final function';

CREATE AGGREGATE breachvalue.exposure(record) (
	SFUNC = breachvalue.exposure_add_record,
	STYPE = breachvalue.exposure,
	SSPACE = 512,
	INITCOND = 'empty',
	FINALFUNC = breachvalue.exposure_final_record,
	FINALFUNC_EXTRA,
	COMBINEFUNC = breachvalue.exposure_combine,
	MSFUNC = breachvalue.exposure_add_record,
	MINVFUNC = breachvalue.exposure_remove_record,
	MSTYPE = breachvalue.exposure,
	MSSPACE = 512,
	MINITCOND = 'empty',
	MFINALFUNC = breachvalue.exposure_final_record,
	MFINALFUNC_EXTRA,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.exposure(record) IS
'exposure of whole rows of a table or view, by the labels of its columns';

-- Chosen columns: what each of them holds is said by the caller

CREATE FUNCTION breachvalue.held_classes(classes breachvalue.class_set[], VARIADIC columns "any") RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_held_classes'
LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.held_classes(breachvalue.class_set[], "any") IS
'the union of the class sets of those columns that hold something';

CREATE FUNCTION breachvalue.exposure_add_held(breachvalue.exposure, breachvalue.class_set[], VARIADIC "any") RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_add_held'
LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_add_held(breachvalue.exposure, breachvalue.class_set[], "any") IS
'aggregate transition function';

CREATE FUNCTION breachvalue.exposure_remove_held(breachvalue.exposure, breachvalue.class_set[], VARIADIC "any") RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_remove_held'
LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_remove_held(breachvalue.exposure, breachvalue.class_set[], "any") IS
'aggregate inverse transition function';

CREATE AGGREGATE breachvalue.held_exposure(classes breachvalue.class_set[], VARIADIC columns "any") (
	SFUNC = breachvalue.exposure_add_held,
	STYPE = breachvalue.exposure,
	SSPACE = 512,
	INITCOND = 'empty',
	FINALFUNC = breachvalue.exposure_final,
	COMBINEFUNC = breachvalue.exposure_combine,
	MSFUNC = breachvalue.exposure_add_held,
	MINVFUNC = breachvalue.exposure_remove_held,
	MSTYPE = breachvalue.exposure,
	MSSPACE = 512,
	MINITCOND = 'empty',
	MFINALFUNC = breachvalue.exposure_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.held_exposure(breachvalue.class_set[], "any") IS
'exposure of records of chosen columns, with a class set for each: reads no more than those';

-- The same with labels, which may say more than a class set: their grammar is in doc/labels.md

CREATE FUNCTION breachvalue.labelled_classes(labels text[], VARIADIC columns "any") RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_held_classes'
LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.labelled_classes(text[], "any") IS
'the classes that the values of those columns hold, by a label for each';

-- as exposure(class_set, text[]) takes them
CREATE FUNCTION breachvalue.named_classes(names text[], labels text[], VARIADIC columns "any") RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_named_classes'
LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.named_classes(text[], text[], "any") IS
'the classes that the values of those columns hold, by a label for each; classes of users, and protected ones, by the numbers of their names: 256 for the first';

CREATE FUNCTION breachvalue.exposure_add_labelled(breachvalue.exposure, text[], VARIADIC "any") RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_add_held'
LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_add_labelled(breachvalue.exposure, text[], "any") IS
'aggregate transition function';

CREATE FUNCTION breachvalue.exposure_remove_labelled(breachvalue.exposure, text[], VARIADIC "any") RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_remove_held'
LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.exposure_remove_labelled(breachvalue.exposure, text[], "any") IS
'aggregate inverse transition function';

CREATE AGGREGATE breachvalue.labelled_exposure(labels text[], VARIADIC columns "any") (
	SFUNC = breachvalue.exposure_add_labelled,
	STYPE = breachvalue.exposure,
	SSPACE = 512,
	INITCOND = 'empty',
	FINALFUNC = breachvalue.exposure_final,
	COMBINEFUNC = breachvalue.exposure_combine,
	MSFUNC = breachvalue.exposure_add_labelled,
	MINVFUNC = breachvalue.exposure_remove_labelled,
	MSTYPE = breachvalue.exposure,
	MSSPACE = 512,
	MINITCOND = 'empty',
	MFINALFUNC = breachvalue.exposure_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE breachvalue.labelled_exposure(text[], "any") IS
'exposure of records of chosen columns, with a label for each';

-- Whole relations. It reads them: unsafe, so that the reading can itself be parallel

CREATE FUNCTION breachvalue.exposure_of(relation regclass) RETURNS breachvalue.exposure
AS 'MODULE_PATHNAME', 'breachvalue_exposure_of'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE COST 100000;
COMMENT ON FUNCTION breachvalue.exposure_of(regclass) IS
'exposure of all records of a table or view, partitions and children included, read as the caller';
