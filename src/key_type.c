/* key_type.c: types of keys, and how their values are compared */
#include "postgres.h"

#include "access/htup_details.h"
#include "access/transam.h"
#include "catalog/pg_collation.h"
#include "catalog/pg_operator.h"
#include "parser/parse_coerce.h"
#include "utils/builtins.h"
#include "utils/lsyscache.h"
#include "utils/syscache.h"
#include "utils/typcache.h"

#include "compat.h"
#include "key_type.h"

Oid
bv_key_type(Oid relid, const char *column)
{
	return getBaseType(get_atttype(relid, get_attnum(relid, column)));
}

/*
 * Does one type go to another by itself?  Not with a cast of a user's: whoever
 * owns a table says what it is joined by, and whoever asks for people runs it.
 */
static bool
goes_to(Oid type, Oid target)
{
	return IsBinaryCoercible(type, target) ||
		(type < FirstNormalObjectId && target < FirstNormalObjectId &&
		 can_coerce_type(1, &type, &target, COERCION_IMPLICIT));
}

Oid
bv_common_key_type(Oid left, Oid right)
{
	Oid			type = goes_to(right, left) ? left : goes_to(left, right) ? right : InvalidOid;

	if (OidIsValid(type) && !OidIsValid(lookup_type_cache(type, TYPECACHE_EQ_OPR)->eq_opr))
		type = InvalidOid;
	return type;
}

Oid
bv_key_collation(Oid relid, const char *column, Oid type)
{
	HeapTuple	tuple;
	Oid			collation;

	if (!type_is_collatable(type))
		return InvalidOid;
	tuple = SearchSysCacheAttName(relid, column);
	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for column \"%s\" of relation %u", column, relid);
	collation = ((Form_pg_attribute) GETSTRUCT(tuple))->attcollation;
	ReleaseSysCache(tuple);
	return OidIsValid(collation) ? collation : DEFAULT_COLLATION_OID;
}

void
bv_append_key(StringInfo query, const char *alias, const char *column, Oid type, Oid collation)
{
	HeapTuple	tuple;
	Form_pg_collation form;

	appendStringInfo(query, "%s.%s::%s", quote_identifier(alias), quote_identifier(column),
					 format_type_extended(type, -1,
										  FORMAT_TYPE_TYPEMOD_GIVEN | FORMAT_TYPE_FORCE_QUALIFY));
	if (!OidIsValid(collation))
		return;
	tuple = SearchSysCache1(COLLOID, ObjectIdGetDatum(collation));
	if (!HeapTupleIsValid(tuple))
		elog(ERROR, "cache lookup failed for collation %u", collation);
	form = (Form_pg_collation) GETSTRUCT(tuple);
	appendStringInfo(query, " COLLATE %s",
					 quote_qualified_identifier(get_namespace_name(form->collnamespace),
												NameStr(form->collname)));
	ReleaseSysCache(tuple);
}

void
bv_append_equals(StringInfo query, Oid type)
{
	Oid			equals = lookup_type_cache(type, TYPECACHE_EQ_OPR)->eq_opr;
	HeapTuple	tuple = SearchSysCache1(OPEROID, ObjectIdGetDatum(equals));
	Form_pg_operator form;

	if (!HeapTupleIsValid(tuple))
		ereport(ERROR,
				(errcode(ERRCODE_UNDEFINED_FUNCTION),
				 errmsg("could not identify an equality operator for type %s",
						format_type_be(type))));
	form = (Form_pg_operator) GETSTRUCT(tuple);
	appendStringInfo(query, " OPERATOR(%s.%s) ",
					 quote_identifier(get_namespace_name(form->oprnamespace)),
					 NameStr(form->oprname));
	ReleaseSysCache(tuple);
}
